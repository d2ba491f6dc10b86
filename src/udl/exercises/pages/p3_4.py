"""Exercises and questions of page 3.4, activation functions."""

import numpy as np

from udl.datasets.regression import shallow_regression
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)
from udl.fitting.shallow_fits import descend, squares_gradient
from udl.losses.squared_error import sum_of_squares
from udl.networks.activations import heaviside, relu, sigmoid, steep_sigmoid
from udl.networks.derivatives import (
    relu_derivative,
    steep_sigmoid_derivative,
    tanh_derivative,
)
from udl.networks.linear import line_of_linear_network
from udl.networks.shallow import shallow_network

_Z = np.array([-0.5, 0.0, 0.2])
_TABLE = np.array([[-1.0, -0.05, 0.0], [0.1, 0.4, 1.0]])
_WHOLE = np.array([[-2, 1, 0, 3]])
_HUGE = np.array([-1000.0, 1000.0])
_THETA_0, _THETA_1 = np.array([0.3, -1.0, -0.5]), np.array([-1.0, 2.0, 0.65])
_PHI_0, _PHI = 0.3, np.array([0.5, -1.0, 0.9])

exercise(
    "3.4.1",
    title="A sigmoid with a steepness of ten",
    stub="def sigmoid_10(z):\n    ...  # your code\n",
    solution="def sigmoid_10(z):\n    return 1 / (1 + np.exp(-10 * z))\n",
    reference=steep_sigmoid,
    cases=[case(_Z), case(_TABLE), case(_WHOLE), case(0.0), case(0.2)],
    extremes=[case(_HUGE)],
    published=published("sigmoid(preactivation)"),
    random_case=lambda rng: case(rng.normal(0, 0.5, size=(2, 4))),
    curve=case(np.linspace(-1, 1, 101)),
    planted=[
        mistake(
            sigmoid,
            "Right family, too gentle: read the definition used on this page for its "
            "steepness.",
        ),
        mistake(
            lambda z: 1 / (1 + np.exp(10 * z)),
            "Your curve falls where it should rise.",
        ),
        mistake(
            lambda z: 10 / (1 + np.exp(-z)),
            "Your curve rises to ten. The factor belongs to z, not to the result.",
        ),
        mistake(
            lambda z: 1 / (1 + np.exp(-z / 10)),
            "Your curve is nearly flat: z is divided by what should multiply it.",
        ),
        mistake(
            lambda z: 1 / 1 + np.exp(-10 * z),
            "At z = 1 yours exceeds one. Python divides before it adds: what should "
            "be below the line of the fraction?",
        ),
        mistake(
            np.tanh,
            "Your curve runs from minus one to one. This one runs from zero to one.",
        ),
        mistake(
            lambda z: 1 / (1 + 10 * np.exp(-z)),
            "At z = 0 the curve should be at one half. What does the factor 10 "
            "multiply in the definition?",
        ),
        mistake(
            lambda z: np.tanh(10 * np.asarray(z)),
            "Your curve begins at minus one far to the left. Where does the sigmoid "
            "begin?",
        ),
        mistake(
            lambda z: np.exp(-10 * z) / (1 + np.exp(-10 * z)),
            "Above your line stands the exponential, and the curve falls. What "
            "stands there in the definition?",
        ),
        mistake(
            lambda z: 1 / (1 + 10.0 ** (-z)),
            "Ten is a factor in the exponent here. You made it the base of the power.",
        ),
        mistake(
            lambda z: 1 / (1 + np.exp(-10) * z),
            "Your curve hardly moves away from one: `z` multiplies your "
            "exponential. Where does it belong?",
        ),
        mistake(
            lambda z: 1 / (1 - np.exp(-10 * z)),
            "At z = 0 you divide by zero. With which sign does the exponential "
            "enter below the line?",
        ),
    ],
    hints=[
        "Try three numbers by hand: far to the left, zero, far to the right. What "
        "should come out?",
        "`np.exp` works element by element. Put everything that is below the line of "
        "the fraction into parentheses.",
    ],
)

exercise(
    "3.4.2",
    title="The Heaviside function",
    stub="def step(z):\n    ...  # your code\n",
    solution="def step(z):\n    return np.where(z >= 0, 1.0, 0.0)\n",
    equivalent={
        "the result has the first argument's type": "zeros and ones are whole",
    },
    reference=heaviside,
    cases=[case(_Z), case(_TABLE), case(_WHOLE), case(0.0), case(-0.3)],
    extremes=[case(_HUGE)],
    published=published("heaviside(preactivation)"),
    random_case=lambda rng: case(rng.normal(size=(2, 4))),
    curve=case(np.linspace(-1, 1, 101)),
    planted=[
        mistake(
            lambda z: 1.0 * (np.asarray(z) > 0),
            "Everything is right except at z = 0: which side does the definition "
            "include?",
        ),
        mistake(
            lambda z: np.heaviside(z, 0.5),
            "At z = 0 you give one half. That is a common choice, and not the one of "
            "this page.",
        ),
        mistake(
            np.sign,
            "Negative numbers give minus one. What does the definition say of them?",
        ),
        mistake(
            lambda z: np.maximum(0.0, z),
            "This is ReLU: it lets positive numbers pass as they are. What does the "
            "definition make of them?",
        ),
        mistake(
            lambda z: 1.0 * (np.asarray(z) <= 0),
            "You have exchanged the two sides.",
        ),
        mistake(
            lambda z: np.where(np.asarray(z) >= 0, 1, -1),
            "Below zero you give minus one, as a sign would. What does the "
            "definition give there?",
        ),
        mistake(
            lambda z: np.clip(z, 0.0, 1.0),
            "Yours rises evenly from 0 to 1. A jump takes no value in between.",
        ),
        mistake(
            lambda z: 1.0 * (np.asarray(z) >= 1),
            "Yours jumps at z = 1. Where does the definition jump?",
        ),
    ],
    hints=[
        "Python's `if` asks one question; an array holds many numbers. Which form asks "
        "it element by element?",
        "A comparison of an array gives an array of truth values. Make numbers of "
        "them, and mind what happens at zero itself.",
    ],
)

