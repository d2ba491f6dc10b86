"""Exercises and questions of page 10.4, downsampling and upsampling."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.images import resampling

_SMALL = np.array([[1, 3, 5, 3], [6, 2, 0, 8], [4, 6, 1, 4], [2, 8, 0, 3]])
_LARGEST = np.array([[6, 8], [8, 4]])


def _picture(height, width, seed, kind=np.float64):
    """Draw gray values at random: quarters from -8 to 8, or bytes."""
    rng = np.random.default_rng(seed)
    if kind is np.uint8:
        x = rng.integers(60, 256, size=(height, width)).astype(np.uint8)
        x.setflags(write=False)
        return x
    return rng.integers(-32, 33, size=(height, width)) / 4


_PICTURES = [
    _picture(4, 6, 0),
    _SMALL,
    _picture(5, 8, 1),
    _picture(6, 5, 2),
    _picture(7, 3, 3),
    _picture(9, 12, 4, np.uint8),
]


def _quarters(x_in):
    x = np.array(x_in, dtype=float)
    x = x[: len(x) // 2 * 2, : x.shape[1] // 2 * 2]
    return x[::2, ::2], x[::2, 1::2], x[1::2, ::2], x[1::2, 1::2]


def _square_part(pool):
    """Loop over as many columns as rows."""

    def wrong(x_in):
        full = pool(x_in)
        if full.shape[0] > full.shape[1]:
            raise IndexError
        out = np.zeros_like(full)
        out[:, : len(full)] = full[:, : len(full)]
        return out

    return wrong


def _padded(pool):
    """Fill odd sizes up with zeros."""
    return lambda x_in: pool(
        np.pad(x_in, [(0, x_in.shape[0] % 2), (0, x_in.shape[1] % 2)])
    )


def _corner(x_in, up=0):
    h, w = (np.array(x_in.shape) + up) // 2
    return np.array(x_in[:h, :w], dtype=float)


def _as_wide_as_high(x_in):
    size = (len(x_in) + 1) // 2
    rows = range(0, 2 * size, 2)
    return np.array([[x_in[i, j] for j in rows] for i in rows])


exercise(
    "10.4.1",
    title="One of four",
    stub="def downsample(x_in):\n    ...  # your code\n",
    solution="def downsample(x_in):\n    return x_in[::2, ::2]\n",
    published=published("downsample(x_in)"),
    reference=resampling.downsample,
    equivalent={"the result has the first argument's type": "pixels stay as they are"},
    cases=[case(x) for x in _PICTURES],
    planted=[
        mistake(
            _padded(resampling.meanpool),
            "Is each output pixel one of the input pixels, at the same place?",
        ),
        mistake(
            resampling.meanpool,
            "You average. Is each output pixel one of the input pixels?",
        ),
        mistake(
            resampling.maxpool,
            "You choose the largest of each block. Which place is asked for?",
        ),
        mistake(
            lambda x_in: _corner(x_in, 1),
            "Show the picture: is it all there?",
        ),
        mistake(
            _corner,
            "This is the upper left quarter of the picture. Where is the rest?",
        ),
        mistake(
            lambda x_in: x_in[1::2, 1::2],
            "Your first pixel is that of the second row and the second column.",
        ),
        mistake(
            lambda x_in: x_in[::2],
            "You drop rows. What about columns?",
        ),
        mistake(
            lambda x_in: x_in[:, ::2],
            "The picture is half as wide, and as high as before.",
        ),
        mistake(
            lambda x_in: _quarters(x_in)[0],
            "An odd last row or column is missing: its number is even.",
        ),
        mistake(
            lambda x_in: np.zeros(((len(x_in) + 1) // 2, (x_in.shape[1] + 1) // 2)),
            "All pixels are black. Which line writes into the output?",
        ),
        mistake(
            lambda x_in: x_in[::4, ::4],
            "That is what two halvings do.",
        ),
        mistake(
            lambda x_in: np.kron(x_in[::2, ::2], [[1, 0], [0, 0]])[
                : len(x_in), : x_in.shape[1]
            ],
            "The right pixels are kept. Now they have to move together.",
        ),
        mistake(
            lambda x_in: x_in[::2][::2],
            "Rows are halved twice, and columns never.",
        ),
        mistake(
            lambda x_in: x_in[::2, 1::2],
            "Your rows are right. With which column do you begin?",
        ),
        mistake(
            lambda x_in: x_in[1::2, ::2],
            "Your columns are right. With which row do you begin?",
        ),
        mistake(
            _as_wide_as_high,
            "Your result is as wide as it is high, whatever the picture.",
        ),
        mistake(
            lambda x_in: np.ravel(x_in[::2, ::2]),
            "These are the right pixels, all in one row.",
        ),
    ],
    hints=[
        "Which rows do you keep, and what does a slice with a step do?",
        "`x_in[::2]` has every other row. A second slice, behind a comma, does the "
        "same to columns.",
    ],
)

question(
    "10.4.2",
    title="Which wave do you see?",
    prompt="A wave has the frequency $f=0.4$, so that it is 2.5 pixels from crest to "
    "crest. Every other pixel is kept. In the smaller picture you see a wave. How many "
    "of *its* pixels is it from crest to crest?",
    answer=number(
        5,
        0.05,
        "Yes. 0.8 waves in a pixel look like 0.2: five pixels, which are ten of the "
        "original.",
    ),
    near=[
        number(1.25, 0.01, "Half of 2.5. But can pixels show a wave that is shorter "
               "than two of them?"),
        number(2.5, 0.01, "Write down the first six values that are kept."),
        number(10, 0.05, "In pixels of the original, yes. And in those of the smaller "
               "picture?"),
        number(1.67, 0.1, "Add or subtract a whole number of waves per kept pixel: "
               "0.8 is near 1."),
        number(0.2, 0.01, "That is its frequency."),
    ],
    otherwise="From one kept pixel to the next there are 0.8 waves. Which smaller "
    "number of waves gives the same values?",
)  # fmt: skip

question(
    "10.4.3",
    title="A thread before a wall",
    prompt="A black thread, one pixel wide, hangs straight down before a white wall. "
    "The picture is halved once by max pooling. What becomes of the thread?",
    choices=[
        choice(
            "It is black, and one pixel wide.",
            "A black pixel in the smaller picture needs four black ones.",
        ),
        choice(
            "It turns gray.",
            "That is what the mean does. The largest of black and white is one of the "
            "two.",
        ),
        choice(
            "It is gone.",
            "Yes. Each block has a white pixel, and white is larger.",
            right=True,
        ),
        choice(
            "It is black if its column has an even number, and gone otherwise.",
            "That is so if every other pixel is kept.",
        ),
    ],
)


def _from_row_i(pool):
    """Take two by two pixels from row i and column j on, not from their doubles."""

    def wrong(x_in):
        h, w = np.array(x_in.shape) // 2
        x = np.array(x_in, dtype=float)
        return np.array(
            [[pool(x[i : i + 2, j : j + 2]) for j in range(w)] for i in range(h)]
        )

    return wrong


def _read_in_order(pool):
    """Fill blocks of two by two with pixels as they come, row by row."""

    def wrong(x_in):
        h, w = np.array(x_in.shape) // 2
        x = np.array(x_in[: 2 * h, : 2 * w], dtype=float)
        return pool(x.reshape(h, w, 2, 2), axis=(2, 3))

    return wrong


def _one_way(pool, axis):
    """Pool pairs in one direction only."""

    def wrong(x_in):
        x = np.array(np.swapaxes(x_in, 0, axis), dtype=float)
        pairs = x[: len(x) // 2 * 2].reshape(len(x) // 2, 2, -1)
        return np.swapaxes(pool(pairs, axis=1), 0, axis)

    return wrong


def _border_kept(pool):
    """Pool what there is of the blocks at the border."""
    return lambda x_in: pool(
        np.pad(
            np.array(x_in, dtype=float),
            [(0, x_in.shape[0] % 2), (0, x_in.shape[1] % 2)],
            mode="edge",
        )
    )


def _three_wide(x_in):
    h, w = np.array(x_in.shape) // 2
    x = np.array(x_in, dtype=float)
    return np.array(
        [
            [x[2 * i : 2 * i + 3, 2 * j : 2 * j + 3].max() for j in range(w)]
            for i in range(h)
        ]
    )


exercise(
    "10.4.4",
    title="The largest of four",
    stub="def maxpool(x_in):\n    ...  # your code\n",
    solution=(
        "def maxpool(x_in):\n"
        "    x = x_in[: len(x_in) // 2 * 2, : x_in.shape[1] // 2 * 2]\n"
        "    top = np.maximum(x[::2, ::2], x[::2, 1::2])\n"
        "    bottom = np.maximum(x[1::2, ::2], x[1::2, 1::2])\n"
        "    return np.maximum(top, bottom)\n"
    ),
    published=published("maxpool(x_in)"),
    reference=resampling.maxpool,
    equivalent={
        "the result has the first argument's type": "one of the pixels is kept"
    },
    cases=[case(x) for x in _PICTURES],
    planted=[
        mistake(
            lambda x_in: np.zeros((len(x_in) // 2, x_in.shape[1] // 2)),
            "Your output is black everywhere. Which line writes into the output?",
        ),
        mistake(
            _square_part(resampling.maxpool),
            "Try a 4 x 6 image. How many columns does the result have?",
        ),
        mistake(
            resampling.meanpool,
            "You average the four. Which of them is the largest?",
        ),
        mistake(
            lambda x_in: -resampling.maxpool(-np.array(x_in, dtype=float)),
            "Yours is the smallest of the four.",
        ),
        mistake(
            resampling.downsample,
            "You keep the upper left pixel of each block, whatever the others are.",
        ),
        mistake(
            lambda x_in: np.maximum(*_quarters(x_in)[:2]),
            "You look at the upper row of each block only.",
        ),
        mistake(
            lambda x_in: np.maximum(_quarters(x_in)[0], _quarters(x_in)[3]),
            "You look at the diagonal of each block. It has two more pixels.",
        ),
        mistake(
            lambda x_in: np.maximum(_quarters(x_in)[0], _quarters(x_in)[2]),
            "You look at the left column of each block only.",
        ),
        mistake(
            _padded(resampling.maxpool),
            "Your output has a row or a column too many: an odd last one is left out.",
        ),
        mistake(
            lambda x_in: np.maximum(
                np.maximum(x_in[:-1, :-1], x_in[:-1, 1:]),
                np.maximum(x_in[1:, :-1], x_in[1:, 1:]),
            ),
            "Your blocks overlap: the next one begins two pixels further.",
        ),
        mistake(
            _border_kept(resampling.maxpool),
            "Blocks at the border that are not full give a value, too. What does the "
            "page do with an odd last row?",
        ),
        mistake(
            _from_row_i(np.max),
            "Your blocks begin at row i and column j. Where does block (1, 1) begin?",
        ),
        mistake(
            lambda x_in: _quarters(x_in)[0],
            "Each of your blocks holds one pixel. Where does a slice stop?",
        ),
        mistake(
            lambda x_in: np.maximum(resampling.maxpool(x_in), 0),
            "All four can be negative. With which number does your search begin?",
        ),
        mistake(
            lambda x_in: np.max(_quarters(x_in)[:3], axis=0),
            "The lower right pixel of each block is not asked.",
        ),
        mistake(
            lambda x_in: np.max(_quarters(x_in)[1:], axis=0),
            "The upper left pixel of each block is not asked.",
        ),
        mistake(
            _read_in_order(np.max),
            "Print your first block: are these four neighbors?",
        ),
        mistake(
            _one_way(np.max, 0),
            "Your result is half as high, and as wide as the picture.",
        ),
        mistake(
            _one_way(np.max, 1),
            "Your result is half as wide, and as high as the picture.",
        ),
        mistake(
            _three_wide,
            "Your windows are three by three, and share pixels with their neighbors.",
        ),
        mistake(
            np.max,
            "That is the largest of the whole picture.",
        ),
        mistake(
            lambda x_in: sum(_quarters(x_in)),
            "You add the four. Which of them is to stay?",
        ),
        mistake(
            lambda x_in: np.argmax(_quarters(x_in), axis=0),
            "You tell where in its block the largest is. How large is it?",
        ),
        mistake(
            lambda x_in: resampling.duplicate(resampling.maxpool(x_in)),
            "Each block is filled with its largest pixel. One number is wanted.",
        ),
    ],
    hints=[
        "Which four pixels are in the block of output `(i, j)`?",
        "Cut an odd last row or column off. Then `x[::2, ::2]` holds the upper left "
        "pixels of all blocks; three more such slices hold the others.",
    ],
)


def _bytes_added(x_in):
    x = np.asarray(x_in)
    x = x[: len(x) // 2 * 2, : x.shape[1] // 2 * 2]
    return (x[::2, ::2] + x[::2, 1::2] + x[1::2, ::2] + x[1::2, 1::2]) / 4


def _paired_bytes(x_in):
    x = np.asarray(x_in)
    x = x[: len(x) // 2 * 2, : x.shape[1] // 2 * 2]
    top, bottom = x[::2, ::2] + x[::2, 1::2], x[1::2, ::2] + x[1::2, 1::2]
    return (top / 2 + bottom / 2) / 2


def _running_mean(x_in):
    mean, *others = _quarters(x_in)
    for other in others:
        mean = (mean + other) / 2
    return mean


def _at_every_pixel(x_in):
    x = np.array(x_in, dtype=float)
    return (x[:-1, :-1] + x[:-1, 1:] + x[1:, :-1] + x[1:, 1:]) / 4


exercise(
    "10.4.5",
    title="The mean of four",
    stub="def meanpool(x_in):\n    ...  # your code\n",
    solution=(
        "def meanpool(x_in):\n"
        "    h, w = x_in.shape[0] // 2, x_in.shape[1] // 2\n"
        "    x = np.array(x_in[: 2 * h, : 2 * w], dtype=float)\n"
        "    top = x[::2, ::2] + x[::2, 1::2]\n"
        "    return (top + x[1::2, ::2] + x[1::2, 1::2]) / 4\n"
    ),
    published=published("meanpool(x_in)"),
    reference=resampling.meanpool,
    cases=[case(x) for x in _PICTURES],
    planted=[
        mistake(
            _bytes_added,
            "Right for floats. Add two large bytes and look at what you get.",
        ),
        mistake(
            resampling.maxpool,
            "You take the largest. How do you average four numbers?",
        ),
        mistake(
            lambda x_in: 4 * resampling.meanpool(x_in),
            "You add the four pixels. What is still to be done?",
        ),
        mistake(
            lambda x_in: np.floor(resampling.meanpool(x_in)),
            "Your means are whole numbers. What happens to the fractions?",
        ),
        mistake(
            _square_part(resampling.meanpool),
            "Try a picture that is wider than high: some columns stay black.",
        ),
        mistake(
            lambda x_in: np.zeros((len(x_in) // 2, x_in.shape[1] // 2)),
            "Nothing is written into your output: it is black.",
        ),
        mistake(
            resampling.downsample,
            "You keep one of the four pixels. The others have a say, too.",
        ),
        mistake(
            lambda x_in: (_quarters(x_in)[0] + _quarters(x_in)[3]) / 2,
            "You average the pixels of a diagonal. A block has four.",
        ),
        mistake(
            lambda x_in: (_quarters(x_in)[0] + _quarters(x_in)[1]) / 2,
            "You average the upper row of each block.",
        ),
        mistake(
            lambda x_in: np.median(np.stack(_quarters(x_in)), axis=0),
            "This is the median: the mean of the two in the middle.",
        ),
        mistake(
            _padded(resampling.meanpool),
            "There is a row or a column too many. An odd last one has no partners.",
        ),
        mistake(
            lambda x_in: _paired_bytes(x_in.T).T,
            "Sums of two bytes are bytes, too. Which do you add first?",
        ),
        mistake(
            _paired_bytes,
            "You divide a sum of two bytes. Was the sum still right?",
        ),
        mistake(
            lambda x_in: sum(np.floor_divide(x, 4) for x in _quarters(x_in)),
            "You cut off a fraction four times before you add.",
        ),
        mistake(
            lambda x_in: np.round(resampling.meanpool(x_in)),
            "You round. A mean may have a fraction.",
        ),
        mistake(
            lambda x_in: sum(_quarters(x_in)[:3]) + _quarters(x_in)[3] / 4,
            "What do you divide by 4: the sum, or its last term?",
        ),
        mistake(
            lambda x_in: (
                (np.max(_quarters(x_in), axis=0) + np.min(_quarters(x_in), axis=0)) / 2
            ),
            "This is halfway between the largest and the smallest.",
        ),
        mistake(
            _from_row_i(np.mean),
            "Neighboring blocks share pixels: how far is it from one to the next?",
        ),
        mistake(
            _at_every_pixel,
            "There is a mean for every pixel. How many blocks are there?",
        ),
        mistake(
            _border_kept(resampling.meanpool),
            "Your last block averages fewer than four pixels.",
        ),
        mistake(
            _read_in_order(np.mean),
            "Number the pixels: which four are averaged in your first block?",
        ),
        mistake(
            _one_way(np.mean, 0),
            "You average pairs in a column. And in a row?",
        ),
        mistake(
            _one_way(np.mean, 1),
            "You average pairs in a row. And in a column?",
        ),
        mistake(
            _running_mean,
            "The last pixel weighs as much as the three others.",
        ),
        mistake(
            lambda x_in: sum(_quarters(x_in)[:3]) / 3,
            "You average three pixels of each block.",
        ),
        mistake(
            np.mean,
            "You average the whole picture.",
        ),
    ],
    hints=[
        "It is the program of the largest, with a sum in the place of the maximum. "
        "What is the largest number that fits into a byte?",
        "`np.array(x_in, dtype=float)` first; add four slices; divide by 4.",
    ],
)


def _block_means(x_in, k):
    x = np.array(x_in, dtype=float)
    h, w = x.shape[0] // k, x.shape[1] // k
    return x[: h * k, : w * k].reshape(h, k, w, k).mean(axis=(1, 3))


def _reshaped(shape, axes):
    """Average a wrong reshape, whose result has the right size."""

    def wrong(x_in, k):
        h, w = x_in.shape[0] // k, x_in.shape[1] // k
        blocks = x_in[: h * k, : w * k].reshape([{"h": h, "w": w, "k": k}[n]
                                                 for n in shape])  # fmt: skip
        return blocks.mean(axis=axes)

    return wrong


def _along(x_in, k, axis):
    """Average in one direction only."""
    h, w = x_in.shape[0] // k, x_in.shape[1] // k
    x = np.array(x_in[: h * k, : w * k], dtype=float)
    return x.reshape((h, k, -1) if axis == 1 else (-1, w, k)).mean(axis=axis)


exercise(
    "10.4.6",
    title="Blocks in the wrong order",
    stub=(
        "def block_means(x_in, k):\n"
        "    h, w = x_in.shape[0] // k, x_in.shape[1] // k\n"
        "    blocks = x_in[:h * k, :w * k].reshape(h, w, k, k)\n"
        "    return blocks.mean(axis=(2, 3))\n"
    ),
    solution=(
        "def block_means(x_in, k):\n"
        "    h, w = x_in.shape[0] // k, x_in.shape[1] // k\n"
        "    blocks = x_in[: h * k, : w * k].reshape(h, k, w, k)\n"
        "    return blocks.mean(axis=(1, 3))\n"
    ),
    reference=_block_means,
    cases=[
        case(_picture(4, 6, 5), 2),
        case(_SMALL, 2),
        case(_picture(9, 6, 6), 3),
        case(_picture(7, 11, 7), 3),
        case(_picture(5, 8, 8), 1),
        case(_picture(8, 12, 9, np.uint8), 4),
    ],
    planted=[
        mistake(
            _reshaped("hwkk", (2, 3)),
            "Nothing has changed yet. Number the pixels of a 4 by 4 picture and print "
            "`blocks[0, 0]`.",
        ),
        mistake(
            _reshaped("hkwk", (2, 3)),
            "The reshape is right now. Which two axes lie inside a block?",
        ),
        mistake(
            _reshaped("khkw", (0, 2)),
            "Your blocks take pixels that lie far apart. Which counts faster as you go "
            "down, the block or the pixel in it?",
        ),
        mistake(
            _reshaped("hkkw", (1, 2)),
            "The rows are right. Along a row, which counts faster?",
        ),
        mistake(
            _reshaped("khwk", (0, 3)),
            "The columns are right. Going down, which counts faster?",
        ),
        mistake(
            lambda x_in, k: k**2 * _block_means(x_in, k),
            "You add up the pixels of each block.",
        ),
        mistake(
            lambda x_in, k: np.array(
                x_in[: len(x_in) // k * k : k, : x_in.shape[1] // k * k : k],
                dtype=float,
            ),
            "You keep one pixel of each block, where the mean is asked for.",
        ),
        mistake(
            _reshaped("hwkk", (1, 3)),
            "The axes have changed, the blocks have not.",
        ),
        mistake(
            _reshaped("kkhw", (0, 1)),
            "You average parts of the picture that lie one below the other.",
        ),
        mistake(
            _reshaped("hkwk", (0, 2)),
            "Your result is `k` by `k`: you average over blocks, not in them.",
        ),
        mistake(
            _reshaped("wkhk", (1, 3)),
            "Does a row number belong to `h` or to `w`?",
        ),
        mistake(
            lambda x_in, k: _block_means(x_in, 2),
            "Your blocks are two by two, for any `k`.",
        ),
        mistake(
            lambda x_in, k: k * _block_means(x_in, k),
            "A block has more than `k` pixels.",
        ),
        mistake(
            lambda x_in, k: _along(x_in, k, 1),
            "You average going down. Going right, nothing is averaged yet.",
        ),
        mistake(
            lambda x_in, k: _along(x_in, k, 2),
            "You average going right. Going down, nothing is averaged yet.",
        ),
    ],
    hints=[
        "Try `np.arange(16).reshape(4, 4)`: which four numbers are in the first block, "
        "and which should be?",
        "Pixel row `i * k + a` belongs to block `i`. A row number splits into "
        "`(h, k)`, a column number into `(w, k)`.",
    ],
)


def _in_disguise(result):
    found = np.asarray(result, dtype=float)
    if found.shape != (2,) or not np.isfinite(found).all():
        return "Two frequencies are expected."
    if found.min() < 0 or found.max() > 0.5:
        return "Both frequencies lie between 0 and one half."
    i, j = np.indices((20, 20))
    wanted = np.cos(2 * np.pi * (0.1 * i + 0.2 * j))
    seen = np.cos(2 * np.pi * (2 * found[0] * i + 2 * found[1] * j))
    off = np.abs(seen - wanted).max()
    if off > 1e-6:
        return f"The kept pixels differ from the wanted wave by up to {off:.3g}."
    factor = np.abs(np.prod(np.cos(np.pi * found)))
    if factor >= 0.1:
        return f"Mean pooling leaves {factor:.3g} of your wave."
    return True


exercise(
    "10.4.7",
    title="A wave in disguise",
    stub="def disguise():\n    return 0.05, 0.1\n",
    solution="def disguise():\n    return 0.45, 0.4\n",
    reference=lambda: (0.45, 0.4),
    accept=_in_disguise,
    cases=[case()],
    planted=[
        mistake(
            lambda: (0.1, 0.2),
            "Kept pixels are two apart: their frequency is doubled.",
        ),
        mistake(
            lambda: (0.45, 0.1),
            "Only one of your two is in disguise, and its sign has changed: the wave "
            "leans the other way.",
        ),
        mistake(
            lambda: (0.05, 0.4),
            "The second is in disguise and the first is not: look which way the wave "
            "leans.",
        ),
        mistake(
            lambda: (0.4, 0.45),
            "Down and to the right are exchanged.",
        ),
        mistake(
            lambda: (0.9, 0.8),
            "These are the frequencies per kept pixel. And per pixel?",
        ),
        mistake(
            lambda: (0.55, 0.6),
            "These give the right pixels. Which frequencies below one half do so, too?",
        ),
        mistake(
            lambda: (0.4, 0.3),
            "You subtract from one half what is counted per kept pixel.",
        ),
        mistake(
            lambda: (0.2, 0.4),
            "You double. Is the wave in the large picture faster or slower per pixel?",
        ),
        mistake(
            lambda: (0.9 / 2, 0.2 / 2 + 0.5),
            "One of the two is above one half.",
        ),
    ],
    hints=[
        "Per kept pixel the wave must have $(0.1, 0.2)$, or these with both signs "
        "changed, or with whole numbers added.",
        "$2u = 1 - 0.1$. And $2v$?",
    ],
)


def _closely_copied(x_in):
    """Begin the block of a pixel at the pixel's own place."""
    x_out = np.zeros((2 * len(x_in), 2 * x_in.shape[1]))
    for i, j in np.ndindex(*x_in.shape):
        x_out[i : i + 2, j : j + 2] = x_in[i, j]
    return x_out


