"""Exercises and questions of page 7.1, backpropagation in a toy model."""

from functools import cache

import numpy as np

from udl.datasets.networks import toy_example
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.gradients.toy_model import (
    toy_backward,
    toy_first_weight_derivative,
    toy_forward,
    toy_parameter_gradients,
)

_EXAMPLE = toy_example()
_SMALL = (0.0, 2.0, np.array([0.0, 0.0, 0.0, 1.0]), np.array([1.0, 2.0, 0.5, 3.0]))
_OTHER = (0.5, -1.0, np.array([0.3, -0.2, 0.4, 1.0]), np.array([2.0, 0.7, -1.1, 1.5]))


_QUARTERS = np.array([np.pi, np.log(2), np.pi / 2, 2.5])  # slopes -1, 2 and -1
_WEIGHTS = np.array([1.5, -0.5, 3.0, 4.0])
_TURNED = (1.0, 0.5, np.array([2.5, -0.4, -1.2, 0.3]), np.array([0.6, 0.9, -1.5, 2.0]))


def _random(rng):
    return rng.normal(), rng.normal(), rng.normal(size=4), rng.normal(size=4)


def _for_backward(x, y, beta, omega):
    f, h, _ = toy_forward(x, y, beta, omega)
    return case(f, h, y, omega)


def _with(sine=np.sin, power=np.exp, cosine=np.cos, first=None):
    """Make a forward pass whose functions or first argument are other ones."""

    def forward(x, y, beta, omega):
        f, h = np.empty(4), np.empty(4)
        h[0] = x
        for k, function in enumerate((sine, power, cosine)):
            f[k] = beta[k] + omega[k] * h[k]
            h[k + 1] = function(x if k == 0 and first else f[k])
        f[3] = beta[3] + omega[3] * h[3]
        return f, h, (f[3] - y) ** 2

    return forward


def _backward(
    factor=2.0, sign=-1.0, weight=1, power=np.exp, cosine=np.sin, at="f", to_input=True
):
    """Make a backward pass that goes wrong where it is told to."""

    def backward(f, h, y, omega):
        dl_df, dl_dh = np.empty(4), np.empty(4)
        dl_df[3] = factor * (f[3] - y)
        z = f if at == "f" else h
        slopes = np.cos(z[0]), power(z[1]), sign * cosine(z[2])
        for k in (3, 2, 1, 0):
            by = {1: omega[k], 0: 1.0, -1: omega[k - 1]}[weight]
            dl_dh[k] = dl_df[k] * by
            if k:
                dl_df[k - 1] = dl_dh[k] * slopes[k - 1]
        if not to_input:
            dl_dh[0] = 0.0
        return dl_df, dl_dh

    return backward


def _one_lost(lost, sine=np.cos):
    """Make a backward pass that loses one factor: a weight (odd) or a slope (even)."""

    def backward(f, h, y, omega):
        slopes = [sine(f[0]), np.exp(f[1]), -np.sin(f[2])]
        dl_df, dl_dh = np.empty(4), np.empty(4)
        dl_df[3] = 2 * (f[3] - y)
        for k in (3, 2, 1, 0):
            dl_dh[k] = dl_df[k] * (1.0 if lost == 2 * k - 1 else omega[k])
            if k:
                factor = 1.0 if lost == 2 * k - 2 else slopes[k - 1]
                dl_df[k - 1] = dl_dh[k] * factor
        return dl_df, dl_dh

    return backward


def _steps(slopes):
    """Make the derivatives for f from the three slopes of the curved steps."""

    def backward(f, h, y, omega):
        along, dl_df = slopes(f, h), np.empty(4)
        dl_df[3] = 2 * (f[3] - y)
        for k in (2, 1, 0):
            dl_df[k] = dl_df[k + 1] * omega[k + 1] * along[k]
        return dl_df

    return backward


def _root(value):
    return np.sqrt(1 - value**2)


def _three_uses(x, y, omega):
    """Give the derivative for each of the three uses of the weight, innermost first."""
    h1 = np.sin(omega * x)
    h2 = np.cos(omega * h1)
    last = 2 * (omega * h2 - y)
    middle = last * omega * -np.sin(omega * h1)
    return np.array([middle * omega * np.cos(omega * x) * x, middle * h1, last * h2])


def _shared(change):
    return lambda x, y, omega: change(_three_uses(x, y, omega))


def _offset_multiplied(x, y, beta, omega):
    return toy_forward(x, y, beta * omega, omega)


def _straight_on(x, y, beta, omega):
    f, h = np.zeros(4), np.zeros(4)
    h[0] = x
    for k, curve in enumerate((np.sin, np.exp, np.cos, None)):
        f[k] = beta[k] + omega[k] * (f[k - 1] if k else x)
        if curve:
            h[k + 1] = curve(f[k])
    return f, h, (f[3] - y) ** 2


def _loss_of_cosine(x, y, beta, omega):
    f, h, _ = toy_forward(x, y, beta, omega)
    return f, h, (h[3] - y) ** 2


def _cosine_kept(x, y, beta, omega):
    f, h, _ = toy_forward(x, y, beta, omega)
    slopes = h[3] * h[2] * np.cos(f[0])
    return 2 * (f[3] - y) * np.prod(omega[1:]) * slopes * x


def _no_weight_between(f, h, y, omega):
    dl_df, _ = _backward(weight=0)(f, h, y, omega)
    return dl_df, omega * dl_df