question(
    "3.4.3",
    title="Ten times steeper",
    prompt=r"You replace our sigmoid by the ordinary one, $1/(1+\exp[-z])$, without "
    "the factor 10. How must the parameters change so that the network stays the "
    "same?",
    choices=[
        choice(
            r"Multiply all $\theta$ by 10.",
            "Yes. The pre-activations are then ten times as large, and the sigmoid "
            "sees the same number as before.",
            right=True,
        ),
        choice(
            r"Multiply all $\phi$ by 10.",
            "The $\\phi$ multiply what the sigmoid gives. The factor has to come in "
            "before.",
        ),
        choice(
            r"Multiply the slopes $\theta_{d1}$ by 10, and leave the offsets.",
            "The joint lies at $-\\theta_{d0}/\\theta_{d1}$. Where would it go?",
        ),
        choice(
            "That is impossible: it is another activation function.",
            "Where does the factor 10 stand, and what else is multiplied there?",
        ),
    ],
)

question(
    "3.4.4",
    title="How many levels?",
    prompt="A network has **ten** hidden units with the Heaviside function, and their "
    "joints are at different inputs. How many different values can its output take, "
    "at most, as $x$ runs along the whole line?",
    answer=number(
        11,
        tolerance=0.1,
        feedback="Yes. Between two joints no unit switches, so the output is constant "
        "there; ten joints make eleven intervals.",
    ),
    near=[
        number(
            1024,
            tolerance=0.1,
            feedback="Ten units have $2^{10}$ combinations of zero and one. How many "
            "of them do you meet on a walk along a line with ten joints?",
        ),
        number(
            10,
            tolerance=0.1,
            feedback="Ten joints. Into how many intervals do they cut the line?",
        ),
        number(
            2,
            tolerance=0.1,
            feedback="One unit takes two values. The output adds ten of them.",
        ),
        number(
            20,
            tolerance=0.1,
            feedback="Two values for each unit. But the output sees them all at once: "
            "what changes when you pass one joint?",
        ),
    ],
    otherwise="Walk along the input from left to right. When does the output change, "
    "and when not?",
)

question(
    "3.4.5",
    title="Linear activation: the panels",
    prompt=r"Let the activation function be $\operatorname{lin}[z] = z$. What "
    "will the three panels (pre-activations, activations, weighted activations) and "
    "the output look like?",
    choices=[
        choice(
            "The activations are straight lines, but the output bends at the joints.",
            "What would switch at a joint? Each line crosses zero and goes on.",
        ),
        choice(
            "All of them are straight lines.",
            "Yes. Three straight lines are weighted and added, and nothing bends.",
            right=True,
        ),
        choice(
            "All the activations are zero.",
            "This activation function returns what it is given.",
        ),
    ],
)

question(
    "3.4.6",
    title="Linear activation: the family",
    prompt="Which functions of $x$ can a network of three hidden units and this "
    "activation function represent, over all choices of its ten parameters?",
    choices=[
        choice(
            "Lines with up to three joints.",
            "A joint needs a unit that switches. Which of these does?",
        ),
        choice(
            "All straight lines, and nothing else.",
            "Yes. Ten parameters do the work of two.",
            right=True,
        ),
        choice(
            "Only straight lines through the origin.",
            "What is the output at $x = 0$?",
        ),
        choice(
            "Cubic curves: three units, degree three.",
            "The units are added, not multiplied.",
        ),
    ],
)


def _line(change):
    def function(theta_0, theta_1, phi_0, phi, u, v):
        theta_0, theta_1, phi = map(np.asarray, (theta_0, theta_1, phi))
        return change(theta_0, theta_1, phi_0, phi, u, v)

    return function


