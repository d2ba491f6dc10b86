"""Exercises and questions of page 16.2, autoregressive flows."""

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
from udl.generative import autoregressive_flow as flow

_PHI = flow.example_bins([])
_POINT = np.array([0.22, 0.41, 0.83, 0.53])


def _steered(earlier):
    """Make the heights of four bins that turn with the sum of the coordinates."""
    votes = np.exp(np.cos(np.arange(4) - 3 * np.sum(earlier) - len(earlier)))
    return votes / votes.sum()


def _three(earlier):
    votes = 1.0 + np.arange(3) * (0.5 + sum((d + 1) * e for d, e in enumerate(earlier)))
    return votes / votes.sum()


def _bin(h, phi):
    return min(int(h * len(phi)), len(phi) - 1)


def _begin(b, phi):
    return np.sum(phi[:b])


def _flow(*, given=None, bend=flow.piecewise_linear):
    """Make a forward mapping that feeds the conditioner with something else."""
    given = given or (lambda h, mapped, d: h[:d])

    def mapping(h, bins):
        mapped = np.zeros(len(h))
        for d in range(len(h)):
            mapped[d] = bend(h[d], bins(np.array(given(h, mapped, d), dtype=float)))
        return mapped

    return mapping


def _log_slopes(h, bins):
    return np.array(
        [np.log(flow.slope(h[d], bins(np.asarray(h[:d])))) for d in range(len(h))]
    )


def _published_forward(h1, h2, h3, h4):
    return tuple(flow.forward(np.array([h1, h2, h3, h4]), flow.example_bins))


def _published_backward(h1_prime, h2_prime, h3_prime, h4_prime):
    mapped = np.array([h1_prime, h2_prime, h3_prime, h4_prime])
    return tuple(flow.backward(mapped, flow.example_bins))


def _column(earlier):
    return flow.example_bins(np.array(earlier)).reshape(5, 1)


_NETWORKS = {
    "get_phi": lambda: lambda: flow.example_bins([]),
    "shallow_network_phi_h1": lambda: lambda h1: _column([h1]),
    "shallow_network_phi_h1h2": lambda: lambda h1, h2: _column([h1, h2]),
    "shallow_network_phi_h1h2h3": lambda: lambda h1, h2, h3: _column([h1, h2, h3]),
}


def _one(h, phi):
    return float(flow.piecewise_linear(h, np.ravel(phi)))


def _one_inverse(h_prime, phi):
    return float(flow.inverse(h_prime, np.ravel(phi)))


def _as_four(mapping):
    return lambda *four: tuple(mapping(np.array(four), flow.example_bins))


def _climb(begin, part=lambda share, b: share, rise=lambda b: b):
    """Make a wrong g from where a bin begins, how far h is in it, and which rises."""

    def wrong(h, phi):
        b = _bin(h, phi)
        return begin(b, phi) + part(h * len(phi) - b, b) * phi[rise(b)]

    return wrong


def _rounded(h, phi):
    b = round(h * len(phi))
    return _begin(b, phi) + (h * len(phi) - b) * phi[min(b, len(phi) - 1)]


def _among_heights(h, phi):
    b = np.searchsorted(np.cumsum(phi), h)
    return _begin(b, phi) + (h * len(phi) - b) * phi[b]


def _searched(h_prime, phi, *, high=1.0, steps=50, turned=False):
    """Search with a mistake."""
    low = 0.0
    for _ in range(steps):
        middle = (low + high) / 2
        below = (flow.piecewise_linear(middle, phi) < h_prime) != turned
        low, high = (middle, high) if below else (low, middle)
    return middle


def _undone(formula):
    """Make a wrong inverse from h', the bin, its edges, its rise and K."""

    def wrong(h_prime, phi):
        c = np.append(0.0, np.cumsum(phi))
        b = min(int(np.sum(c[1:] <= h_prime)), len(phi) - 1)
        return formula(h_prime, b, c, phi[b], len(phi))

    return wrong


def _summed(term, *, given=lambda h, d: h[:d], first=0):
    """Make a wrong log-determinant from a function of a coordinate and its heights."""

    def wrong(h, bins):
        return sum(
            np.log(term(h[d], bins(np.asarray(given(h, d))), len(h)))
            for d in range(first, len(h))
        )

    return wrong