def _slopes_at_outputs(f, h, y, omega):
    return _backward(at="h")(f, np.roll(h, -1), y, omega)


def _weights_before(f, h, y, omega):
    dl_df, dl_dh = _backward(weight=-1)(f, h, y, omega)
    return dl_df, np.append(omega[0] * dl_df[0], dl_dh[1:])


def _moved_down(f, h, y, omega):
    dl_df, dl_dh = toy_backward(f, h, y, omega)
    return dl_df, np.append(0.0, dl_dh[:-1])


def _local_slopes(f, h, y, omega):
    slopes = np.array([np.cos(f[0]), np.exp(f[1]), -np.sin(f[2]), 2 * (f[3] - y)])
    return slopes, omega * slopes


def _from_the_loss(f, h, y, omega):
    slope, loss = 2 * (f[3] - y), (f[3] - y) ** 2
    return tuple(part * loss / slope for part in toy_backward(f, h, y, omega))


def _by_f_alone(f, h, y, omega):
    """Give the right derivatives; a slope may be computed from f or read off h."""
    h = np.array([h[0], np.sin(f[0]), np.exp(f[1]), np.cos(f[2])])
    return toy_backward(f, h, y, omega)


def _weight_before(f, h, y, omega):
    return _steps(lambda f, h: (np.cos(f[0]), h[2], -np.sin(f[2])))(
        f, h, y, np.roll(omega, 1)
    )


def _without_last_factors(x, y, omega):
    return np.sum(
        _three_uses(x, y, omega)
        / (x, np.sin(omega * x), np.cos(omega * np.sin(omega * x)))
    )


@cache
def _arrivals(rate):
    """Count the starts that arrive in twenty steps, as the page's cell does."""
    x, y, _, _ = _EXAMPLE
    beta, omega = np.random.default_rng(0).normal(size=(100, 2, 4)).transpose(1, 2, 0)
    with np.errstate(all="ignore"):
        for _ in range(20):
            f, h, _ = toy_forward(x, y, beta, omega)
            slopes = [np.cos(f[0]), h[2], -np.sin(f[2])]
            dl_df = np.empty((4, 100))
            dl_df[3] = 2 * (f[3] - y)
            for k in (2, 1, 0):
                dl_df[k] = dl_df[k + 1] * omega[k + 1] * slopes[k]
            beta, omega = beta - rate * dl_df, omega - rate * dl_df * h
        return int(np.sum(toy_forward(x, y, beta, omega)[2] < 1e-3))


def _most_arrive(found):
    """Tell whether a learning rate lets 90 of the 100 starts arrive, or what lacks."""
    if np.size(found) != 1:
        return "One number is asked for: the same rate for all parameters."
    if isinstance(found, str):
        return "Your function returns a text. A number is asked for."
    rate = float(np.ravel(found)[0])
    if rate < 0:
        return (
            "With a negative rate you walk uphill: the minus sign is in the step "
            "already."
        )
    arrived = _arrivals(rate)
    if arrived >= 90:
        return True
    told = f"{arrived} of the 100 arrive."
    if rate == 0:
        return f"{told} With a rate of zero nobody moves."
    return f"{told} Does the count rise or fall if you double the rate?"


def _backward_from_one(f, h, y, omega):
    return toy_backward(f, h, f[3] - 0.5, omega)


def _slopes_at_input(x, y, beta, omega):
    f, _, _ = toy_forward(x, y, beta, omega)
    weights = omega[1] * omega[2] * omega[3]
    slopes = -np.sin(x) * np.exp(x) * np.cos(x)
    return 2 * (f[3] - y) * weights * slopes * x


def _named(name, function):
    """Give a function a name, which a card then shows."""
    function.__name__ = name
    return function


question(
    "7.1.1",
    title="Who notices?",
    prompt=r"Suppose you change $\beta_2$ and nothing else. Which of the numbers of "
    r"the forward pass stay as they are?",
    choices=[
        choice(
            r"None: in a nested formula everything depends on everything.",
            r"Read the equations in order. The first in which $\beta_2$ occurs is that "
            r"for $f_2$. What could change before it?",
        ),
        choice(
            r"$f_0$, $h_1$, $f_1$ and $h_2$.",
            "Yes. They are computed before $\\beta_2$ is used. So $\\beta_2$ acts on "
            "the loss only through $f_2$ and what comes after it; the backward pass "
            "will make use of that.",
            right=True,
        ),
        choice(
            r"All but $f_2$.",
            r"$f_2$ changes, and $h_3$ is the cosine of it. Does the change stop "
            "there?",
        ),
        choice(
            r"$h_3$, $f_3$ and the loss.",
            "You read the chain from the wrong end: those three are computed *from* "
            "$f_2$.",
        ),
    ],
)