exercise(
    "10.4.8",
    title="Four of one",
    stub="def duplicate(x_in):\n    ...  # your code\n",
    solution=(
        "def duplicate(x_in):\n"
        "    return np.repeat(np.repeat(x_in, 2, axis=0), 2, axis=1)\n"
    ),
    published=published("duplicate(x_in)"),
    reference=resampling.duplicate,
    equivalent={
        "the result has the first argument's type": "copies are of the same kind"
    },
    cases=[
        case(_picture(2, 3, 10)),
        case(_LARGEST),
        case(_picture(3, 2, 11)),
        case(_picture(1, 4, 12)),
        case(_picture(5, 4, 13, np.uint8)),
    ],
    planted=[
        mistake(
            lambda x_in: np.tile(x_in, (2, 2)),
            "The whole picture is there four times. Each *pixel* should be.",
        ),
        mistake(
            lambda x_in: np.repeat(x_in, 2, axis=0),
            "Your picture is twice as high, and as wide as before.",
        ),
        mistake(
            lambda x_in: np.repeat(x_in, 2, axis=1),
            "Your picture is twice as wide, and as high as before.",
        ),
        mistake(
            lambda x_in: np.kron(x_in, [[1, 0], [0, 0]]),
            "One pixel of each block has the value; three are zero.",
        ),
        mistake(
            lambda x_in: np.kron(x_in, [[1, 0], [0, 1]]),
            "Each block has its value on the diagonal only.",
        ),
        mistake(
            resampling.bilinear,
            "You put averages in between. Here each pixel is only copied.",
        ),
        mistake(
            lambda x_in: np.zeros((2 * len(x_in), 2 * x_in.shape[1])),
            "Twice the size is right. The pixels are still zero.",
        ),
        mistake(
            lambda x_in: np.kron(x_in, np.ones((2, 2))) / 4,
            "You share the value among the four. Each should have all of it.",
        ),
        mistake(
            lambda x_in: np.repeat(x_in, 2),
            "Everything is in one long row. Along which axis do you repeat?",
        ),
        mistake(
            lambda x_in: np.repeat(x_in, 4, axis=1),
            "Each pixel is there four times, side by side.",
        ),
        mistake(
            lambda x_in: np.repeat(x_in, 4, axis=0),
            "Each pixel is there four times, one below the other.",
        ),
        mistake(
            _closely_copied,
            "Your blocks cover each other: how far is it from one to the next?",
        ),
        mistake(
            lambda x_in: np.kron(x_in, [[1, 1], [1, 0]]),
            "Three pixels of each block have the value.",
        ),
        mistake(
            lambda x_in: np.kron(x_in, [[1, 1], [0, 0]]),
            "The lower row of each block is zero.",
        ),
        mistake(
            lambda x_in: np.kron(x_in, [[1, 0], [1, 0]]),
            "The right column of each block is zero.",
        ),
        mistake(
            lambda x_in: 2 * x_in,
            "You double the values. The size is to be doubled.",
        ),
        mistake(
            lambda x_in: np.kron(x_in, np.ones((3, 3))),
            "Each pixel has become nine.",
        ),
    ],
    hints=[
        "Output pixel $(i, j)$ comes from which input pixel?",
        "`np.repeat(x_in, 2, axis=0)` doubles each row.",
    ],
)