def _rise(h, phi):
    return phi[_bin(h, phi)]


_FOURS = (
    case(0.22, 0.41, 0.83, 0.53),
    case(0.9, 0.05, 0.33, 0.71),
    case(0.55, 0.95, 0.15, 0.02),
)

question(
    "16.2.1",
    title="Where the points gather",
    prompt="Spread $h$ evenly over the interval and map every point. Where are the "
    "points $h'$ most dense?",
    choices=[
        choice(
            "Where the function is steep: much happens there.",
            "A steep line spreads the points of its bin over a long stretch.",
        ),
        choice(
            "Everywhere alike, for all bins have the same width.",
            "All bins hold the same share of points. How long are their images?",
        ),
        choice(
            "Near 0 and 1.",
            "Nothing is special about the ends. Think of the image of one bin: how "
            "long is it?",
        ),
        choice(
            "Where the function is flat.",
            "Yes. Each bin holds the same share of the points, and a flat line presses "
            "its share into a short stretch.",
            right=True,
        ),
    ],
)

exercise(
    "16.2.2",
    title="Straight lines over bins",
    stub="def g(h, phi):\n    ...  # your code\n",
    solution=(
        "def g(h, phi):\n"
        "    K = len(phi)\n"
        "    b = int(h * K)\n"
        "    return np.sum(phi[:b]) + (h * K - b) * phi[b]\n"
    ),
    equivalent={
        "the result has the first argument's type": "coordinates are floats",
        (
            "return np.abs(np.sum(phi[:b]) + (h * K - b) * phi[b])"
        ): "values are not negative",
        (
            "return np.maximum(np.sum(phi[:b]) + (h * K - b) * phi[b], 0)"
        ): "values are not negative",
    },
    reference=flow.piecewise_linear,
    cases=[
        case(0.57, _PHI),
        case(0.22, _PHI),
        case(0.9, np.array([0.2, 0.8])),
        case(0.0, _PHI),
        case(0.25, np.array([0.1, 0.3, 0.2, 0.4])),
        case(0.99, _PHI),
        case(0.4, np.array([1.0])),
        case(0.71, np.array([0.5, 0.3, 0.2])),
    ],
    published=published("g(h, phi)"),
    planted=[
        mistake(
            lambda h, phi: (h * len(phi) - _bin(h, phi)) * phi[_bin(h, phi)],
            "Just left and right of a bin edge: do your values agree? Each bin begins "
            "where the one before has ended.",
        ),
        mistake(
            lambda h, phi: (
                _begin(_bin(h, phi), phi)
                + (h - _bin(h, phi) / len(phi)) * phi[_bin(h, phi)]
            ),
            "What are g(0) and g(1)? How far h is in its bin is a number from 0 to 1.",
        ),
        mistake(
            lambda h, phi: _begin(_bin(h, phi), phi) + h * len(phi) * phi[_bin(h, phi)],
            "You climb with the whole of h, not with what it is inside of its bin.",
        ),
        mistake(
            lambda h, phi: _begin(_bin(h, phi), phi),
            "You stop at the beginning of the bin.",
        ),
        mistake(
            lambda h, phi: _begin(_bin(h, phi) + 1, phi),
            "You give the height at the end of the bin, whatever h is in it.",
        ),
        mistake(
            lambda h, phi: (
                _begin(_bin(h, phi) + 1, phi)
                + (h * len(phi) - _bin(h, phi)) * phi[_bin(h, phi)]
            ),
            "You add the bin of h twice, as a whole and in part.",
        ),
        mistake(
            lambda h, phi: np.interp(h, np.linspace(0, 1, len(phi)), np.cumsum(phi)),
            "Check g(0) and g(1): K bins have K + 1 edges.",
        ),
        mistake(
            lambda h, phi: len(phi) * phi[_bin(h, phi)],
            "This is the slope of the line, not its height.",
        ),
        mistake(
            lambda h, phi: flow.inverse(h, phi),
            "You have undone the function: which axis has bins of equal width?",
        ),
        mistake(
            _rounded,
            "You round to the nearest edge. The bin of h begins at or before h.",
        ),
        mistake(
            _climb(_begin, rise=lambda b: b - 1),
            "The bins are numbered from 0. Whose rise do you take for the last part?",
        ),
        mistake(
            _climb(lambda b, phi: np.sum(phi[: b - 1])),
            "One bin is left out of the sum: count those before the bin of h.",
        ),
        mistake(
            _climb(lambda b, phi: phi[b - 1]),
            "You begin with the rise of a single bin. What have all bins before it "
            "risen?",
        ),
        mistake(
            _climb(lambda b, phi: b / len(phi)),
            "In yours each bin begins on the diagonal. Where has the bin before it "
            "ended?",
        ),
        mistake(
            _climb(_begin, part=lambda share, b: 1 - share),
            "You measure from the right end of the bin. What is g(0)?",
        ),
        mistake(
            lambda h, phi: _climb(_begin, part=lambda share, b: share * len(phi))(
                h, phi
            ),
            "hK - b is already a share of the bin, from 0 to 1. What is the other K"
            " for?",
        ),
        mistake(
            _among_heights,
            "You look for h among the heights. The bins of h are equally wide.",
        ),
    ],
    hints=[
        "Which bin is `h` in, and how far into it?",
        "With `b = int(h * K)`: the sum of `phi[:b]`, and the fraction `h * K - b` of "
        "`phi[b]`.",
    ],
)