exercise(
    "7.1.2",
    title="The forward pass",
    stub="def forward_pass(x, y, beta, omega):\n    ...  # your code\n",
    solution=(
        "def forward_pass(x, y, beta, omega):\n"
        "    f, h = [], [x]\n"
        "    for k, curve in enumerate((np.sin, np.exp, np.cos, None)):\n"
        "        f.append(beta[k] + omega[k] * h[k])\n"
        "        if curve:\n"
        "            h.append(curve(f[k]))\n"
        "    return np.array(f), np.array(h), (f[3] - y) ** 2\n"
    ),
    reference=toy_forward,
    equivalent={
        "return (np.array(f), np.array(h), (y - f[3]) ** 2)": "a square has no sign",
        "right for the sizes of the first case only": "there are always four",
        "the result has the first argument's type": "the input is a float",
    },
    parts=["f", "h", "the loss"],
    cases=[case(*_SMALL), case(*_EXAMPLE), case(*_OTHER)],
    random_case=lambda rng: case(*_random(rng)),
    planted=[
        mistake(
            _with(sine=np.cos, cosine=np.sin),
            "Compare line by line with the model: which function is applied first to "
            "x, and which last?",
        ),
        mistake(
            lambda x, y, beta, omega: toy_forward(x, y, omega, beta),
            "Offsets are added, weights multiply. In your linear steps they have "
            "changed places.",
        ),
        mistake(
            _with(first=True),
            "Your first curved step works on x itself. What does the model do to x "
            "before that?",
        ),
        mistake(
            lambda x, y, beta, omega: (
                *toy_forward(x, y, beta, omega)[:2],
                toy_forward(x, y, beta, omega)[2] / 2,
            ),
            "The numbers on the way are right, the loss is half of what it should be: "
            "here it has no factor in front.",
        ),
        mistake(
            lambda x, y, beta, omega: (
                *toy_forward(x, y, beta, omega)[:2],
                toy_forward(x, y, beta, omega)[0][3] - y,
            ),
            "The numbers on the way are right. Your loss can be negative, though: it "
            "is the error, and something has still to be done to it.",
        ),
        mistake(
            _with(power=lambda z: 2.0**z),
            "Two to the power of a number is not the exponential: the base is another.",
        ),
        mistake(
            _with(power=lambda z: z),
            "One curved step lets its number through unchanged: which function is "
            "missing between the sine and the cosine?",
        ),
        mistake(
            _with(cosine=np.sin),
            "Right up to the last curved step. Which function does the model apply "
            "there?",
        ),
        mistake(
            lambda x, y, beta, omega: (
                *toy_forward(x, y, beta, omega)[:2],
                np.abs(toy_forward(x, y, beta, omega)[0][3] - y),
            ),
            "The numbers on the way are right. Your loss is the size of the error; the "
            "model takes its square.",
        ),
        mistake(
            _with(sine=np.exp, power=np.sin),
            "Two of your curved steps have changed places. Read the formula from the "
            "inside: in which order does it meet them?",
        ),
        mistake(
            lambda *args: tuple(toy_forward(*args)[n] for n in (1, 0, 2)),
            "Both arrays are right, in the wrong order: first the linear steps.",
        ),
        mistake(
            lambda *args: (
                toy_forward(*args)[0],
                np.append(0.0, toy_forward(*args)[1][1:]),
                toy_forward(*args)[2],
            ),
            "One entry of h is still zero. What does the first linear step multiply by "
            "its weight?",
        ),
        mistake(
            _with(power=np.cos, cosine=np.exp),
            "The exponential and the cosine have changed places. Which one "
            "works on the result of which step?",
        ),
        mistake(
            _offset_multiplied,
            "Your weights multiply the offsets, too. In the model an offset is "
            "added after the multiplication.",
        ),
        mistake(
            _with(np.copy, np.copy, np.copy),
            "Your curved steps hand on what they receive.",
        ),
        mistake(
            _straight_on,
            "Your linear steps work on the linear steps before them. What comes "
            "in between?",
        ),
        mistake(
            _loss_of_cosine,
            "The numbers on the way are right. Your loss compares the target "
            "with the cosine: one more step lies between.",
        ),
    ],
    hints=[
        "Make two arrays of four zeros and fill them, one line for each equation.",
        "The order of the lines: `h[0]`, `f[0]`, `h[1]`, `f[1]`, and so on. Each needs "
        "only what is above it.",
        "`f[0] = beta[0] + omega[0] * h[0]`, then `h[1] = np.sin(f[0])`. Six lines "
        "follow.",
    ],
)