question(
    "10.4.9",
    title="There and back",
    prompt="A picture is halved by max pooling, and doubled by max unpooling with the "
    "right places. For which pictures is the result the same as before?",
    choices=[
        choice(
            "For all of them: the places are remembered.",
            "The places of the largest ones are. Who remembers the other three?",
        ),
        choice(
            "For those with one positive pixel and three zeros in each block.",
            "Yes. The three others come back as zeros, whatever they were.",
            right=True,
        ),
        choice(
            "For those in which no two pixels of a block are equal.",
            "Then the place is clear. But what stands at the others?",
        ),
        choice(
            "For none.",
            "Try a picture that is black but for a few bright dots.",
        ),
    ],
)


def _unpooled(place, value=lambda x, block: x):
    """Unpool by hand: where in a block, and what is written there."""

    def unpool(x_in, x_high_res):
        x_out = np.zeros((2 * len(x_in), 2 * x_in.shape[1]))
        for i, j in np.ndindex(*x_in.shape):
            block = x_high_res[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            x_out[2 * i : 2 * i + 2, 2 * j : 2 * j + 2][place(x_in[i, j], block)] = (
                value(x_in[i, j], block)
            )
        return x_out

    return unpool


def _first_of_four(block, pick=np.argmax):
    return np.unravel_index(pick(block), (2, 2))


def _is_unpooled(result, x_in, x_high_res):
    """Tell whether each block has its value at one of its largest pixels."""
    x_out = np.asarray(result)
    h, w = x_in.shape
    if x_out.shape != (2 * h, 2 * w) or x_out.dtype.kind not in "iufb":
        return False
    for i, j in np.ndindex(h, w):
        block = x_high_res[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
        put = x_out[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
        largest = block == block.max()
        if np.count_nonzero(put) != (x_in[i, j] != 0):
            return False
        if not np.any(np.abs(put[largest] - x_in[i, j]) < 1e-9):
            return False
    return True


def _larger(height, width, seed):
    """Draw a picture of few different values, so that some are equal in a block."""
    rng = np.random.default_rng(seed)
    return rng.integers(1, 9, size=(height, width)).astype(float)


def _by_hand(read, write, kept=0):
    """Unpool with places of one's own for reading and for writing."""

    def unpool(x_in, x_high_res):
        h, w = 2 * len(x_in), 2 * x_in.shape[1]
        x_out = kept * np.array(x_high_res[:h, :w], dtype=float)
        for i, j in np.ndindex(*x_in.shape):
            block = x_high_res[read * i : read * i + 2, read * j : read * j + 2]
            a, b = _first_of_four(block)
            x_out[write * i + a, write * j + b] = x_in[i, j]
        return x_out

    return unpool


exercise(
    "10.4.10",
    title="Back to its place",
    stub="def max_unpool(x_in, x_high_res):\n    ...  # your code\n",
    solution=(
        "def max_unpool(x_in, x_high_res):\n"
        "    x_out = np.zeros((2 * x_in.shape[0], 2 * x_in.shape[1]))\n"
        "    for i, j in np.ndindex(*x_in.shape):\n"
        "        block = x_high_res[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]\n"
        "        a, b = divmod(np.argmax(block), 2)\n"
        "        x_out[2 * i + a, 2 * j + b] = x_in[i, j]\n"
        "    return x_out\n"
    ),
    published=published("max_unpool(x_in, x_high_res)"),
    reference=resampling.max_unpool,
    accept=_is_unpooled,
    equivalent={"the result has the first argument's type": "values stay as they are"},
    cases=[
        case(_picture(2, 3, 14), _picture(4, 6, 15)),
        case(_LARGEST, _SMALL),
        case(_picture(3, 2, 16), _picture(7, 5, 17)),
        case(_picture(3, 4, 18), _larger(6, 8, 19)),
        case(_picture(4, 5, 20), _picture(9, 11, 21, np.uint8)),
    ],
    planted=[
        mistake(
            _unpooled(lambda x, block: block == x),
            "Must the value that you put back be the old maximum?",
        ),
        mistake(
            _unpooled(
                lambda x, block: _first_of_four(block), lambda x, block: block.max()
            ),
            "Change x_in: does your result change?",
        ),
        mistake(
            _unpooled(lambda x, block: block == block.max()),
            "Two pixels of a block can be equally large. You put the value at both.",
        ),
        mistake(
            _unpooled(lambda x, block: (0, 0)),
            "You put each value into the upper left corner of its block.",
        ),
        mistake(
            lambda x_in, x_high_res: resampling.duplicate(x_in),
            "You fill the block. The value belongs to one place in it.",
        ),
        mistake(
            _unpooled(lambda x, block: _first_of_four(block, np.argmin)),
            "You look for the smallest pixel of the block.",
        ),
        mistake(
            _unpooled(lambda x, block: _first_of_four(block)[::-1]),
            "Inside the block, row and column are exchanged.",
        ),
        mistake(
            lambda x_in, x_high_res: np.pad(
                resampling.max_unpool(x_in, x_high_res),
                [(0, n - 2 * m) for n, m in zip(x_high_res.shape, x_in.shape,
                                                strict=True)],
            ),
            "Your result is as large as `x_high_res`. It should be twice `x_in`.",
        ),
        mistake(
            lambda x_in, x_high_res: np.zeros((2 * len(x_in), 2 * x_in.shape[1])),
            "All zeros: nothing has been put back.",
        ),
        mistake(
            _unpooled(lambda x, block: _first_of_four(np.abs(block))),
            "A large negative value is not a large value.",
        ),
        mistake(
            _by_hand(1, 2),
            "You write at the right blocks, and look for the largest pixel elsewhere.",
        ),
        mistake(
            _by_hand(2, 1),
            "You look at the right blocks, and write elsewhere.",
        ),
        mistake(
            _by_hand(1, 1),
            "Pixel (i, j) belongs to a block. In which row does that begin?",
        ),
        mistake(
            _by_hand(2, 2, kept=1),
            "The other three of each block are to be zero.",
        ),
        mistake(
            _unpooled(
                lambda x, block: block == block.max(), lambda x, block: block.max()
            ),
            "You keep pixels of `x_high_res`. It is only to tell the places.",
        ),
        mistake(
            _unpooled(
                lambda x, block: (block.max(axis=1).argmax(), block[0].argmax())
            ),
            "The row is right. You look for the column in the first row of the block.",
        ),
        mistake(
            _unpooled(
                lambda x, block: (block[:, 0].argmax(), block.max(axis=0).argmax())
            ),
            "The column is right. You look for the row in the first column.",
        ),
        mistake(
            _unpooled(
                lambda x, block: (block[:, 0].argmax(), block[0].argmax())
            ),
            "Row and column are looked for apart. Is the largest where they cross?",
        ),
        mistake(
            lambda x_in, x_high_res: resampling.max_unpool(x_in, x_high_res) / 4,
            "The place is right. One pixel gets all of the value.",
        ),
    ],
    hints=[
        "For each pixel of `x_in`: which block of the large picture is its own, and "
        "where is that one largest?",
        "`a, b = divmod(np.argmax(block), 2)` gives row and column inside the block.",
    ],
)  # fmt: skip

question(
    "10.4.11",
    title="Not quite a plane",
    prompt="The corners are $x_{00}=6$, $x_{01}=8$, $x_{10}=8$ and $x_{11}=4$. "
    "Multiply the formula out on paper: $x[s,t] = a + bs + ct + d\\,st$. What is $d$?",
    answer=number(
        -6,
        1e-6,
        "Yes, $x_{00}-x_{10}-x_{01}+x_{11}$. It is linear in $s$ and in $t$, but along "
        "the diagonal $s=t$ it is a parabola.",
    ),
    near=[
        number(6, 1e-6, "Mind the sign: $(1-s)(1-t)$ contains $+st$, and $s(1-t)$ "
               "contains $-st$."),
        number(26, 1e-6, "You have added all four. Two of the products have a minus."),
        number(0, 1e-6, "Then it would be a plane. Do the four corners lie in one?"),
        number(10, 1e-6, "That is $x_{00}+x_{11}$. There are two more terms."),
        number(2, 1e-6, "That is $b$, and $c$."),
    ],
    otherwise="Which of the four products contain $st$, and with which sign?",
)  # fmt: skip


def _neighbors(x_in, mode="constant"):
    """Give each pixel, its right and its lower neighbor, and that across."""
    x = np.pad(np.array(x_in, dtype=float), [(0, 1), (0, 1)], mode=mode)
    return x[:-1, :-1], x[:-1, 1:], x[1:, :-1], x[1:, 1:]


def _filled(change=np.ceil, mode="constant", center=None, kept=None):
    """Interpolate with other roundings, borders or centers."""

    def fill(x_in):
        x, right, below, across = _neighbors(x_in, mode)
        x_out = np.zeros((2 * x.shape[0], 2 * x.shape[1]))
        x_out[::2, ::2] = x if kept is None else kept
        x_out[::2, 1::2], x_out[1::2, ::2] = (x + right) / 2, (x + below) / 2
        four = (x, right, below, across)
        x_out[1::2, 1::2] = sum(four) / 4 if center is None else center(*four)
        return change(x_out)

    return fill


def _in_bytes(x_in):
    x = np.pad(x_in, [(0, 1), (0, 1)])
    x_out = np.zeros((2 * x_in.shape[0], 2 * x_in.shape[1]))
    x_out[::2, ::2] = x[:-1, :-1]
    x_out[::2, 1::2] = (x[:-1, :-1] + x[:-1, 1:]) / 2
    x_out[1::2, ::2] = (x[:-1, :-1] + x[1:, :-1]) / 2
    x_out[1::2, 1::2] = (x[:-1, :-1] + x[:-1, 1:] + x[1:, :-1] + x[1:, 1:]) / 4
    return np.ceil(x_out)


def _whole(height, width, seed, kind=np.int64):
    rng = np.random.default_rng(seed)
    return rng.integers(0, 256, size=(height, width)).astype(kind)


def _moved(x_in):
    """Put the pixels to the odd rows and columns."""
    x = np.pad(np.array(x_in, dtype=float), [(1, 0), (1, 0)])
    return np.ceil(resampling.bilinear(x))[1:-1, 1:-1]


def _crossed(x_in):
    x_out = np.ceil(resampling.bilinear(x_in))
    crossed = x_out.copy()
    crossed[1::2, ::2], crossed[::2, 1::2] = x_out[::2, 1::2], x_out[1::2, ::2]
    return crossed


def _summed_between(x_in):
    x, right, below, across = _neighbors(x_in)
    x_out = resampling.duplicate(x)
    x_out[::2, 1::2], x_out[1::2, ::2] = x + right, x + below
    x_out[1::2, 1::2] = x + right + below + across
    return np.ceil(x_out)


exercise(
    "10.4.12",
    title="In between, in two directions",
    stub="def bilinear(x_in):\n    ...  # your code\n",
    solution=(
        "def bilinear(x_in):\n"
        "    x = np.pad(np.array(x_in, dtype=float), [(0, 1), (0, 1)])\n"
        "    tall = np.zeros((2 * x_in.shape[0], x.shape[1]))\n"
        "    tall[::2], tall[1::2] = x[:-1], (x[:-1] + x[1:]) / 2\n"
        "    x_out = np.repeat(tall[:, :-1], 2, axis=1)\n"
        "    x_out[:, 1::2] = (tall[:, :-1] + tall[:, 1:]) / 2\n"
        "    return np.ceil(x_out)\n"
    ),
    published=published("bilinear(x_in)"),
    reference=lambda x_in: np.ceil(resampling.bilinear(x_in)),
    equivalent={
        "the result has the first argument's type": "rounded values are whole",
        "tall = np.ones((2 * x_in.shape[0], x.shape[1]))": "all entries are replaced",
    },
    cases=[
        case(np.array([[3, 4, 8], [2, 7, 1]])),
        case(_LARGEST),
        case(_whole(3, 2, 22)),
        case(_whole(4, 5, 23, np.float64)),
        case(_whole(5, 4, 24, np.uint8)),
        case(_whole(1, 3, 25)),
        case(np.array([[-3, 2], [5, -8]])),
    ],
    planted=[
        mistake(
            _filled(lambda x: x),
            "Reread how the page treats fractions.",
        ),
        mistake(
            _filled(center=lambda x, right, below, across: (x + across) / 2),
            "How many original pixels touch the center?",
        ),
        mistake(
            _filled(center=lambda x, right, below, across: (right + below) / 2),
            "Two of the four pixels around the center are missing.",
        ),
        mistake(
            _filled(mode="edge"),
            "What does the page put outside the image?",
        ),
        mistake(
            _filled(mode="wrap"),
            "Behind the last pixel yours goes on with the first. What is beyond the "
            "border?",
        ),
        mistake(
            _filled(kept=0),
            "Put x at a pixel: which weights remain?",
        ),
        mistake(
            lambda x_in: np.ceil(resampling.duplicate(sum(_neighbors(x_in)) / 4)),
            "Do the original values still appear in your output?",
        ),
        mistake(
            _filled(center=lambda x, right, below, across: np.ceil(
                (np.ceil((x + right) / 2) + np.ceil((below + across) / 2)) / 2)),
            "How often is one pixel rounded?",
        ),
        mistake(
            _filled(center=lambda x, right, below, across: np.ceil(
                (np.ceil((x + below) / 2) + np.ceil((right + across) / 2)) / 2)),
            "You round columns, and then once more.",
        ),
        mistake(
            _filled(np.floor),
            "Fractions are to be rounded up; yours are cut off.",
        ),
        mistake(
            _filled(np.round),
            "np.round goes to the nearest number, and halves to the even one.",
        ),
        mistake(
            _in_bytes,
            "Right for ordinary numbers. What if the picture holds bytes?",
        ),
        mistake(
            resampling.duplicate,
            "Each pixel is copied. What lies between two of them?",
        ),
        mistake(
            _filled(center=lambda x, right, below, across: 0 * x),
            "Values in between are zero where four pixels meet.",
        ),
        mistake(
            _filled(center=lambda *four: sum(four) / 2),
            "In the middle of four pixels yours is too bright.",
        ),
        mistake(
            _filled(center=lambda x, right, below, across: x),
            "In the middle of four pixels you copy one of them.",
        ),
        mistake(
            _summed_between,
            "You add neighbors. The formula has weights at them.",
        ),
        mistake(
            _crossed,
            "Averages of neighbors in a row stand where those in a column belong.",
        ),
        mistake(
            _moved,
            "Your pixels are in the odd rows and columns.",
        ),
        mistake(
            _filled(np.trunc),
            "A fraction is lost: does it go into an array of whole numbers?",
        ),
        mistake(
            _filled(lambda x: np.floor(x) + 1),
            "You add one to all numbers, whole ones as well.",
        ),
        mistake(
            _filled(lambda x: np.floor(x + 0.5)),
            "You round to the nearest number.",
        ),
        mistake(
            lambda x_in: np.repeat(_filled()(x_in)[::2], 2, axis=0),
            "You interpolate along rows. Then each row is copied.",
        ),
        mistake(
            lambda x_in: np.repeat(_filled()(x_in)[:, ::2], 2, axis=1),
            "You interpolate along columns. Then each column is copied.",
        ),
        mistake(
            lambda x_in: _filled()(x_in)[:, ::2],
            "As many columns as before: that is one direction of two.",
        ),
        mistake(
            lambda x_in: _filled()(x_in)[::2],
            "As many rows as before: that is one direction of two.",
        ),
        mistake(
            lambda x_in: _filled()(x_in)[:-1, :-1],
            "Behind the last pixel there is one more value.",
        ),
    ],
    hints=[
        "Begin with the even rows: the pixels, and the averages of neighbors in a row.",
        "With a row and a column of zeros behind, `x[:-1, :-1]` are the pixels, "
        "`x[:-1, 1:]` their right neighbors, `x[1:, :-1]` those below and `x[1:, 1:]` "
        "those across.",
    ],
)  # fmt: skip

question(
    "10.4.13",
    title="A constant",
    prompt="A long row has the value 1 everywhere. It is doubled by a transposed "
    "convolution with the weights $(1, 1, 1)$. What comes out, far from the ends?",
    choices=[
        choice(
            "1 everywhere.",
            "Count for an odd place: from how many inputs does it receive?",
        ),
        choice(
            "3 everywhere: the sum of the weights.",
            "With stride 1 it would be so. Here the inputs are two places apart.",
        ),
        choice(
            "1.5 everywhere: three weights on two places.",
            "That is the average. Do even and odd places receive equally much?",
        ),
        choice(
            "1 and 2 in turn.",
            "Yes. Even places receive once and odd ones twice. In a picture this is a "
            "checkerboard.",
            right=True,
        ),
    ],
)


def _both(even, odd):
    return np.ravel(np.stack([even, odd], axis=1))


def _spread_out(h, omega, *, beyond="constant"):
    h = np.asarray(h, dtype=float)
    after = np.pad(h, (0, 1), mode=beyond)[1:]
    return _both(omega[1] * h, omega[2] * h + omega[0] * after)


def _row(count, seed):
    return np.random.default_rng(seed).normal(size=count).round(2)


def _overwritten(h, omega):
    """Write what each input gives over what the one before has given."""
    y = np.zeros(2 * len(h) + 2)
    for j, value in enumerate(h):
        y[2 * j : 2 * j + 3] = value * np.asarray(omega)
    return y[1:-1]


def _from_before(h, omega):
    h = np.asarray(h, dtype=float)
    return _both(omega[1] * h, omega[2] * h + omega[0] * np.pad(h, (1, 0))[:-1])


def _slide(h, omega, step=1):
    return np.convolve(h, np.asarray(omega)[::-1])[1:-1][::step]


exercise(
    "10.4.14",
    title="A row, twice as long",
    stub="def transposed_convolution(h, omega):\n    ...  # your code\n",
    solution=(
        "def transposed_convolution(h, omega):\n"
        "    y = np.zeros(2 * len(h))\n"
        "    y[::2] = omega[1] * np.array(h)\n"
        "    y[1::2] = omega[2] * np.array(h)\n"
        "    y[1:-1:2] += omega[0] * np.array(h[1:])\n"
        "    return y\n"
    ),
    reference=resampling.transposed_convolution,
    equivalent={
        "y = np.ones(2 * len(h))": "all entries are replaced",
        "y[1:-2:2] += omega[0] * np.array(h[1:])": "both end with the same odd place",
    },
    cases=[
        case(np.array([1.0, 4.0, -2.0, 0.5]), np.array([0.5, 2.0, -1.0])),
        case(_row(7, 26), _row(3, 27)),
        case(np.array([6, 8, 4]), np.array([0.5, 1, 0.25])),
        case(np.array([3, 0, 0, 1, 2]), np.array([7, 8, 10])),
        case(_row(1, 28), _row(3, 29)),
    ],
    planted=[
        mistake(
            lambda h, omega: _spread_out(h, np.asarray(omega)[::-1]),
            "Input j gives to the place before it, too: with which weight?",
        ),
        mistake(
            lambda h, omega: _both(omega[1] * h, np.zeros(len(h))),
            "The odd places are empty. Which inputs lie beside them?",
        ),
        mistake(
            lambda h, omega: _both(omega[1] * h, omega[2] * h),
            "An odd place receives from two inputs, except for the last one.",
        ),
        mistake(
            lambda h, omega: _spread_out(h, omega, beyond="wrap"),
            "Your last place receives from the first input. Behind the end there is a "
            "zero.",
        ),
        mistake(
            lambda h, omega: _spread_out(h, omega, beyond="edge"),
            "Your last value is repeated beyond the end.",
        ),
        mistake(
            lambda h, omega: np.convolve(np.kron(h, [1, 0]), omega),
            "There are two values too many. What does the first weight put before the "
            "start?",
        ),
        mistake(
            lambda h, omega: _spread_out(np.kron(h, [1, 0]), omega)[: 2 * len(h)],
            "Zeros come between the inputs twice.",
        ),
        mistake(
            lambda h, omega: sum(omega) * np.repeat(np.asarray(h, dtype=float), 2),
            "You copy each input, and multiply by the sum of the weights.",
        ),
        mistake(
            lambda h, omega: _spread_out(h, omega).reshape(-1, 2).sum(axis=1),
            "Your result is as long as `h`. It should be twice as long.",
        ),
        mistake(
            _from_before,
            "An odd place lies between two inputs. Yours takes the one before both.",
        ),
        mistake(
            lambda h, omega: _both(
                _spread_out(h, omega)[::2], _spread_out(h, omega)[1::2] / 2
            ),
            "You average at the odd places. The weights are all there is.",
        ),
        mistake(
            lambda h, omega: _spread_out(h, np.roll(omega, 1)),
            "Even places: which of the three weights is the middle one?",
        ),
        mistake(
            _overwritten,
            "What the input before has given is lost: do you write, or add?",
        ),
        mistake(
            lambda h, omega: np.convolve(np.kron(h, [1, 0]), omega)[:-2],
            "All values stand one place too far behind.",
        ),
        mistake(
            lambda h, omega: np.convolve(np.kron(h, [1, 0])[:-1], omega),
            "There is one value too many. At which place does input 0 begin to give?",
        ),
        mistake(
            lambda h, omega: _spread_out(h, (0.5, 1, 0.5)),
            "You interpolate, whatever `omega` is.",
        ),
        mistake(
            _slide,
            "That is a convolution with stride 1: as long as `h`.",
        ),
        mistake(
            lambda h, omega: _slide(h, omega, 2),
            "You halve the row. This is the way up.",
        ),
        mistake(
            lambda h, omega: _slide(np.repeat(h, 2), omega),
            "You copy each input, and then slide the weights over all.",
        ),
        mistake(
            lambda h, omega: _both(
                _spread_out(h, omega)[1::2], _spread_out(h, omega)[::2]
            ),
            "Even and odd places are exchanged.",
        ),
        mistake(
            lambda h, omega: _spread_out(h, omega).reshape(-1, 2).T.ravel(),
            "First all even places come, then all odd ones.",
        ),
        mistake(
            lambda h, omega: _spread_out(h, omega)[:-1],
            "The last odd place is missing.",
        ),
        mistake(
            lambda h, omega: _spread_out(h, omega) / sum(omega),
            "Your weights add up to one. Take them as they come.",
        ),
        mistake(
            lambda h, omega: (
                _spread_out(h, omega) * np.append(np.ones(2 * len(h) - 1), 0)
            ),
            "The last place receives from the last input, too.",
        ),
    ],
    hints=[
        "To which three places does input $j$ give, and with which weight to each?",
        "`y[::2]` are the even places. For `y[1::2]` add the input before with "
        "`omega[2]` and the input behind with `omega[0]`.",
    ],
)