exercise(
    "16.2.3",
    title="Almost always right",
    stub=(
        "def bisect(h_prime, phi):\n"
        "    low, high = 0.0, 0.999\n"
        "    for _ in range(50):\n"
        "        middle = (low + high) / 2\n"
        "        below = g(middle, phi) < h_prime\n"
        "        low, high = (middle, high) if below else (low, middle)\n"
        "    return middle\n"
    ),
    solution=(
        "def bisect(h_prime, phi):\n"
        "    low, high = 0.0, 1.0\n"
        "    for _ in range(50):\n"
        "        middle = (low + high) / 2\n"
        "        below = g(middle, phi) < h_prime\n"
        "        low, high = (middle, high) if below else (low, middle)\n"
        "    return middle\n"
    ),
    uses={"g": "16.2.2"},
    equivalent={
        "the result has the first argument's type": "coordinates are floats",
        "low, high = (0.0, 2.0)": "a longer search",
        "for _ in range(51):": "a longer search",
        "for _ in range(49):": "long enough",
        "below = g(middle, phi) <= h_prime": "one point of a line",
        "return np.abs(middle)": "values are not negative",
        "return np.maximum(middle, 0)": "values are not negative",
    },
    reference=flow.inverse,
    cases=[
        case(0.21, _PHI),
        case(0.9999, _PHI),
        case(1.0, _PHI),
        case(0.0, _PHI),
        case(0.65, np.array([0.1, 0.3, 0.2, 0.4])),
        case(0.9995, np.array([0.6, 0.4])),
        case(0.02, np.array([0.01, 0.99])),
    ],
    planted=[
        mistake(
            lambda h_prime, phi: min(float(flow.inverse(h_prime, phi)), 0.9999),
            "Closer. And the numbers between your end and 1?",
        ),
        mistake(
            lambda h_prime, phi: min(float(flow.inverse(h_prime, phi)), 0.999),
            "More halvings do not help: what is the largest number that the search can "
            "ever find?",
        ),
        mistake(
            lambda h_prime, phi: 1 - float(flow.inverse(h_prime, phi)),
            "Your search goes to the wrong half.",
        ),
        mistake(
            lambda h_prime, phi: np.round(float(flow.inverse(h_prime, phi)), 3),
            "Your search ends too early.",
        ),
        mistake(
            lambda h_prime, phi: flow.piecewise_linear(h_prime, phi),
            "You map forward once more. Which h has this h'?",
        ),
        mistake(
            lambda h_prime, phi: _searched(h_prime, phi, turned=True),
            "The search goes to one end: which half do you keep, and why?",
        ),
        mistake(
            lambda h_prime, phi: _searched(h_prime, phi, steps=10),
            "Ten halvings leave an interval of a thousandth.",
        ),
        mistake(
            lambda h_prime, phi: h_prime,
            "You find h' itself. Compare h' with what the middle is mapped to, and "
            "return the middle.",
        ),
    ],
    hints=[
        "Try `h_prime = 1.0`. Between which two numbers does the search look?",
        "The interval must hold every possible answer: from 0 to 1.",
    ],
)