exercise(
    "7.1.3",
    title="One derivative, written out",
    stub="def first_weight_derivative(x, y, beta, omega):\n    ...  # your code\n",
    solution=(
        "def first_weight_derivative(x, y, beta, omega):\n"
        "    sine = np.sin(beta[0] + omega[0] * x)\n"
        "    power = np.exp(beta[1] + omega[1] * sine)\n"
        "    angle = beta[2] + omega[2] * power\n"
        "    error = beta[3] + omega[3] * np.cos(angle) - y\n"
        "    slopes = -np.sin(angle) * power * np.cos(beta[0] + omega[0] * x)\n"
        "    return 2 * error * omega[3] * omega[2] * omega[1] * slopes * x\n"
    ),
    equivalent={
        "right for the sizes of the first case only": "there are always four",
        "the result has the first argument's type": "the input is a float",
    },
    reference=toy_first_weight_derivative,
    cases=[
        case(1.0, 1.0, np.zeros(4), np.ones(4)),
        case(*_EXAMPLE),
        case(*_OTHER),
    ],
    random_case=lambda rng: case(*_random(rng)),
    planted=[
        mistake(
            lambda *args: -toy_first_weight_derivative(*args),
            "Right but for the sign. One of the functions falls where its slope is "
            "written with a minus.",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega)
                * np.tan(beta[0] + omega[0] * x)
            ),
            "Every factor is right but the innermost slope: you use the sine itself. "
            "Is a sine steepest where it is highest?",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega)
                / -np.sin(toy_forward(x, y, beta, omega)[0][2])
            ),
            "The outermost curved step passes its change on without a factor in your "
            "formula. Which function is it, and what is its slope?",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega) / omega[3]
            ),
            "One linear step is missing: between the cosine and the output there is a "
            "multiplication, too.",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega) / x
            ),
            "You stop one factor early: what does the weight multiply in the "
            "innermost step?",
        ),
        mistake(
            lambda *args: toy_first_weight_derivative(*args) / 2,
            "Exactly half: differentiate the square once more.",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega)
                / (omega[1] * omega[2] * omega[3])
            ),
            "The slopes of the curved steps are all there. Between them lie linear "
            "steps, and each of those has a slope too.",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega)
                / np.exp(beta[1] + omega[1] * np.sin(beta[0] + omega[0] * x))
            ),
            "One curved step passes its change on without a factor in your formula. "
            "Which function has a slope that is the function itself?",
        ),
        mistake(
            _slopes_at_input,
            "The slopes of the right functions, all taken at x. Which number did the "
            "exponential receive, which the cosine?",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega)
                / np.cos(beta[0] + omega[0] * x)
            ),
            "The innermost curved step passes its change on without a factor in your "
            "formula. Which function is it, and what is its slope?",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega)
                / (2 * (toy_forward(x, y, beta, omega)[0][3] - y))
            ),
            "That is how the *model* responds to the weight. One more step leads from "
            "there to the loss.",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega) / x * omega[0]
            ),
            "You end with the derivative for the input. In the innermost product, "
            "which of the two numbers is being varied?",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega) / omega[1]
            ),
            "One of the weights on the way from the innermost step to the loss "
            "is missing. There are three.",
        ),
        mistake(
            _cosine_kept,
            "You keep the cosine itself for its slope. Is a cosine flat where "
            "it is highest?",
        ),
    ],
    hints=[
        "Give names to the sine, the exponential and the angle of the cosine first. "
        "Each needs the one before.",
        "The formula is a product of eight factors, if you count the 2 with the error. "
        "Write one factor a line and multiply at the end.",
    ],
)

question(
    "7.1.4",
    title="Enter further down",
    prompt=r"Suppose that a nudge enters at $h_2$, behind the exponential. By how many "
    r"times the nudge does the loss move? Read the factors off the figure; two digits "
    r"will do.",
    answer=number(
        -3.366,
        tolerance=0.05,
        feedback=r"Yes: $2 \cdot (-0.754) \cdot 3 \cdot 0.745$, the factors from $h_2$ "
        r"to the bottom. This is $\partial\ell/\partial h_2$. A nudge at $f_1$ needs "
        "the same product and one factor more. Start at the bottom, and you have it.",
    ),
    near=[
        number(
            -17.06,
            tolerance=0.3,
            feedback="One factor too many: the nudge enters *behind* the exponential, "
            "so the exponential does not change it.",
        ),
        number(
            -1.683,
            tolerance=0.03,
            feedback="One factor too few. Between $h_2$ and $f_2$ there is a "
            "multiplication by a weight.",
        ),
        number(
            3.366,
            tolerance=0.05,
            feedback="The size is right. At one step the nudge turns around.",
        ),
        number(
            2.281,
            tolerance=0.03,
            feedback="That is for a nudge at $f_0$. Which factors lie above $h_2$?",
        ),
        number(
            4.99,
            tolerance=0.1,
            feedback="You add the factors. How much is three times as much, and then "
            "twice that?",
        ),
    ],
    otherwise="Start at $h_2$ with 1 and multiply by each factor on the way down to "
    "the loss: there are four.",
)