exercise(
    "3.4.7",
    title="Ten parameters, one line",
    stub="def collapse(theta_0, theta_1, phi_0, phi, u, v):\n    ...  # your code\n",
    solution=(
        "def collapse(theta_0, theta_1, phi_0, phi, u, v):\n"
        "    offset = phi_0 + np.sum(phi * (u + v * theta_0))\n"
        "    slope = v * np.sum(phi * theta_1)\n"
        "    return offset, slope\n"
    ),
    parts=["the offset", "the slope"],
    reference=line_of_linear_network,
    cases=[
        case(np.array([1.0, -1.0]), np.array([2.0, 3.0]), 5.0, np.array([2.0, 1.0]),
             0.5, 2.0),
        case(_THETA_0, _THETA_1, _PHI_0, _PHI, 0.0, 1.0),
        case(np.array([1, -2]), np.array([3, 1]), 2, np.array([4, -1]), 0.5, 0.25),
        case(_THETA_0, _THETA_1, _PHI_0, _PHI, 0.5, -0.4),
    ],
    random_case=lambda rng: case(
        rng.normal(size=5), rng.normal(size=5), rng.normal(), rng.normal(size=5),
        rng.normal(), rng.normal(),
    ),
    planted=[
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (p0 + p @ (v * t0), v * (p @ t1))),
            "Your line has the right slope. What does the activation function add to "
            "every unit, even where its pre-activation is zero?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (p0 + p @ (u + v * t0), p @ t1)),
            "Your line has the right height at x = 0 and the wrong slope. Which of "
            "`u` and `v` multiplies x?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (p @ (u + v * t0), v * (p @ t1))),
            "Your line has the right slope and lies too low or too high by the same "
            "amount everywhere. Which parameter did you not use?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (p0 + u + v * (p @ t0), v * (p @ t1))),
            "You add `u` once. How many units have it, and what multiplies each?",
        ),
        mistake(
            _line(
                lambda t0, t1, p0, p, u, v: (v * (p @ t1), p0 + p @ (u + v * t0))
            ),
            "You return the slope first. The offset is asked for first.",
        ),
        mistake(
            _line(
                lambda t0, t1, p0, p, u, v: (
                    p0 + np.sum(u + v * t0), v * np.sum(t1)
                )
            ),
            "The units count equally in your line. What weights them?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (p0 + p @ (v + u * t0), u * (p @ t1))),
            "You have exchanged the two numbers of the activation function. Which of "
            "them multiplies z?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (p0 + p @ (u + t0), v * (p @ t1))),
            "Your line has the right slope. The activation function multiplies the "
            "whole pre-activation; which part of it did you leave as it was?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (np.sum(p0 + p * (u + v * t0)),
                                               v * (p @ t1))),
            "Your line has the right slope and lies off by a multiple of `phi_0`. How "
            "often does the output add it?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (p0 + p @ (u + v * t0),
                                               p @ (u + v * t1))),
            "Your line has the right height at x = 0. Does a constant in the "
            "activation function change a slope?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (p0 + p @ t0, p @ t1)),
            "That is the line for u = 0 and v = 1. Both are arguments.",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (u + v * (p0 + p @ t0), v * (p @ t1))),
            "You put the whole output through the activation function. What does it "
            "act on in the network?",
        ),
        mistake(
            _line(
                lambda t0, t1, p0, p, u, v: (
                    p0 + np.mean(p * (u + v * t0)), v * np.mean(p * t1)
                )
            ),
            "You average over the units. What does the output do with them?",
        ),
        mistake(
            _line(
                lambda t0, t1, p0, p, u, v: (
                    p0 + p.sum() * np.sum(u + v * t0), v * p.sum() * t1.sum()
                )
            ),
            "You multiply one sum by another. Which weight belongs to which unit?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (p0 + v * (p @ (u + t0)), v * (p @ t1))),
            "Your line has the right slope. In the activation function, does `v` "
            "multiply `u` as well?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, u, v: (p0 + p * (u + v * t0), v * p * t1)),
            "You return a line for each unit. What does the output do with its "
            "units?",
        ),
    ],
    hints=[
        "Insert the pre-activation into $u + vz$, for one unit.",
        "Sort what comes out: terms with $x$ on one side, terms without it on the "
        "other.",
        "There are two sums over the units, both weighted with `phi`. The offset is "
        "`phi_0` plus the sum of `phi * (u + v * theta_0)`.",
    ],
)  # fmt: skip

question(
    "3.4.8",
    title="Another linear activation",
    prompt="With $u = 0$ and $v = 1$ the output of our network is a line of slope "
    "$-1.915$. Now set $u = 0.5$ and $v = -0.4$. What is the slope of the output? Two "
    "digits will do.",
    answer=number(
        0.766,
        tolerance=0.006,
        feedback="Yes: $v$ multiplies the slope, and $u$ only lifts the line.",
    ),
    near=[
        number(
            -0.766,
            tolerance=0.006,
            feedback="The size is right. What are the signs of the two factors?",
        ),
        number(
            -1.915,
            tolerance=0.006,
            feedback="That is the old slope. Every unit has become flatter and turned "
            "over.",
        ),
        number(
            1.266,
            tolerance=0.006,
            feedback="You added $u$. Does a constant change a slope?",
        ),
    ],
    otherwise="Look at one unit: what is the slope of $u + v(\\theta_{d0} + "
    "\\theta_{d1}x)$?",
)