question(
    "16.2.4",
    title="How long a search",
    prompt="A bisection begins with an interval of length 1. After how many halvings "
    "is the interval for the first time no longer than $10^{-10}$?",
    answer=number(
        34,
        tolerance=0.1,
        feedback="Yes: $2^{33}$ is a bit less than $10^{10}$, and $2^{34}$ is more. "
        "With a formula it is one step.",
    ),
    near=[
        number(33, tolerance=0.1, feedback="$2^{33}$ is 8,589,934,592: not enough."),
        number(33.22, tolerance=0.05, feedback="This is the logarithm. Halvings come "
               "in whole numbers."),
        number(10, tolerance=0.1, feedback="Each halving brings a factor of two, not "
               "of ten."),
        number(24, tolerance=0.5, feedback="Take the logarithm to the base of two: "
               "each step halves the interval."),
        number(35, tolerance=0.1, feedback="One fewer is enough: compare $2^{34}$ with "
               "$10^{10}$."),
    ],
    otherwise="After $n$ halvings its length is $2^{-n}$.",
)  # fmt: skip

exercise(
    "16.2.5",
    title="Undone by a formula",
    stub="def inverse(h_prime, phi):\n    ...  # your code\n",
    solution=(
        "def inverse(h_prime, phi):\n"
        "    c = np.cumsum(phi)\n"
        "    b = np.sum(c <= h_prime)\n"
        "    return (b + (h_prime - c[b] + phi[b]) / phi[b]) / len(phi)\n"
    ),
    equivalent={
        "the result has the first argument's type": "coordinates are floats",
        "b = np.sum(c < h_prime)": "neighboring lines meet at the edge",
        (
            "return np.abs((b + (h_prime - c[b] + phi[b]) / phi[b]) / "
            "len(phi))"
        ): "values are not negative",
        (
            "return np.maximum((b + (h_prime - c[b] + phi[b]) / phi[b]) / "
            "len(phi), 0)"
        ): "values are not negative",
    },
    reference=flow.inverse,
    cases=[
        case(0.21, _PHI),
        case(0.64, _PHI),
        case(0.72, _PHI),
        case(0.5, np.array([0.2, 0.8])),
        case(0.0, _PHI),
        case(0.9999, _PHI),
        case(0.4, np.array([1.0])),
        case(0.25, np.array([0.25, 0.25, 0.5])),
        case(0.3, np.array([0.5, 0.3, 0.2])),
    ],
    planted=[
        mistake(
            lambda h_prime, phi: flow.piecewise_linear(h_prime, phi),
            "This maps forward once more.",
        ),
        mistake(
            lambda h_prime, phi: (
                _bin(h_prime, phi)
                + (h_prime - _begin(_bin(h_prime, phi), phi)) / phi[_bin(h_prime, phi)]
            ) / len(phi),
            "You find the bin as if the bins of h' were equally wide.",
        ),
        mistake(
            lambda h_prime, phi: (
                len(phi) * flow.inverse(h_prime, phi)
            ),
            "A factor 1/K is missing: the answer is a number from 0 to 1.",
        ),
        mistake(
            lambda h_prime, phi: (
                int(len(phi) * flow.inverse(h_prime, phi) + 1e-12) / len(phi)
            ),
            "You stop at the beginning of the bin.",
        ),
        mistake(
            lambda h_prime, phi: (
                len(phi) * flow.inverse(h_prime, phi)
                - int(len(phi) * flow.inverse(h_prime, phi) + 1e-12)
            ) / len(phi),
            "This is how far h is inside of its bin. Which bin is it?",
        ),
        mistake(
            lambda h_prime, phi: (
                (b := int(np.sum(np.cumsum(phi) <= h_prime)))
                + (h_prime - _begin(b, phi)) * phi[b]
            ) / len(phi),
            "Inside of the bin, divide by the rise: a flat line has to be stretched.",
        ),
        mistake(
            _undone(lambda at, b, c, rise, K: (b + (at - c[b + 1]) / rise) / K),
            "You start from the height at which the bin ends. Where does it begin?",
        ),
        mistake(
            _undone(lambda at, b, c, rise, K: b / K + (at - c[b]) / rise),
            "How far h is in its bin is a share of the bin. How wide is the bin?",
        ),
        mistake(
            _undone(lambda at, b, c, rise, K: (b + at / rise) / K),
            "You take all of h' for the last part. How much of it lies above the "
            "beginning of the bin?",
        ),
        mistake(
            _undone(lambda at, b, c, rise, K: (b + at - c[b]) / K),
            "What h' is above the beginning of the bin is a height. Which share of "
            "the bin's rise is it?",
        ),
    ],
    hints=[
        "`np.cumsum(phi)` holds the heights at which bins end. How many of them are at "
        "or below `h_prime`?",
        "With `b` that number: `(b + (h_prime - sum(phi[:b])) / phi[b]) / K`.",
    ],
)  # fmt: skip