exercise(
    "7.1.5",
    title="The backward pass",
    stub="def backward_pass(f, h, y, omega):\n    ...  # your code\n",
    solution=(
        "def backward_pass(f, h, y, omega):\n"
        "    slopes = [np.cos(f[0]), np.exp(f[1]), -np.sin(f[2])]\n"
        "    dl_df = np.zeros(4)\n"
        "    dl_df[3] = 2 * (f[3] - y)\n"
        "    for k in (2, 1, 0):\n"
        "        dl_df[k] = slopes[k] * omega[k + 1] * dl_df[k + 1]\n"
        "    return dl_df, omega * dl_df\n"
    ),
    equivalent={
        "dl_df = np.ones(4)": "every entry is overwritten",
        "right for the sizes of the first case only": "there are always four",
        "the result has the first argument's type": "f is an array of floats",
    },
    reference=_by_f_alone,
    parts=["dl_df", "dl_dh"],
    cases=[
        case(_QUARTERS, np.array([0.7, 0.0, 2.0, 0.0]), 1.0, _WEIGHTS),
        _for_backward(*_SMALL),
        _for_backward(*_EXAMPLE),
        _for_backward(*_OTHER),
    ],
    random_case=lambda rng: _for_backward(*_random(rng)),
    planted=[
        mistake(
            _one_lost(5),
            "Right at f3, and off from there on by one and the same factor. What lies "
            "between h3 and f3?",
        ),
        mistake(
            _one_lost(4),
            "Right down to h3. Behind it is a curved step, and its slope is missing.",
        ),
        mistake(
            _one_lost(3),
            "Right down to f2. One weight is missing on the way from there: which one "
            "lies between h2 and f2?",
        ),
        mistake(
            _one_lost(2),
            "Right down to h2. The next step back is curved: what is the slope of the "
            "exponential?",
        ),
        mistake(
            _one_lost(1),
            "Right down to f1. One weight is missing on the way from there: which one "
            "lies between h1 and f1?",
        ),
        mistake(
            _one_lost(0),
            "Right down to h1. The last curved step back is a sine: which factor is "
            "its slope?",
        ),
        mistake(
            _one_lost(None, sine=lambda z: -np.cos(z)),
            "Only the last derivatives have the wrong sign: those behind the sine. "
            "Does it fall where it leaves zero?",
        ),
        mistake(
            _one_lost(None, sine=np.sin),
            "Right down to h1. Is a sine its own slope?",
        ),
        mistake(
            _one_lost(None, sine=lambda z: np.cos(np.sin(z))),
            "Right down to h1. There you take the cosine of h1: at which number does "
            "the sine have to be differentiated?",
        ),
        mistake(
            _backward(weight=0),
            "The last derivative is right, the others lack factors. Between h3 and f3 "
            "lies a multiplication: what is the slope of f3 in h3?",
        ),
        mistake(
            _backward(sign=1.0),
            "All derivatives from f2 backward have the wrong sign: which function "
            "falls when its input grows?",
        ),
        mistake(
            _backward(factor=1.0),
            "Everything is half of what it should be, so the fault is at the very end "
            "of the chain: what is the slope of a square?",
        ),
        mistake(
            _backward(at="h"),
            "You take slopes at h. At which number does the sine have to be "
            "differentiated: at what it received, or at something else?",
        ),
        mistake(
            _backward(power=lambda z: z),
            "Right until you pass the exponential. What is the slope of the "
            "exponential function?",
        ),
        mistake(
            _backward(weight=-1),
            "You multiply by the weight of another step. Which weight lies between "
            "h[k] and f[k]?",
        ),
        mistake(
            lambda f, h, y, omega: toy_backward(f, h, y, omega)[::-1],
            "Both arrays are right, in the wrong order: first those for f.",
        ),
        mistake(
            _backward(factor=-2.0),
            "Every sign is turned around, from the very first derivative on. Does the "
            "loss rise or fall when an output above the target rises?",
        ),
        mistake(
            _backward_from_one,
            "You start with 1 at f3: these are derivatives of the model's output. What "
            "comes after f3?",
        ),
        mistake(
            _backward(cosine=np.cos),
            "Right until you pass the last curved step. Is a cosine its own slope?",
        ),
        mistake(
            _backward(to_input=False),
            "All right but one entry: that for h0 is still zero. The input has a "
            "derivative as well.",
        ),
        mistake(
            lambda *args: tuple(part[::-1] for part in toy_backward(*args)),
            "All numbers are right, in the reverse order. You compute the last "
            "step first; where in the array does it belong?",
        ),
        mistake(
            _slopes_at_outputs,
            "You take each slope at what came out of its function. At which "
            "number is it taken?",
        ),
        mistake(
            _weights_before,
            "Each of your weights belongs to the step before. Which weight "
            "multiplies the number that you go back to?",
        ),
        mistake(
            _no_weight_between,
            "The derivatives for f pass the linear steps unchanged. By what "
            "does a linear step multiply a nudge?",
        ),
        mistake(
            _local_slopes,
            "Those are the slopes of the single steps. The derivative of the "
            "loss collects all of them, from the end up to that step.",
        ),
        mistake(
            lambda f, h, y, omega: toy_backward(f, h, y, omega)[0],
            "The derivatives for f alone come back. Those for h are asked for as well.",
        ),
        mistake(
            _from_the_loss,
            "You begin with the loss itself. What is the slope of a square?",
        ),
        mistake(
            _moved_down,
            "The derivatives for f are right. Those for h have moved by one "
            "place: which weight leads from h[k] to f[k]?",
        ),
    ],
    hints=[
        "Start with `dl_df[3]`. It is the only one that needs the target.",
        "From `dl_df[k]` to `dl_dh[k]`: one weight. From `dl_dh[k]` to `dl_df[k-1]`: "
        "the slope of one function, at `f[k-1]`.",
        "The slopes, from the end: minus sine, exponential, cosine. Seven lines after "
        "the first do it all.",
    ],
)

question(
    "7.1.6",
    title="One factor more",
    prompt=r"On its way back the derivative passed "
    r"$\partial\ell/\partial f_1 = -17.06$. That step is "
    r"$f_1 = \beta_1 + \omega_1 h_1$ with $\omega_1 = -0.4$ and $h_1 = 0.942$. "
    r"What is $\partial\ell/\partial\omega_1$? One decimal will do.",
    answer=number(
        -16.079,
        tolerance=0.06,
        feedback="Yes: the weight is multiplied with $h_1$, so a change of the weight "
        "arrives in $f_1$ as $h_1$ times that. One factor, and the forward pass has "
        "kept it.",
    ),
    near=[
        number(
            -17.06,
            tolerance=0.06,
            feedback="That is the derivative for the offset, which enters $f_1$ with "
            "the factor one. With which factor does the weight enter?",
        ),
        number(
            6.824,
            tolerance=0.06,
            feedback="You multiplied by the weight: that is the derivative for "
            "$h_1$. Which factor is beside $\\omega_1$?",
        ),
        number(
            -17.06 * 2.3,
            tolerance=0.1,
            feedback="You multiplied by the input $x$. Does $\\omega_1$ meet the "
            "input, or what the chain has made of it?",
        ),
    ],
    otherwise=r"Raise $\omega_1$ by a tiny amount $\delta$. By how much does $f_1$ "
    "rise, and how does the loss respond to that?",
)

