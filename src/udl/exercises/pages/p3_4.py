"""Exercises and questions of page 3.4, activation functions."""

import numpy as np

from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.networks.activations import heaviside, sigmoid, steep_sigmoid
from udl.networks.derivatives import steep_sigmoid_derivative
from udl.networks.linear import line_of_linear_network

_Z = np.array([-0.5, 0.0, 0.2])
_TABLE = np.array([[-1.0, -0.05, 0.0], [0.1, 0.4, 1.0]])
_THETA_0, _THETA_1 = np.array([0.3, -1.0, -0.5]), np.array([-1.0, 2.0, 0.65])
_PHI_0, _PHI = 0.3, np.array([0.5, -1.0, 0.9])

exercise(
    "3.4.1",
    title="A sigmoid with a steepness of ten",
    stub="def sigmoid_10(z):\n    ...  # your code\n",
    reference=steep_sigmoid,
    cases=[case(0.0), case(0.2), case(_Z), case(_TABLE)],
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
            "Your curve is nearly flat: z is divided by what it should be multiplied "
            "with.",
        ),
        mistake(
            lambda z: 1 / 1 + np.exp(-10 * z),
            "At z = 1 yours exceeds one. Python divides before it adds: what should "
            "stand below the line?",
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
    reference=heaviside,
    cases=[case(-0.3), case(0.0), case(_Z), case(_TABLE)],
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
    prompt=r"Somebody uses the ordinary sigmoid $1/(1+\exp[-z])$ in place of ours with "
    "its factor 10. What must be changed in the parameters to get the same network?",
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
            r"Multiply the slopes $\theta_{k1}$ by 10, and leave the offsets.",
            "The joint lies at $-\\theta_{k0}/\\theta_{k1}$. Where would it go?",
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
    prompt="A network has three hidden units with a Heaviside activation, and their "
    "joints lie at different inputs. How many different values can its output take, "
    "at most, as $x$ runs along the whole line?",
    answer=number(
        4,
        tolerance=0.1,
        feedback="Yes. Between two joints no unit switches, so the output is constant "
        "there; three joints make four intervals.",
    ),
    near=[
        number(
            8,
            tolerance=0.1,
            feedback="Three units can be on and off in eight combinations. How many "
            "of them do you meet on a walk along a line with three joints?",
        ),
        number(
            3,
            tolerance=0.1,
            feedback="Three joints. Into how many intervals do they cut the line?",
        ),
        number(
            2,
            tolerance=0.1,
            feedback="One unit takes two values. The output adds three of them.",
        ),
    ],
    otherwise="Walk along the input from left to right. When does the output change, "
    "and when not?",
)


def _from_ordinary(z):
    return sigmoid(z) * (1 - sigmoid(z))


exercise(
    "3.4.5",
    title="Its derivative",
    stub="def sigmoid_10_derivative(z):\n    ...  # your code\n",
    reference=steep_sigmoid_derivative,
    cases=[case(0.0), case(0.2), case(_Z), case(_TABLE)],
    random_case=lambda rng: case(rng.normal(0, 0.2, size=(2, 4))),
    curve=case(np.linspace(-1, 1, 101)),
    uses={"sigmoid_10": "3.4.1", "sigmoid": "3.4.1"},
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
    ],
    hints=[
        "The result can be written with the sigmoid itself, twice.",
        "Check at $z = 0$, where the sigmoid is one half: the slope of the curve there "
        "can be read off the figure.",
        "The factor 10 inside comes out in front, by the chain rule.",
    ],
)

question(
    "3.4.6",
    title="Linear activation: the panels",
    prompt=r"Now let the activation be linear, $a + bz$ with $a = 0$ and $b = 1$. What "
    "will the three panels (pre-activations, activations, weighted activations) and "
    "the output look like?",
    choices=[
        choice(
            "The activations equal the pre-activations, and everything is a straight "
            "line, the output too.",
            "Yes: $0 + 1 z = z$. Three straight lines are weighted and added.",
            right=True,
        ),
        choice(
            "The activations are straight lines, but the output bends at the joints.",
            "What would switch at a joint? Each line crosses zero and goes on.",
        ),
        choice(
            "All the activations are zero.",
            "With $a = 0$ and $b = 1$ the activation function gives back its input.",
        ),
    ],
)