exercise(
    "16.2.6",
    title="Forward",
    stub="def forward_mapping(h, bins):\n    ...  # your code\n",
    solution=(
        "def forward_mapping(h, bins):\n"
        "    h_prime = np.zeros(len(h))\n"
        "    for d in range(len(h)):\n"
        "        h_prime[d] = g(h[d], bins(h[:d]))\n"
        "    return h_prime\n"
    ),
    uses={"g": "16.2.2"},
    equivalent={
        "the result has the first argument's type": "coordinates are floats",
        "h_prime = np.ones(len(h))": "all entries are set",
        "return np.abs(h_prime)": "values are not negative",
        "return np.maximum(h_prime, 0)": "values are not negative",
    },
    reference=flow.forward,
    cases=[
        case(_POINT[:3], _steered),
        case(_POINT, flow.example_bins),
        case(np.array([0.9, 0.1]), _three),
        case(np.array([0.35]), _steered),
        case(np.array([0.5, 0.25, 0.0, 0.75, 0.99]), _steered),
        case(np.array([0.6, 0.6, 0.6]), _three),
    ],
    published=published(
        "forward_mapping(h1, h2, h3, h4)",
        provides={"g": lambda: _one, **_NETWORKS},
        reference=_published_forward,
        cases=_FOURS,
        lifts=_as_four,
    ),
    planted=[
        mistake(
            _flow(given=lambda h, mapped, d: mapped[:d]),
            "Which inputs feed the networks in the figure? What can the inverse know "
            "when it reaches this step?",
        ),
        mistake(
            _flow(given=lambda h, mapped, d: []),
            "Every coordinate is bent in the same way: the conditioner never sees "
            "anything.",
        ),
        mistake(
            _flow(given=lambda h, mapped, d: h[max(d - 1, 0) : d]),
            "The conditioner sees the last coordinate only. It takes all before.",
        ),
        mistake(
            _flow(given=lambda h, mapped, d: h[:d][::-1]),
            "The coordinates reach the conditioner in reverse order.",
        ),
        mistake(
            _flow(given=lambda h, mapped, d: np.zeros(d)),
            "The conditioner is given zeros instead of the coordinates.",
        ),
        mistake(
            _flow(bend=flow.inverse),
            "You bend with the inverse function.",
        ),
        mistake(
            _flow(given=lambda h, mapped, d: h[: d + 1]),
            "The conditioner sees the coordinate that is being bent. Could you undo"
            " that?",
        ),
        mistake(
            _flow(given=lambda h, mapped, d: h[d + 1 :]),
            "The conditioner sees the coordinates that come after.",
        ),
        mistake(
            _flow(given=lambda h, mapped, d: h[: max(d - 1, 0)]),
            "The conditioner misses one coordinate, the one just before.",
        ),
        mistake(
            lambda h, bins: np.append(h[0], flow.forward(h, bins)[1:]),
            "The first coordinate is bent as well: what does `bins` give when there"
            " is none before?",
        ),
    ],
    hints=[
        "One coordinate after the other: which ones may the conditioner see?",
        "`g(h[d], bins(h[:d]))` for each `d`.",
    ],
)

question(
    "16.2.7",
    title="Which way is slow?",
    prompt="You have a processor for each coordinate. Which of the two directions can "
    "use all of them at the same time?",
    choices=[
        choice(
            "Forward, for all that the conditioner must know is there at the start.",
            "Yes. On the way back, each coordinate has to wait for those before it.",
            right=True,
        ),
        choice(
            "Backward, for the formula of the inverse needs no search.",
            "Each single inverse is quick. But where do its heights come from?",
        ),
        choice(
            "Both: the heights are the same.",
            "They are, and they are computed from the coordinates before the mapping. "
            "When do you have these?",
        ),
        choice(
            "Neither, since coordinate $d$ depends on all before.",
            "It depends on their values before the mapping. Do you have these?",
        ),
    ],
)