exercise(
    "7.1.7",
    title="From the steps to the parameters",
    stub="def parameter_derivatives(dl_df, h):\n    ...  # your code\n",
    solution=("def parameter_derivatives(dl_df, h):\n    return dl_df, dl_df * h\n"),
    reference=toy_parameter_gradients,
    equivalent={"right for the sizes of the first case only": "there are always four"},
    parts=["dl_dbeta", "dl_domega"],
    cases=[
        case(np.array([1.0, 2.0, 3.0, 4.0]), np.array([5.0, 6.0, 0.5, -1.0])),
        case(np.array([2.281, -17.06, -1.683, 0.745]), np.array([2.3, 0.9, 5.1, 0.7])),
        case(np.array([1, -2, 3, 4]), np.array([0.5, 6.25, -0.5, -1.0])),
    ],
    random_case=lambda rng: case(rng.normal(size=4), rng.normal(size=4)),
    planted=[
        mistake(
            lambda dl_df, h: (dl_df, dl_df * h[0]),
            "The offsets are right and so is the first weight. Which quantity does "
            "omega_k multiply in the forward pass? Only for k = 0 is it x.",
        ),
        mistake(
            lambda dl_df, h: (dl_df, dl_df * np.append(h[1:], 1.0)),
            "You use what comes out after step k. Which quantity does omega_k multiply "
            "on its way into step k?",
        ),
        mistake(
            lambda dl_df, h: (dl_df * h, dl_df),
            "Both are there, in the wrong order: offsets first.",
        ),
        mistake(
            lambda dl_df, h: (dl_df * h, dl_df * h),
            "The weights are right. An offset is added, not multiplied: by how much "
            "does f_k rise if it rises by one?",
        ),
        mistake(
            lambda dl_df, h: (dl_df, h),
            "You give the slope of each step in its weight. How the *loss* responds to "
            "the step is still missing.",
        ),
        mistake(
            lambda dl_df, h: (dl_df, dl_df / h),
            "A larger h makes a weight more influential, not less.",
        ),
        mistake(
            lambda dl_df, h: (np.ones_like(dl_df), dl_df * h),
            "The weights are right. For the offsets you give the slope of each "
            "*step*; how the loss responds to the step is still missing.",
        ),
        mistake(
            lambda dl_df, h: (dl_df, dl_df * np.append(1.0, h[:-1])),
            "Your weights meet the h of the step before. Which entry of h is "
            "beside omega_k in the formula for f_k?",
        ),
        mistake(
            lambda dl_df, h: (dl_df, dl_df * np.roll(h, -1)),
            "You use the h that comes *out* of each step. Which one does its "
            "weight multiply?",
        ),
        mistake(
            lambda dl_df, h: (dl_df, np.append(dl_df[1:] * h[1:], 0.0)),
            "Your values for the weights have moved up by one place: the first "
            "weight multiplies h0, the input.",
        ),
        mistake(
            lambda dl_df, h: (dl_df, dl_df * np.roll(h, 1)),
            "You use the h of the step before. Which one does the weight multiply?",
        ),
        mistake(
            lambda dl_df, h: (dl_df, dl_df @ h),
            "You add up the four derivatives for the weights. Each weight has "
            "one of its own.",
        ),
        mistake(
            lambda dl_df, h: dl_df * h,
            "The derivatives for the weights alone come back. Those for the "
            "offsets are asked for as well, first.",
        ),
        mistake(
            lambda dl_df, h: (dl_df, np.outer(dl_df, h)),
            "You pair every step with every h. A weight belongs to one step and "
            "multiplies one number.",
        ),
        mistake(
            lambda dl_df, h: (dl_df, dl_df + h),
            "You add the two factors. Raise a weight: by how much does its step "
            "rise, and the loss with that?",
        ),
        mistake(
            lambda dl_df, h: (dl_df * [0, 1, 1, 1], dl_df * h * [0, 1, 1, 1]),
            "Step 0 is left out. It has an offset and a weight as well: what "
            "does that weight multiply?",
        ),
        mistake(
            lambda dl_df, h: (dl_df * [1, 1, 1, 0], dl_df * h * [1, 1, 1, 0]),
            "The last step is left out: there are four.",
        ),
    ],
    hints=[
        "Raise one offset by a little. By how much does its step change?",
        "Raise one weight by a little. Its step changes by that, times what the weight "
        "is multiplied with.",
        "Both answers are one line for whole arrays: no loop is needed.",
    ],
)

question(
    "7.1.8",
    title="The price of probing",
    prompt="Central differences probe one parameter at a time, once above and once "
    "below. How many forward passes do they need for the eight derivatives of our "
    "model?",
    answer=number(
        16,
        tolerance=0.1,
        feedback="Yes, two for each parameter. For a network with a million parameters "
        "it would be two million forward passes, for each step of training. One "
        "backward pass costs about as much as two.",
    ),
    near=[
        number(
            8,
            tolerance=0.1,
            feedback="One for each parameter, if you probe on one side only, and then "
            "one more without a change. Central differences probe on both sides.",
        ),
        number(
            9,
            tolerance=0.1,
            feedback="That is right for one-sided differences: eight probes and one "
            "pass without a change. Central differences probe on both sides.",
        ),
        number(
            2,
            tolerance=0.1,
            feedback="If you raise all eight together, you learn one number: what they "
            "do together. Each derivative needs probes of its own.",
        ),
    ],
    otherwise="How many forward passes does one parameter need? And how many "
    "parameters are there?",
)