question(
    "3.4.9",
    title="How steep is it?",
    prompt="Read the slope of the sigmoid at $z = 0$, where it is steepest, off the "
    "figure with the two steps. About how large is it?",
    answer=number(
        2.5,
        tolerance=0.6,
        feedback="Yes, about 2.5. The formula comes next.",
    ),
    near=[
        number(
            10,
            tolerance=1.5,
            feedback="Ten is in the exponent. A slope is height over width: how far "
            "does the curve climb, and over what distance?",
        ),
        number(
            1,
            tolerance=0.2,
            feedback="That is how far the curve climbs in all. Over what distance?",
        ),
        number(
            0.25,
            tolerance=0.1,
            feedback="That is the slope of the sigmoid without the factor 10.",
        ),
        number(
            5,
            tolerance=0.8,
            feedback="Too steep: at that slope the curve would be at one as early as "
            "$z = 0.1$.",
        ),
    ],
    otherwise="Lay a ruler on the curve at its middle. Where does it meet the heights "
    "0 and 1? The slope is one divided by the distance between the two.",
)


def _from_ordinary(z):
    return sigmoid(z) * (1 - sigmoid(z))


exercise(
    "3.4.10",
    title="Its derivative",
    stub="def sigmoid_10_derivative(z):\n    ...  # your code\n",
    solution=(
        "def sigmoid_10_derivative(z):\n"
        "    s = sigmoid_10(z)\n"
        "    return 10 * s * (1 - s)\n"
    ),
    reference=steep_sigmoid_derivative,
    cases=[case(_Z), case(_TABLE), case(_WHOLE), case(0.0), case(0.2)],
    extremes=[case(_HUGE)],
    random_case=lambda rng: case(rng.normal(0, 0.2, size=(2, 4))),
    curve=case(np.linspace(-1, 1, 101)),
    uses={"sigmoid_10": "3.4.1"},
    planted=[
        mistake(
            lambda z: steep_sigmoid(z) * (1 - steep_sigmoid(z)),
            "Ten times too small. The chain rule has an inner derivative.",
        ),
        mistake(
            lambda z: 10 * _from_ordinary(z),
            "At z = 0 you are right, elsewhere not: you use the ordinary sigmoid, "
            "which is much wider.",
        ),
        mistake(
            _from_ordinary,
            "This is the derivative of the ordinary sigmoid.",
        ),
        mistake(
            lambda z: -10 * steep_sigmoid(z) * (1 - steep_sigmoid(z)),
            "Your slope is negative, but the curve rises. Two minus signs meet on the "
            "way: the one in the exponent, and another.",
        ),
        mistake(
            lambda z: 10 * (1 - steep_sigmoid(z) ** 2),
            "One minus the square belongs to another function, the hyperbolic tangent.",
        ),
        mistake(
            lambda z: 10 * steep_sigmoid(z),
            "Far to the right the curve is flat, and your slope is largest there. A "
            "factor is missing.",
        ),
        mistake(
            lambda z: 10 * (1 - steep_sigmoid(z)),
            "Far to the left the curve is flat, and your slope is largest there. Which "
            "power of the denominator does the rule for a fraction ask for?",
        ),
        mistake(
            lambda z: -(steep_sigmoid(z) ** 2),
            "You differentiated the fraction from outside only. What stands below its "
            "line depends on z, too.",
        ),
        mistake(
            lambda z: steep_sigmoid(z) ** 2,
            "The square is what the outer derivative leaves. What stands below the "
            "line of the fraction depends on z, too.",
        ),
        mistake(
            lambda z: -10 * np.exp(-10 * z) / (1 + np.exp(-10 * z)) ** 2,
            "Your slope is negative, but the curve rises: count the minus signs "
            "again, the one in the exponent included.",
        ),
        mistake(
            lambda z: np.exp(-10 * z) / (1 + np.exp(-10 * z)) ** 2,
            "A tenth of the right slope: what does the exponent leave behind when "
            "you differentiate it?",
        ),
        mistake(
            lambda z: 10 * np.exp(-10 * z) / (1 + np.exp(-10 * z)),
            "Yours is largest far to the left, where the curve is flat. Which power "
            "of the denominator do you expect?",
        ),
        mistake(
            lambda z: 10 * z * (1 - z),
            "You put `z` itself where the sigmoid of `z` belongs.",
        ),
        mistake(
            lambda z: 10 * z * steep_sigmoid(z) * (1 - steep_sigmoid(z)),
            "Your slope is zero at z = 0, where the curve is steepest. What is the "
            "derivative of the exponent?",
        ),
        mistake(
            lambda z: 10 * steep_sigmoid(z) * (1 + steep_sigmoid(z)),
            "Your slope grows to the right, where the curve is flat. With which "
            "sign does the second sigmoid enter?",
        ),
        mistake(
            lambda z: 1 - steep_sigmoid(z) ** 2,
            "One minus the square is the rule for the hyperbolic tangent, and this "
            "is another function.",
        ),
        mistake(
            lambda z: 10 * steep_sigmoid(10 * z) * (1 - steep_sigmoid(10 * z)),
            "Your curve is ten times too narrow: the sigmoid that you call has its "
            "factor already.",
        ),
        mistake(
            lambda z: 10 * steep_sigmoid(z) * 1 - steep_sigmoid(z),
            "Python multiplies before it subtracts: what belongs in parentheses?",
        ),
        mistake(
            lambda z: 2.5 * steep_sigmoid(z) * (1 - steep_sigmoid(z)),
            "2.5 is the slope in the middle. How large are the other two factors "
            "there?",
        ),
        mistake(
            lambda z: np.gradient(steep_sigmoid(z), z),
            "Differences between the given inputs depend on how far apart these "
            "are. Each slope should depend on its own `z` alone.",
        ),
    ],
    hints=[
        "The result can be written with the sigmoid itself, twice.",
        "Take `s = sigmoid_10(z)`. Where `s` is near 0 the slope is nearly zero, and "
        "where it is near 1 too.",
        "The slope is `s * (1 - s)`, times what the chain rule takes out of the "
        "exponent. At $z = 0$ the result should be 2.5.",
    ],
)