exercise(
    "16.2.8",
    title="Backward",
    stub="def backward_mapping(h_prime, bins):\n    ...  # your code\n",
    solution=(
        "def backward_mapping(h_prime, bins):\n"
        "    h = np.zeros(len(h_prime))\n"
        "    for d in range(len(h)):\n"
        "        h[d] = inverse(h_prime[d], bins(h[:d]))\n"
        "    return h\n"
    ),
    uses={"inverse": "16.2.5", "g": "16.2.2"},
    equivalent={
        "the result has the first argument's type": "coordinates are floats",
        "h = np.ones(len(h_prime))": "all entries are set",
        "return np.abs(h)": "values are not negative",
        "return np.maximum(h, 0)": "values are not negative",
    },
    reference=flow.backward,
    cases=[
        case(flow.forward(_POINT[:3], _steered), _steered),
        case(np.array([0.9, 0.1]), _three),
        case(np.array([0.35]), _steered),
        case(np.array([0.5, 0.25, 0.0, 0.75, 0.99]), _steered),
        case(np.array([0.6, 0.6, 0.6]), _three),
    ],
    published=published(
        "backward_mapping(h1_prime, h2_prime, h3_prime, h4_prime)",
        provides={"g": lambda: _one, "g_inverse": lambda: _one_inverse, **_NETWORKS},
        reference=_published_backward,
        cases=tuple(case(*_published_forward(*four.args)) for four in _FOURS),
        lifts=_as_four,
    ),
    planted=[
        mistake(
            _flow(given=lambda h, found, d: h[:d], bend=flow.inverse),
            "To undo the third you need the first two: in which form? You feed the "
            "mapped ones.",
        ),
        mistake(
            _flow(given=lambda h, found, d: np.zeros(d), bend=flow.inverse),
            "What do you know when you invert the second variable? Your conditioner "
            "sees zeros.",
        ),
        mistake(
            _flow(given=lambda h, found, d: [], bend=flow.inverse),
            "All coordinates are undone with the heights of the first.",
        ),
        mistake(
            _flow(given=lambda h, found, d: found[:d]),
            "You bend forward again. The conditioner is fed well; which function "
            "undoes the bending?",
        ),
        mistake(
            flow.forward,
            "This is the forward mapping of the mapped point.",
        ),
        mistake(
            _flow(
                given=lambda h, found, d: found[max(d - 1, 0) : d], bend=flow.inverse
            ),
            "The conditioner must see all coordinates before, not only the last.",
        ),
        mistake(
            _flow(given=lambda h, found, d: found[: d + 1], bend=flow.inverse),
            "The conditioner sees one coordinate too many: the one that you are "
            "looking for.",
        ),
        mistake(
            _flow(given=lambda h, found, d: found, bend=flow.inverse),
            "The conditioner sees all coordinates, also those that you have not "
            "found yet.",
        ),
    ],
    hints=[
        "Which coordinate can be undone without knowing any other?",
        "`h[d] = inverse(h_prime[d], bins(h[:d]))`, in order.",
    ],
)