exercise(
    "7.1.9",
    title="A thrifty backward pass",
    stub=(
        "def thrifty_backward(f, h, y, omega):\n"
        "    slopes = [np.sqrt(1 - h[1]**2), h[2], -np.sqrt(1 - h[3]**2)]\n"
        "    dl_df = np.zeros(4)\n"
        "    dl_df[3] = 2 * (f[3] - y)\n"
        "    for k in (2, 1, 0):\n"
        "        dl_df[k] = dl_df[k + 1] * omega[k + 1] * slopes[k]\n"
        "    return dl_df\n"
    ),
    solution=(
        "def thrifty_backward(f, h, y, omega):\n"
        "    slopes = [np.cos(f[0]), h[2], -np.sin(f[2])]\n"
        "    dl_df = np.zeros(4)\n"
        "    dl_df[3] = 2 * (f[3] - y)\n"
        "    for k in (2, 1, 0):\n"
        "        dl_df[k] = dl_df[k + 1] * omega[k + 1] * slopes[k]\n"
        "    return dl_df\n"
    ),
    equivalent={
        "dl_df = np.ones(4)": "every entry is overwritten",
        "right for the sizes of the first case only": "there are always four",
        "the result has the first argument's type": "f is an array of floats",
    },
    reference=lambda f, h, y, omega: toy_backward(f, h, y, omega)[0],
    cases=[
        _for_backward(*_TURNED),
        _for_backward(*_EXAMPLE),
        _for_backward(*_OTHER),
        _for_backward(0.3, 1.0, np.array([2.0, 0.5, 0.2, -1.0]), np.ones(4)),
        _for_backward(0.3, 1.0, np.array([0.2, 0.5, -3.0, -1.0]), np.ones(4)),
    ],
    random_case=lambda rng: _for_backward(*_random(rng)),
    planted=[
        mistake(
            _steps(lambda f, h: (np.cos(f[0]), h[2], -_root(h[3]))),
            "One of the two roots is mended. The other is never negative either: is "
            "the slope of its function?",
        ),
        mistake(
            _steps(lambda f, h: (_root(h[1]), h[2], -np.sin(f[2]))),
            "One of the two roots is mended. The other is never negative either: is "
            "the slope of its function always positive?",
        ),
        mistake(
            _steps(lambda f, h: (np.cos(f[0]), h[2], np.sin(f[2]))),
            "The roots are gone, and with one of them a minus sign: which function "
            "falls when its argument leaves zero?",
        ),
        mistake(
            _steps(lambda f, h: (np.cos(h[1]), h[2], -np.sin(h[3]))),
            "The right functions at the wrong numbers. h holds what came *out* of the "
            "curved steps; where are their slopes taken?",
        ),
        mistake(
            _steps(
                lambda f, h: (
                    np.sign(h[1]) * _root(h[1]),
                    h[2],
                    -np.sign(h[3]) * _root(h[3]),
                )
            ),
            "You give each root the sign of the function. Where a sine is positive, "
            "does it always rise?",
        ),
        mistake(
            _steps(lambda f, h: (np.cos(f[0]), np.exp(h[2]), -np.sin(f[2]))),
            "Both roots are mended. But h2 was the slope of the exponential already: "
            "you apply it twice.",
        ),
        mistake(
            _steps(lambda f, h: (np.abs(np.cos(f[0])), h[2], -np.abs(np.sin(f[2])))),
            "Slopes of either sign are needed, and you take their sizes: that is what "
            "the roots did.",
        ),
        mistake(
            _steps(lambda f, h: (_root(h[1]), h[2], _root(h[3]))),
            "You changed a sign, and both roots are still there. Is the slope "
            "of a sine of one sign everywhere?",
        ),
        mistake(
            _weight_before,
            "The weights were the right ones. Look at the slopes.",
        ),
    ],
    hints=[
        "Print the slopes beside `np.cos(f[0])` and `-np.sin(f[2])`, for some random "
        "offsets. When do they differ?",
        "A square root is never negative. Which of the two lists of the forward pass "
        "holds the numbers at which the slopes have to be taken?",
    ],
)

question(
    "7.1.10",
    title="A flat place",
    prompt=r"Raise $\beta_2$ from its value and leave all else. At a certain place, "
    r"the derivatives with respect to $\beta_0$, $\omega_0$, $\beta_1$, $\omega_1$, "
    r"$\beta_2$ and $\omega_2$ are all zero, although the loss is not. By how much do "
    r"you have to raise $\beta_2$ to get to the first such place? (In the example, "
    r"$f_2 = 7.137$.) Two decimals will do.",
    answer=number(
        3 * np.pi - 7.137,
        tolerance=0.006,
        feedback=r"Yes. All six derivatives contain the factor $-\sin[f_2]$, which is "
        r"zero at $f_2 = 3\pi$. There the cosine is at its lowest, and no small change "
        "of anything before it reaches the loss: the gradient *vanishes*.",
    ),
    near=[
        number(
            0.154,
            tolerance=0.006,
            feedback="There the output hits the target, so the loss is zero, and with "
            "it *every* derivative. We look for a place at which the loss is not zero.",
        ),
        number(
            3 * np.pi,
            tolerance=0.01,
            feedback=r"That is the value of $f_2$ at this place. By how much does it "
            "have to rise to get there?",
        ),
        number(
            2 * np.pi - 7.137,
            tolerance=0.006,
            feedback="There the sine is zero, too, but you get there by *lowering* "
            r"$\beta_2$. Where is the next zero on the other side?",
        ),
        number(
            2.5 * np.pi - 7.137,
            tolerance=0.006,
            feedback="At this place the cosine is zero. Which function is its slope, "
            "and where is *that* zero?",
        ),
    ],
    otherwise=r"Which factor do the six derivatives share that the other two do not "
    r"have? Where is it zero, beyond $f_2 = 7.137$?",
)