_STUB = (
    "def gradient(x, y, theta_0, theta_1, phi_0, phi, a, a_prime):\n"
    "    h = a(theta_0[:, None] + theta_1[:, None] * x)  # (D, I)\n"
    "    error = y - (phi_0 + phi @ h)\n"
    "    each = -2 * error * phi[:, None] * a_prime(h)\n"
    "    return each.sum(axis=1), (each * x).sum(axis=1)\n"
)


def _gradient(x, y, theta_0, theta_1, phi_0, phi, a, a_prime):
    parameters = theta_0, theta_1, phi_0, phi
    return squares_gradient(x, y, *parameters, a, a_prime)[:2]


def _wrong_gradient(each):
    """Write a gradient with something else in the place of one term."""

    def function(x, y, theta_0, theta_1, phi_0, phi, a, a_prime):
        z = theta_0[:, None] + theta_1[:, None] * x
        error = -2 * (y - (phi_0 + phi @ a(z)))
        terms = each(error, phi[:, None], z, a, a_prime)
        return terms.sum(axis=1), (terms * x).sum(axis=1)

    return function


def _slope_at(place):
    """Take the slope at a place of its own."""

    def function(x, y, theta_0, theta_1, phi_0, phi, a, a_prime):
        theta_0, theta_1 = theta_0[:, None], theta_1[:, None]
        error = -2 * (y - (phi_0 + phi @ a(theta_0 + theta_1 * x)))
        terms = error * phi[:, None] * a_prime(place(x, theta_0, theta_1))
        return terms.sum(axis=1), (terms * x).sum(axis=1)

    return function


def _terms(x, y, theta_0, theta_1, phi_0, phi, a, a_prime, output=None):
    z = theta_0[:, None] + theta_1[:, None] * x
    error = -2 * (y - (phi_0 + phi @ (output or a)(z)))
    return error * phi[:, None] * a_prime(z)


def _without_activation(x, *args):
    terms = _terms(x, *args, output=lambda z: z)
    return terms.sum(axis=1), (terms * x).sum(axis=1)


def _over_units(x, *args):
    terms = _terms(x, *args)
    return terms.sum(axis=0), (terms * x).sum(axis=0)


def _unsummed(x, *args):
    terms = _terms(x, *args)
    return terms, terms * x


def _theta_for_x(x, y, theta_0, theta_1, *args):
    terms = _terms(x, y, theta_0, theta_1, *args)
    return terms.sum(axis=1), (terms * theta_1[:, None]).sum(axis=1)


_DATA = np.array([0.2, -1.0, 0.7, 1.5]), np.array([1.0, 0.0, -0.5, 2.0])
_TWO = np.array([0.3, -0.1]), np.array([1.0, -0.5]), 0.2, np.array([1.1, -0.7])
_INTEGERS = np.array([1, -1]), np.array([2, 1]), 1, np.array([1, -2])
_SIGMOID = steep_sigmoid, steep_sigmoid_derivative
_TANH = np.tanh, tanh_derivative