exercise(
    "16.2.9",
    title="The logarithm of the determinant",
    stub="def log_determinant(h, bins):\n    ...  # your code\n",
    solution=(
        "def log_determinant(h, bins):\n"
        "    total = 0.0\n"
        "    for d in range(len(h)):\n"
        "        phi = bins(h[:d])\n"
        "        total += np.log(len(phi) * phi[int(h[d] * len(phi))])\n"
        "    return total\n"
    ),
    equivalent={
        "the result has the first argument's type": "coordinates are floats",
        (
            "total += np.log(np.maximum(len(phi) * phi[int(h[d] * len(phi))], 1e-09))"
        ): "slopes are larger",
        (
            "total += np.log(len(phi) * phi[int(h[d] * len(phi))] + 1e-09)"
        ): "slopes are far larger",
    },
    reference=flow.log_determinant,
    cases=[
        case(_POINT[:3], _steered),
        case(_POINT, flow.example_bins),
        case(np.array([0.9, 0.1]), _three),
        case(np.array([0.35]), _steered),
        case(np.array([0.55, 0.2, 0.05, 0.7, 0.95]), _steered),
    ],
    planted=[
        mistake(
            lambda h, bins: np.sum(
                _log_slopes(h, bins)
                - [np.log(len(bins(np.asarray(h[:d])))) for d in range(len(h))]
            ),
            "The slope is not phi: a bin is 1/K wide.",
        ),
        mistake(
            lambda h, bins: np.exp(np.sum(_log_slopes(h, bins))),
            "This is the determinant itself.",
        ),
        mistake(
            lambda h, bins: np.sum(np.exp(_log_slopes(h, bins))),
            "You add up the slopes. The determinant multiplies them.",
        ),
        mistake(
            lambda h, bins: np.log(np.sum(np.exp(_log_slopes(h, bins)))),
            "You take the logarithm of a sum. Which comes first?",
        ),
        mistake(
            lambda h, bins: np.sum(
                [
                    np.log(flow.slope(m, bins(np.asarray(h[:d]))))
                    for d, m in enumerate(flow.forward(h, bins))
                ]
            ),
            "You look up the bin of the mapped coordinate. The slope is taken at h.",
        ),
        mistake(
            lambda h, bins: np.sum(
                [
                    np.log(flow.slope(h[d], bins(flow.forward(h, bins)[:d])))
                    for d in range(len(h))
                ]
            ),
            "The conditioner sees mapped coordinates in yours.",
        ),
        mistake(
            lambda h, bins: np.mean(_log_slopes(h, bins)),
            "A mean over the coordinates: the determinant is a product of all.",
        ),
        mistake(
            lambda h, bins: _log_slopes(h, bins)[-1],
            "This is the last coordinate only.",
        ),
        mistake(
            _summed(lambda h, phi, D: _rise(h, phi) / len(phi)),
            "A slope is the rise divided by the width of the bin. Which width have "
            "you divided by?",
        ),
        mistake(
            _summed(lambda h, phi, D: 5 * _rise(h, phi)),
            "Five bins are those of the page's conditioner. How many heights do you"
            " get from `bins`?",
        ),
        mistake(
            _summed(lambda h, phi, D: D * _rise(h, phi)),
            "You multiply by the number of coordinates. How many bins are there?",
        ),
        mistake(
            _summed(
                lambda h, phi, D: len(phi) * phi[min(round(h * len(phi)), len(phi) - 1)]
            ),
            "You round to the nearest edge. In which bin is h?",
        ),
        mistake(
            _summed(lambda h, phi, D: len(phi) * _rise(h, phi), first=1),
            "The first coordinate is stretched as well, with the heights that "
            "`bins` gives for none.",
        ),
        mistake(
            _summed(
                lambda h, phi, D: len(phi) * _rise(h, phi), given=lambda h, d: h[:0]
            ),
            "All coordinates get the heights of the first: the conditioner never "
            "sees anything.",
        ),
        mistake(
            _summed(
                lambda h, phi, D: len(phi) * _rise(h, phi),
                given=lambda h, d: h[: d + 1],
            ),
            "The conditioner sees one coordinate too many.",
        ),
        mistake(
            _summed(lambda h, phi, D: len(phi) * flow.piecewise_linear(h, phi)),
            "You take the height of the function at h. What is its slope there?",
        ),
    ],
    hints=[
        "Where on the diagonal is the slope of coordinate `d`? At which input?",
        "Sum up `np.log(K * phi[b])` with `phi = bins(h[:d])` and the bin of `h[d]`.",
    ],
)