question(
    "3.4.7",
    title="Linear activation: the family",
    prompt="Which functions of $x$ can a network with three hidden units and a linear "
    "activation (with $b \\ne 0$) represent, over all choices of its ten parameters?",
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
    def function(theta_0, theta_1, phi_0, phi, a, b):
        theta_0, theta_1, phi = map(np.asarray, (theta_0, theta_1, phi))
        return change(theta_0, theta_1, phi_0, phi, a, b)

    return function


exercise(
    "3.4.8",
    title="Ten parameters, one line",
    stub="def collapse(theta_0, theta_1, phi_0, phi, a, b):\n    ...  # your code\n",
    reference=line_of_linear_network,
    cases=[
        case(np.array([1.0, -1.0]), np.array([2.0, 3.0]), 5.0, np.array([2.0, 1.0]),
             0.5, 2.0),
        case(_THETA_0, _THETA_1, _PHI_0, _PHI, 0.0, 1.0),
        case(_THETA_0, _THETA_1, _PHI_0, _PHI, 0.5, -0.4),
    ],
    random_case=lambda rng: case(
        rng.normal(size=5), rng.normal(size=5), rng.normal(), rng.normal(size=5),
        rng.normal(), rng.normal(),
    ),
    planted=[
        mistake(
            _line(lambda t0, t1, p0, p, a, b: (p0 + p @ (b * t0), b * (p @ t1))),
            "Your line has the right slope. What does the activation function add to "
            "every unit, even where its pre-activation is zero?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, a, b: (p0 + p @ (a + b * t0), p @ t1)),
            "Your line has the right height at x = 0 and the wrong slope. Which of "
            "`a` and `b` multiplies x?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, a, b: (p @ (a + b * t0), b * (p @ t1))),
            "Your line has the right slope and lies too low or too high by the same "
            "amount everywhere. Which parameter did you not use?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, a, b: (p0 + a + b * (p @ t0), b * (p @ t1))),
            "You add `a` once. How many units have it, and what multiplies each?",
        ),
        mistake(
            _line(
                lambda t0, t1, p0, p, a, b: (b * (p @ t1), p0 + p @ (a + b * t0))
            ),
            "You return the slope first. The offset is asked for first.",
        ),
        mistake(
            _line(
                lambda t0, t1, p0, p, a, b: (
                    p0 + np.sum(a + b * t0), b * np.sum(t1)
                )
            ),
            "The units count equally in your line. What weights them?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, a, b: (p0 + p @ (b + a * t0), a * (p @ t1))),
            "You have exchanged the two numbers of the activation function. Which of "
            "them multiplies z?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, a, b: (p0 + p @ (a + t0), b * (p @ t1))),
            "Your line has the right slope. The activation function multiplies the "
            "whole pre-activation; which part of it did you leave as it was?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, a, b: (np.sum(p0 + p * (a + b * t0)),
                                               b * (p @ t1))),
            "Your line has the right slope and lies off by a multiple of `phi_0`. How "
            "often does the output add it?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, a, b: (p0 + p @ (a + b * t0),
                                               p @ (a + b * t1))),
            "Your line has the right height at x = 0. Does a constant in the "
            "activation function change a slope?",
        ),
        mistake(
            _line(lambda t0, t1, p0, p, a, b: (p0 + p @ t0, p @ t1)),
            "That is the line for a = 0 and b = 1. Both are arguments.",
        ),
    ],
    hints=[
        "Insert the pre-activation into $a + bz$, for one unit.",
        "Sort what comes out: terms with $x$ on one side, terms without it on the "
        "other.",
        "Two sums over the units remain, both weighted with `phi`. A product `@` of "
        "two arrays of shape `(D,)` is such a sum.",
    ],
)  # fmt: skip

question(
    "3.4.9",
    title="Another linear activation",
    prompt=r"With $a = 0$ and $b = 1$ the output is a line of slope $-1.915$. Now set "
    "$a = 0.5$ and $b = -0.4$. What is the slope of the output? Two digits will do.",
    answer=number(
        0.766,
        tolerance=0.006,
        feedback="Yes: $b$ multiplies the slope, here with $-0.4$, and $a$ has no say "
        "in it. It only lifts the line.",
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
            feedback="You added $a$. Does a constant change a slope?",
        ),
    ],
    otherwise="Look at one unit: what is the slope of $a + b(\\theta_{k0} + "
    "\\theta_{k1}x)$?",
)

question(
    "3.4.10",
    title="A unit that is off",
    prompt="A ReLU unit is off for every example in the data. You train all parameters "
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