exercise(
    "3.4.11",
    title="Right for one function only",
    stub=_STUB,
    solution=(
        "def gradient(x, y, theta_0, theta_1, phi_0, phi, a, a_prime):\n"
        "    z = theta_0[:, None] + theta_1[:, None] * x  # (D, I)\n"
        "    error = y - (phi_0 + phi @ a(z))\n"
        "    each = -2 * error * phi[:, None] * a_prime(z)\n"
        "    return each.sum(axis=1), (each * x).sum(axis=1)\n"
    ),
    reference=_gradient,
    cases=[
        case(*_DATA, *_TWO, *_TANH),
        case(*_DATA, *_TWO, *_SIGMOID),
        case(*_DATA, *_TWO, relu, relu_derivative),
        case(np.array([1, 2, 0]), np.array([0, 1, 3]), *_INTEGERS, *_TANH),
        case(
            np.array([0.5]), np.array([1.0]), np.array([0.1, 0.2, -0.3]),
            np.array([1.0, -2.0, 0.5]), 0.5, np.array([1.0, 2.0, -1.0]), *_TANH,
        ),
    ],
    random_case=lambda rng: case(
        rng.normal(size=5), rng.normal(size=5), rng.normal(size=3),
        rng.normal(size=3), rng.normal(), rng.normal(size=3), *_TANH,
    ),
    parts=["the derivative for theta_0", "the derivative for theta_1"],
    planted=[
        mistake(
            _wrong_gradient(lambda error, phi, z, a, a_prime: error * phi),
            "Now the activation function has no slope in your derivative at all. Where "
            "does the chain rule ask for it?",
        ),
        mistake(
            _wrong_gradient(lambda error, phi, z, a, a_prime: error * a(z)),
            "These are derivatives with respect to the weights `phi`. What changes in "
            "the output when an offset inside the unit changes?",
        ),
        mistake(
            _wrong_gradient(lambda error, phi, z, a, a_prime: error * a_prime(z)),
            "The weight of the unit has been lost on the way. It was right in the "
            "program that you were given.",
        ),
        mistake(
            _wrong_gradient(lambda error, phi, z, a, a_prime: error * phi * a(z)),
            "You put the activation where its slope belongs.",
        ),
        mistake(
            _wrong_gradient(
                lambda error, phi, z, a, a_prime: error * phi * a_prime(phi * z)
            ),
            "You take the slope at the weighted pre-activation. Where on the "
            "horizontal axis of the activation function is the unit?",
        ),
        mistake(
            _wrong_gradient(
                lambda error, phi, z, a, a_prime: error * phi * a(z) * (1 - a(z))
            ),
            "Activation times one minus activation is the slope of one function, the "
            "ordinary sigmoid. The slope of this one comes as an argument.",
        ),
        mistake(
            _wrong_gradient(
                lambda error, phi, z, a, a_prime: error * phi * a_prime(a(z))
            ),
            "It is right with ReLU and not with others, as the program that you "
            "were given. Which number does `a_prime` get?",
        ),
        mistake(
            _wrong_gradient(
                lambda error, phi, z, a, a_prime: error * phi * a_prime(a(a(z)))
            ),
            "Now the activation function acts twice before the slope is taken. "
            "Where is the unit on its curve?",
        ),
        mistake(
            _wrong_gradient(
                lambda error, phi, z, a, a_prime: error * phi * a_prime(z) * a(z)
            ),
            "A factor too many: the activation itself belongs to another "
            "derivative, that for `phi`.",
        ),
        mistake(
            _wrong_gradient(
                lambda error, phi, z, a, a_prime: -(error**2) / 2 * phi * a_prime(z)
            ),
            "You keep the square of the error. What is its derivative?",
        ),
        mistake(
            _slope_at(lambda x, theta_0, theta_1: x + 0 * theta_1),
            "You take the slope at the input `x`. What does the unit make of `x` "
            "before the activation function sees it?",
        ),
        mistake(
            _slope_at(lambda x, theta_0, theta_1: theta_1 * x),
            "You take the slope at a pre-activation without its offset.",
        ),
        mistake(
            _without_activation,
            "Your output is no longer that of the network: what became of its "
            "activation function?",
        ),
        mistake(
            _over_units,
            "You add up over the units. Each unit has a derivative of its own: over "
            "what does the equation add?",
        ),
        mistake(
            _unsummed,
            "A term for each example came back. What does the equation do with the "
            "examples?",
        ),
        mistake(
            _theta_for_x,
            "The first result is right. What multiplies `theta_1` inside the unit?",
        ),
    ],
    hints=[
        "Call it with `relu` and `relu_derivative`, then with `np.tanh` and its "
        "derivative, and compare with a finite difference. With which is it right?",
        "A slope has to be taken somewhere. Read the equation again: at which number "
        "does it take $a'$, and which number does the program hand to `a_prime`?",
        "Split the first line in two: `z` is the pre-activation, `h = a(z)`. ReLU is "
        "special: `z` and `relu(z)` are positive for the same inputs.",
    ],
)  # fmt: skip

question(
    "3.4.12",
    title="How steep is tanh?",
    prompt=r"Starting from $\tanh[z] = 2\operatorname{sig}[2z] - 1$, derive the "
    r"derivative of $\tanh$ at $z = 0$, and compare it with that of the ordinary "
    r"sigmoid. How many times as steep is $\tanh$?",
    answer=number(
        4,
        tolerance=0.01,
        feedback="Yes: 1 against 1/4. Twice from squeezing along $z$, and twice from "
        "stretching the height from one to two.",
    ),
    near=[
        number(
            2,
            tolerance=0.01,
            feedback="One factor of two. The formula has a 2 in front and a 2 inside: "
            "what does each do to a slope?",
        ),
        number(
            1,
            tolerance=0.01,
            feedback="That is the slope of tanh itself. How steep is the sigmoid at "
            "zero?",
        ),
        number(
            0.25,
            tolerance=0.001,
            feedback="The other way round: that is sigmoid compared with tanh.",
        ),
        number(
            3,
            tolerance=0.01,
            feedback="The constant $-1$ moves the curve down. Does it change a slope?",
        ),
    ],
    otherwise="Differentiate $2\\operatorname{sig}[2z] - 1$ with the chain rule, and "
    "insert $\\operatorname{sig}'[0] = 1/4$.",
)


def _hard_swish_slope(z):
    return np.piecewise(
        np.asarray(z, dtype=float),
        [np.asarray(z) < -3, np.asarray(z) > 3],
        [0.0, 1.0, lambda part: (2 * part + 3) / 6],
    )


def _on_the_slope(middle, left=0.0, right=1.0):
    def function(z):
        z = np.asarray(z, dtype=float)
        return np.where(z < -3, left, np.where(z > 3, right, middle(z)))

    return function