exercise(
    "16.2.10",
    title="Thin where it was stretched",
    stub="def density(h_prime, bins):\n    ...  # your code\n",
    solution=(
        "def density(h_prime, bins):\n"
        "    h = backward_mapping(h_prime, bins)\n"
        "    return np.exp(-log_determinant(h, bins))\n"
    ),
    uses={"backward_mapping": "16.2.8", "log_determinant": "16.2.9"},
    equivalent={
        "the result has the first argument's type": "coordinates are floats",
    },
    reference=flow.density,
    cases=[
        case(flow.forward(_POINT[:3], _steered), _steered),
        case(np.array([0.9, 0.1]), _three),
        case(np.array([0.35]), _steered),
        case(np.array([0.55, 0.2, 0.05, 0.7, 0.95]), _steered),
        case(np.array([0.62, 0.61, 0.64]), _three),
    ],
    planted=[
        mistake(
            lambda h_prime, bins: 1 / flow.density(h_prime, bins),
            "Where the flow stretches, are there more points or fewer?",
        ),
        mistake(
            lambda h_prime, bins: np.exp(-flow.log_determinant(h_prime, bins)),
            "The determinant is taken at the point before the mapping. Which h has "
            "this h'?",
        ),
        mistake(
            lambda h_prime, bins: np.exp(
                -flow.log_determinant(flow.forward(h_prime, bins), bins)
            ),
            "You map the point forward once more. It has to go back.",
        ),
        mistake(
            lambda h_prime, bins: -np.log(flow.density(h_prime, bins)),
            "This is the log-determinant. Which function makes a density of it?",
        ),
        mistake(
            lambda h_prime, bins: 1.0,
            "Even points have the density one before the flow. And after it?",
        ),
        mistake(
            lambda h_prime, bins: -1 / np.log(flow.density(h_prime, bins)),
            "You divide by the logarithm of the determinant, not by the determinant.",
        ),
        mistake(
            lambda h_prime, bins: np.exp(flow.log_determinant(h_prime, bins)),
            "More points or fewer, where it is stretched? And at which point is the"
            " determinant taken?",
        ),
    ],
    hints=[
        "The density at a mapped point is the one before, divided by the stretching at "
        "the point from which it came.",
        "Go back to `h`, and take `np.exp` of minus its log-determinant.",
    ],
)


def _reaches_the_triangle(answer, K):
    """Tell whether heights lead from even points to the density 2h'."""
    phi = np.asarray(answer, dtype=float)
    if phi.shape != (K,):
        return f"{K} heights are expected."
    if np.any(phi <= 0):
        return "Each height must be positive."
    if abs(phi.sum() - 1) > 1e-9:
        return f"Your heights sum to {phi.sum():.4g}, not to 1."
    ends = np.cumsum(phi)
    off = np.abs(ends**2 - np.arange(1, K + 1) / K)
    if off.max() < 1e-6:
        return True
    k = int(np.flatnonzero(off >= 1e-6)[0])
    return (
        f"After {k + 1} of {K} bins your function has the height {ends[k]:.4g}: its "
        f"square is {ends[k] ** 2:.4g}, and the share of points is {(k + 1) / K:.4g}."
    )


exercise(
    "16.2.11",
    title="A density that grows",
    stub="def heights(K):\n    return np.full(K, 1 / K)   # all even: h' = h\n",
    solution=(
        "def heights(K):\n"
        "    ends = np.sqrt(np.arange(K + 1) / K)\n"
        "    return np.diff(ends)\n"
    ),
    reference=lambda K: np.diff(np.sqrt(np.arange(K + 1) / K)),
    accept=_reaches_the_triangle,
    cases=[case(4), case(1), case(10), case(3)],
    planted=[
        mistake(
            lambda K: np.diff((np.arange(K + 1) / K) ** 2),
            "You take the square where its inverse belongs: which of the two is known, "
            "the share of points or the height?",
        ),
        mistake(
            lambda K: np.arange(1, K + 1) / np.sum(np.arange(1, K + 1)),
            "Heights that grow like the density are steep where points should gather. "
            "Where does a flow gather points?",
        ),
        mistake(
            lambda K: np.arange(K, 0, -1) / np.sum(np.arange(1, K + 1)),
            "The direction is right: the slopes fall. By how much, at each edge?",
        ),
        mistake(
            lambda K: np.sqrt(np.arange(1, K + 1) / K),
            "These are the heights at the ends of the bins. By how much does the "
            "function rise in each?",
        ),
        mistake(
            lambda K: np.diff(np.sqrt(np.arange(K + 1) / K))[::-1],
            "Your bins are in the reverse order.",
        ),
        mistake(
            lambda K: np.full(K, 1 / K),
            "All even: the points stay even.",
        ),
    ],
    hints=[
        "After bin $k$, which share of all points has been mapped? Which height $a$ "
        "has this share below it?",
        "The heights at the edges are the roots of 0, 1/K, 2/K, ..., 1. The rises are "
        "their differences.",
    ],
)