exercise(
    "7.1.11",
    title="One weight, three uses",
    stub="def shared_weight_derivative(x, y, omega):\n    ...  # your code\n",
    solution=(
        "def shared_weight_derivative(x, y, omega):\n"
        "    h1 = np.sin(omega * x)\n"
        "    h2 = np.cos(omega * h1)\n"
        "    dl_df2 = 2 * (omega * h2 - y)\n"
        "    dl_df1 = -np.sin(omega * h1) * omega * dl_df2\n"
        "    dl_df0 = np.cos(omega * x) * omega * dl_df1\n"
        "    return dl_df2 * h2 + dl_df1 * h1 + dl_df0 * x\n"
    ),
    reference=lambda x, y, omega: np.sum(_three_uses(x, y, omega)),
    cases=[
        case(0.5, -1.0, 2.0),
        case(2.3, 2.0, 0.7),
        case(-1.2, 0.4, 1.6),
        case(1.5, 0.3, -1.1),
    ],
    random_case=lambda rng: case(rng.normal(), rng.normal(), rng.normal()),
    planted=[
        mistake(
            _shared(lambda uses: uses[2]),
            "You have the derivative for the outermost weight, as if the other two "
            "were constants. The same number occurs two more times.",
        ),
        mistake(
            _shared(lambda uses: uses[0]),
            "You have the derivative for the innermost weight, as if the other two "
            "were constants. The same number occurs two more times.",
        ),
        mistake(
            _shared(lambda uses: uses[1]),
            "You have the derivative for the weight in the middle, as if the other two "
            "were constants.",
        ),
        mistake(
            _shared(lambda uses: uses[1] + uses[2]),
            "Two of the three uses are there. Where does the innermost weight act?",
        ),
        mistake(
            _shared(lambda uses: uses[0] + uses[2]),
            "Two of the three uses are there: the one in the middle is missing.",
        ),
        mistake(
            _shared(lambda uses: 3 * uses[2]),
            "Three times the same: each of the three uses has a derivative of its own.",
        ),
        mistake(
            _shared(lambda uses: 3 * uses[0]),
            "Three times the innermost: each of the three uses has a derivative of its "
            "own.",
        ),
        mistake(
            _shared(np.mean),
            "The mean of the three uses. A change of the weight reaches the loss in "
            "three ways *at once*.",
        ),
        mistake(
            _shared(np.prod),
            "You multiply the three. Factors are multiplied along one way to the loss; "
            "what happens to three ways?",
        ),
        mistake(
            lambda x, y, omega: np.sum(_three_uses(x, y, omega) * [-1, -1, 1]),
            "Two of the three have the wrong sign: those behind the cosine. Does it "
            "rise or fall when its argument leaves zero?",
        ),
        mistake(
            lambda x, y, omega: (
                np.sum(_three_uses(x, y, omega))
                / (2 * (omega * np.cos(omega * np.sin(omega * x)) - y))
            ),
            "That is how the *model* responds to the weight. One more step leads from "
            "there to the loss.",
        ),
        mistake(
            lambda x, y, omega: np.sum(_three_uses(x, y, omega) / [omega**2, omega, 1]),
            "On its way back the derivative passes multiplications by the weight, and "
            "yours loses these factors.",
        ),
        mistake(
            _without_last_factors,
            "How the loss responds to each step is there. How does a step "
            "respond to its own weight?",
        ),
    ],
    hints=[
        r"Write the chain as in this page, with $\omega_0 = \omega_1 = \omega_2 = "
        r"\omega$ and no offsets. What is the derivative with respect to each?",
        "Forward: `h1`, `h2` and the error. Backward: three derivatives for the linear "
        "steps. Each weight's is that of its step times what it multiplies; add them.",
    ],
)

exercise(
    "7.1.12",
    title="Downhill in twenty steps",
    stub="def learning_rate():\n    ...  # your code\n",
    solution="def learning_rate():\n    return 0.15\n",
    reference=lambda: 0.15,
    cases=[case()],
    accept=_most_arrive,
    planted=[
        mistake(
            lambda: 0.01,
            "This is the rate that you should improve. Print the losses: are they "
            "still falling when the twenty steps are over, or rising?",
        ),
        mistake(
            lambda: 0.03,
            "More arrive, but most are still on their way after twenty steps.",
        ),
        mistake(
            lambda: 0.05,
            "More than half arrive. The others are still on their way.",
        ),
        mistake(
            lambda: 0.5,
            "Now too many starts jump past the bottom. Some never come back.",
        ),
        mistake(
            lambda: 1.0,
            "Now most starts jump far past the bottom and do not come back.",
        ),
        mistake(
            lambda: -0.1,
            "With a negative rate you walk uphill: the minus sign is in the step "
            "already.",
        ),
    ],
    hints=[
        "Call `arrivals(rate)` for rates that double: 0.01, 0.02, 0.04, ...",
        "The count rises, has a broad top, and falls again. Where is the top?",
    ],
)