exercise(
    "3.4.13",
    title="The slope of HardSwish",
    stub="def hard_swish_slope(z):\n    ...  # your code\n",
    solution=(
        "def hard_swish_slope(z):\n"
        "    middle = (2 * z + 3) / 6\n"
        "    return np.where(z < -3, 0.0, np.where(z > 3, 1.0, middle))\n"
    ),
    equivalent={
        "return np.where(z <= -3, 0.0, np.where(z > 3, 1.0, middle))":
            "at the joints nothing is asked",
        "return np.where(z < -3, 0.0, np.where(z >= 3, 1.0, middle))":
            "at the joints nothing is asked",
    },
    reference=_hard_swish_slope,
    cases=[
        case(np.array([-4.0, -1.0, 0.0, 5.0])),
        case(np.array([[-3.4, -2.6, 2.6], [3.4, 0.6, -1.8]])),
        case(np.array([-7, -2, 1, 2, 8])),
        case(np.float64(1.5)),
        case(np.float64(-20.0)),
    ],
    extremes=[case(np.array([-1e200, 1e200]))],
    random_case=lambda rng: case(rng.uniform(-5, 5, size=(2, 4))),
    curve=case(np.linspace(-5.02, 5.02, 101)),
    planted=[
        mistake(
            _on_the_slope(lambda z: (z + 3) / 6),
            "In the middle you differentiated only the first factor of `z * (z + 3)`: "
            "the parenthesis depends on z, too.",
        ),
        mistake(
            _on_the_slope(lambda z: z / 6),
            "In the middle you differentiated only the parenthesis of `z * (z + 3)`: "
            "the first factor depends on z, too.",
        ),
        mistake(
            _on_the_slope(lambda z: z / 3),
            "Multiply `z * (z + 3)` out before you differentiate: a term is lost.",
        ),
        mistake(
            _on_the_slope(lambda z: 2 * z + 3),
            "In the middle your slopes are six times too steep. What is the product "
            "divided by?",
        ),
        mistake(
            lambda z: np.asarray(z) * np.clip(np.asarray(z) + 3, 0, 6) / 6,
            "This is HardSwish itself. Its slope is asked for.",
        ),
        mistake(
            lambda z: np.clip((2 * np.asarray(z) + 3) / 6, 0, 1),
            "You keep the slope between 0 and 1. This function dips below zero on the "
            "left: can a curve that falls have no negative slope?",
        ),
        mistake(
            lambda z: (2 * np.asarray(z) + 3) / 6,
            "The middle is right. What are the slopes of the two straight pieces?",
        ),
        mistake(
            _on_the_slope(lambda z: np.full_like(z, 1 / 3)),
            "In the middle you differentiated twice.",
        ),
        mistake(
            _on_the_slope(lambda z: z * (z + 3) / 6),
            "The straight pieces are right. In the middle you return the function "
            "itself.",
        ),
        mistake(
            lambda z: np.where(z > 3, z, _hard_swish_slope(z)),
            "On the right you return the function itself. How steep is it there?",
        ),
        mistake(
            _on_the_slope(lambda z: (2 * z + 3) / 6, right=0.0),
            "On the right yours is flat. How does the function go on there?",
        ),
        mistake(
            _on_the_slope(lambda z: (2 * z + 3) / 6, left=1.0, right=0.0),
            "The middle is right, and the two straight pieces have changed places.",
        ),
        mistake(
            _on_the_slope(lambda z: (2 * z - 3) / 6),
            "At z = 0 the function rises and yours falls. Multiply `z * (z + 3)` "
            "out: with which sign does `z` alone come?",
        ),
        mistake(
            _on_the_slope(lambda z: (2 * z + 3) / 3),
            "In the middle your slopes are twice too steep. What is the product "
            "divided by?",
        ),
        mistake(
            _on_the_slope(lambda z: 2 * z / 6 + 3),
            "In the middle only one of your terms is divided: what belongs in "
            "parentheses?",
        ),
        mistake(
            _on_the_slope(lambda z: np.where(z < 0, 0, (2 * z + 3) / 6)),
            "Yours is flat up to z = 0. Where does the flat piece end?",
        ),
        mistake(
            lambda z: np.where(np.asarray(z) > 3, 1.0, (2 * np.asarray(z) + 3) / 6),
            "On the left the parabola goes on in yours. Where does it begin?",
        ),
        mistake(
            lambda z: sigmoid(z) * (1 + z * (1 - sigmoid(z))),
            "This is the slope of SiLU, which HardSwish only imitates.",
        ),
    ],
    hints=[
        "Three pieces, three derivatives. Two of the pieces are straight lines.",
        "In the middle, multiply out: $(z^2 + 3z)/6$. Then choose between the pieces "
        "with `np.where`, one inside the other.",
    ],
)  # fmt: skip

_X, _Y = shallow_regression()
_BELOW, _WANTED = 0.25, 20
_MOVED = "one joint of eight at the edge or a little outside"


def _losses(start, a):
    """Train one network from each row of a start, and give the losses."""
    weights = np.random.default_rng(34).normal(size=a.shape) / np.sqrt(a.shape[1])
    begin = *start, np.zeros(len(a)), weights
    ends = descend(_X, _Y, begin, rate=0.005, steps=200, activation=steep_sigmoid,
                   derivative=steep_sigmoid_derivative)  # fmt: skip
    return np.array([
        sum_of_squares(_Y, shallow_network(_X, *end, steep_sigmoid))
        for end in zip(*ends, strict=True)
    ])  # fmt: skip


def _arrives(found, a, b):
    if len(found) != 2 or any(np.shape(part) != a.shape for part in found):
        return f"Two arrays of shape {a.shape} are asked for."
    theta_0, theta_1 = start = [np.array(part, dtype=float) for part in found]
    arrived = np.sum(_losses(start, a) < _BELOW)
    inside = np.sum((theta_0 * (theta_0 + theta_1) < 0) & (theta_1 != 0))
    return bool(arrived >= _WANTED) or (
        f"Networks below {_BELOW}: {arrived} of {len(a)}. Joints between 0 and 1: "
        f"{inside} of {a.size}."
    )


def _spread(a, b):
    at = np.broadcast_to((np.arange(a.shape[1]) + 0.5) / a.shape[1], a.shape)
    slopes = np.full(a.shape, 4.0)
    return -slopes * at, slopes


def _at(places, steepness):
    def start(a, b):
        at = np.broadcast_to(places(a), a.shape)
        slopes = np.full(a.shape, steepness)
        return -slopes * at, slopes

    return start


def _draw(seed):
    return case(*np.random.default_rng(seed).normal(size=(2, 25, 8)))


exercise(
    "3.4.14",
    title="A start that trains",
    stub="def start(a, b):\n    ...  # your code\n",
    solution=(
        "def start(a, b):\n"
        "    joints = (np.arange(8) + 0.5) / 8  # even, between 0 and 1\n"
        "    theta_1 = np.full(b.shape, 4.0)\n"
        "    return -theta_1 * joints, theta_1\n"
    ),
    equivalent={
        "joints = (np.arange(8) - 0.5) / 8": _MOVED,
        "joints = (np.arange(8) + 0.5) / 9": _MOVED,
        "joints = (np.arange(8) + 0.5) / 7": _MOVED,
        "joints = (np.arange(8) + 1.5) / 8": _MOVED,
        "joints = (np.arange(8) + -0.5) / 8": _MOVED,
        "theta_1 = np.full(b.shape, 5.0)": "any moderate slope arrives",
        "theta_1 = np.full(b.shape, 3.0)": "any moderate slope arrives",
        "theta_1 = np.full(a.shape, 4.0)": "both have the same shape",
        "right for the sizes of the first case only": "there are 25 starts of 8 units",
        "the result has the first argument's type": "random numbers are floats",
    },
    reference=_spread,
    cases=[_draw(0), _draw(1)],
    accept=_arrives,
    planted=[
        mistake(
            lambda a, b: (a, 2 * b),
            "This is the start of the figure. Where are its joints, "
            "`-theta_0 / theta_1`, and where are the data?",
        ),
        mistake(
            lambda a, b: (a, b),
            "Offsets and slopes as drawn. Where are the joints of your units, and how "
            "many of them lie among the data?",
        ),
        mistake(
            lambda a, b: (0.1 * a, 0.2 * b),
            "Small numbers, and no unit is saturated. But each of them is nearly the "
            "same flat line: what is there for the weights to tell apart?",
        ),
        mistake(
            lambda a, b: (5 * a, 10 * b),
            "Large numbers: sharp steps, most of them outside of the data, and a slope "
            "that hardly any example sees.",
        ),
        mistake(
            _at(lambda a: (np.arange(a.shape[1]) + 0.5) / a.shape[1], 0.5),
            "Your joints are among the data. Your steps are so gentle that the units "
            "look nearly alike from 0 to 1.",
        ),
        mistake(
            _at(lambda a: -(np.arange(a.shape[1]) + 0.5) / a.shape[1], 4.0),
            "Your joints are all below zero. Check the sign: where is "
            "`theta_0 + theta_1 * x` zero?",
        ),
        mistake(
            _at(lambda a: 0.5, 4.0),
            "All your units have their joint in the same place, so that together they "
            "can do little more than one of them.",
        ),
        mistake(
            lambda a, b: (np.zeros(a.shape), np.zeros(a.shape)),
            "With all slopes at zero no unit sees the input, and all eight are alike.",
        ),
    ],
    hints=[
        "Two things decide what a unit can do: where its joint is, and how steep its "
        "step is. The data lie between 0 and 1.",
        "Choose the joints first, anywhere you like between 0 and 1, and the slopes. "
        "Which offset puts a joint there?",
        "With `theta_0 = -theta_1 * joints` the joints are where you want them. Try "
        "eight even steps, and slopes between 1 and 10.",
    ],
)

question(
    "3.4.15",
    title="A unit that is never active",
    prompt="A ReLU unit is active for no example in the data. You train all parameters "
    "of the network by gradient descent. What will happen to this unit?",
    choices=[
        choice(
            "It will recover: the loss is large, so the derivatives are large.",
            "The error is one factor of the derivative. Another is the slope of the "
            "activation function, and a product is zero if one factor is.",
        ),
        choice(
            r"Its $\theta$ will move slowly, because its weight $\phi$ still moves.",
            "What multiplies $\\phi$ in the output, for each example? So what is the "
            "derivative with respect to $\\phi$?",
        ),
        choice(
            "Nothing: none of its three parameters will ever move.",
            "Yes. For the $\\theta$ the slope of ReLU is zero at every example, and "
            "for $\\phi$ the activation is.",
            right=True,
        ),
    ],
)
