"""Exercises and questions of page 1.1, background mathematics."""

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
from udl.networks.linear import affine, compose, linear_1d, linear_2d, linear_3d

_OFFSETS = np.array([0.5, 0.2])
_WEIGHTS = np.array([[-1.0, 0.4, -0.3], [0.1, 0.1, 1.2]])
_THREE_BY_TWO = np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 4.0]])
_TWO_BY_TWO = np.array([[0.5, 0.25], [-1.0, 0.75]])
_COLUMN = np.array([[2.0], [3.0]])


def _three_written_out(x, beta, omega):
    return np.array(
        [beta[j] + omega[j, 0] * x[0] + omega[j, 1] * x[1] for j in range(3)]
    )


def _arrives(inputs):
    inputs = np.asarray(inputs, float)
    if inputs.size != 3:
        return False
    outputs = _OFFSETS + _WEIGHTS @ inputs.ravel()
    return bool(np.all(np.abs(outputs - [2, -1]) <= 0.05))


def _growth(x_a, y_a, x_b, y_b):
    omega = (np.log(y_b) - np.log(y_a)) / (x_b - x_a)
    return np.log(y_a) - omega * x_a, omega


def _straight(x_a, y_a, x_b, y_b):
    omega = (y_b - y_a) / (x_b - x_a)
    return y_a - omega * x_a, omega


def _offset_for(x_a, y_a, omega):
    return np.log(y_a) - omega * x_a, omega


exercise(
    "1.1.1",
    title="The line",
    stub="def line(x, beta, omega):\n    ...  # your code\n",
    solution=("def line(x, beta, omega):\n    return beta + omega * x\n"),
    reference=linear_1d,
    cases=[
        case(np.array([0.0, 1.5, 4.0]), 10.0, -2.0),
        case(np.array([[1, 2], [3, 4], [5, 6]]), 0.5, 0.25),
        case(2.0, 1.0, 3.0),
        case(-4.0, 2.5, -0.5),
    ],
    published=published("linear_function_1D(x, beta, omega)"),
    random_case=lambda rng: case(rng.normal(size=6), rng.normal(), rng.normal()),
    curve=case(np.linspace(0, 10, 51), 2.0, 0.5),
    planted=[
        mistake(
            lambda x, beta, omega: omega + beta * x,
            "Evaluate your line at x = 0. Which of the two parameters should you see "
            "there, and which one do you see?",
        ),
        mistake(
            lambda x, beta, omega: omega * (x + beta),
            "Your offset is multiplied by the slope: you add it to the input. What is "
            "it an offset of?",
        ),
        mistake(
            lambda x, beta, omega: omega * x,
            "Your line always passes through the origin. Which parameter lifts it?",
        ),
        mistake(
            lambda x, beta, omega: beta - omega * x,
            "Your line falls where it should rise. A falling line has a negative "
            "slope already; nothing needs to be subtracted.",
        ),
        mistake(
            lambda x, beta, omega: beta * x + omega * x,
            "At x = 0 your line is at zero. The offset is a height, and no input "
            "multiplies it.",
        ),
        mistake(
            lambda x, beta, omega: beta + x / omega,
            "Double the slope: your line gets flatter. By how much should a step to "
            "the right lift it?",
        ),
        mistake(
            lambda x, beta, omega: np.sum(beta + omega * x),
            "You add up the heights at all inputs. Each input has a height of its own.",
        ),
        mistake(
            lambda x, beta, omega: beta + omega + x,
            "A step to the right changes your output by the same amount for every "
            "slope. What does the slope do to the input?",
        ),
    ],
    hints=[
        "What should come out at $x = 0$? And how much more, one step further right?",
        "One product and one sum. `x` may be an array; numpy does the rest by itself.",
    ],
)

question(
    "1.1.2",
    title="A line through two points",
    prompt=r"A line passes through $(0, 10)$ and $(5, 0)$. Its offset is $\beta = 10$, "
    r"because that is its height at $x = 0$. What is its slope $\omega$?",
    answer=number(
        -2,
        tolerance=1e-6,
        feedback="Yes: over 5 steps to the right the line falls by 10, so 2 for each "
        "step, and falling means minus.",
    ),
    near=[
        number(
            2,
            tolerance=1e-6,
            feedback="The size is right. Check the second point: does your line reach "
            "the height 0 at $x = 5$, or 20?",
        ),
        number(
            -0.5,
            tolerance=1e-6,
            feedback="You divided the steps to the right by the change in height. The "
            "slope is a change in height for one step to the right.",
        ),
        number(
            0.5,
            tolerance=1e-6,
            feedback="Two things at once: is the line rising or falling, and which of "
            "the two differences is divided by which?",
        ),
        number(
            10,
            tolerance=1e-6,
            feedback="That is the offset, the height at $x = 0$.",
        ),
    ],
    otherwise="Check both conditions apart: with your slope, what is the height at "
    "$x = 0$, and what is it at $x = 5$?",
)

exercise(
    "1.1.3",
    title="The plane, from two lines",
    stub=(
        "def plane(x1, x2, beta, omega1, omega2):\n"
        "    along_x1 = beta + omega1 * x1\n"
        "    along_x2 = beta + omega2 * x2\n"
        "    return along_x1 + along_x2\n"
    ),
    solution=(
        "def plane(x1, x2, beta, omega1, omega2):\n"
        "    return beta + omega1 * x1 + omega2 * x2\n"
    ),
    reference=linear_2d,
    cases=[
        case(np.array([0.0, 2.0]), np.array([1.0, 3.0]), 1.0, 1.0, -0.25),
        case(np.array([1, 2, 4]), np.array([3, 0, -1]), 0.5, 0.25, -0.75),
        case(np.array([0.0, 2.0, 5.0]), np.array([[1.0], [3.0]]), 2.0, -0.7, 0.3),
        case(1.0, 2.0, 10.0, 3.0, 4.0),
        case(-2.0, 5.0, 0.5, -1.0, 0.7),
    ],
    published=published("linear_function_2D(x1, x2, beta, omega1, omega2)"),
    random_case=lambda rng: case(
        rng.normal(size=4), rng.normal(size=4), *rng.normal(size=3)
    ),
    uses={"line": "1.1.1", "linear_function_1D": "1.1.1"},
    planted=[
        mistake(
            lambda x1, x2, beta, w1, w2: beta + w1 * x1 + beta + w2 * x2,
            "The offset still comes twice. Evaluate your plane at the origin and "
            "compare with beta.",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: (2 * beta + w1 * x1 + w2 * x2) / 2,
            "Half of the sum has the right height at the origin. Now take a step along "
            "one input: does the plane still rise by its slope?",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: (beta + w1 * x1) * (beta + w2 * x2),
            "You multiply the two lines. A plane adds what the two inputs bring.",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: beta + w1 * x1 + w2 * x1,
            "Your output does not change when only `x2` changes.",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: beta + w1 * x1 * w2 * x2,
            "You multiply the two inputs with each other. Walk along one of them while "
            "the other is zero: nothing changes, and it should.",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: beta + w2 * x1 + w1 * x2,
            "One step along the first input should change the output by the first "
            "slope. By what does yours change?",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: w1 * x1 + w2 * x2,
            "The tilt is right. Which height should your plane have at the origin?",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: beta + w1 * x1 + w1 * x2,
            "One step along the first input and one along the second change your "
            "output by the same amount. Do they have the same slope?",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: beta + (w1 + w2) * (x1 + x2),
            "You add the slopes and the inputs before you multiply. Which slope "
            "belongs to which input?",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: beta + w1 * x1,
            "The second input no longer has any influence.",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: beta + w2 * x2,
            "The first input no longer has any influence.",
        ),
        mistake(
            lambda x1, x2, beta, w1, w2: beta + w1 * x1 + w2,
            "You add the second slope as it is. Which input does it belong to?",
        ),
    ],
    hints=[
        "What does the function say at the origin, where both inputs are zero? And "
        "what should it say there?",
        "Each input brings one product. How often does the offset come, once or for "
        "each input?",
    ],
)

question(
    "1.1.4",
    title="Switch the first input off",
    prompt=r"Set $\omega_1 = 0$ and keep $\beta = 1$, $\omega_2 = -\tfrac{1}{2}$. What "
    "does the map look like then?",
    choices=[
        choice(
            "One color everywhere, and no contours.",
            "One input no longer matters. What still happens when you move along the "
            "other one?",
        ),
        choice(
            "Horizontal contours: the height changes from bottom to top only.",
            "Yes. Moving along $x_1$ changes nothing, so every horizontal line has one "
            "height.",
            right=True,
        ),
        choice(
            "Vertical contours: the height changes from left to right only.",
            "From left to right it is $x_1$ that changes. Does the function still "
            "notice?",
        ),
        choice(
            "Slanted contours, as before, but farther apart.",
            "Put your finger on the map and move it to the right. Does the height "
            "change?",
        ),
    ],
)

question(
    "1.1.5",
    title="Switch the second input off",
    prompt=r"Now $\omega_2 = 0$ and again $\omega_1 = 1$, $\beta = 1$. The map draws a "
    "contour at every even height. How far apart are two neighbors?",
    answer=number(
        2,
        tolerance=0.01,
        feedback="Yes. The contours are vertical, and with slope 1 you climb 2 by "
        "walking 2 to the right.",
    ),
    near=[
        number(
            1,
            tolerance=0.01,
            feedback="That is how far you walk to climb by one. The contours are two "
            "apart in height.",
        ),
        number(
            0.5,
            tolerance=0.01,
            feedback="You climb 1 for each step to the right. How many steps does it "
            "take to climb 2?",
        ),
        number(
            4 / np.sqrt(5),
            tolerance=0.02,
            feedback="That is the distance while both inputs count. Which of the two "
            "slopes is gone?",
        ),
    ],
    otherwise="Start on the contour of the height 2, at $x_1 = 1$, and walk to the "
    "right. Where are you at the height 4?",
)

question(
    "1.1.6",
    title="Change the offset",
    prompt=r"Back to $\omega_1 = 1$, $\omega_2 = -\tfrac{1}{2}$. Change the offset "
    r"from $\beta = 1$ to $\beta = -5$. What happens to the map?",
    choices=[
        choice(
            "It turns over: what was high is low now.",
            "Turning over takes a change of sign in front of everything. Here the same "
            "number is taken from every height.",
        ),
        choice(
            "Every height falls by 5.",
            "From which value to which does the offset go? What is the difference?",
        ),
        choice(
            "The contours get closer: the plane is steeper.",
            "How fast the height changes as you walk is set by the slopes, and they "
            "are as before.",
        ),
        choice(
            "Every height falls by 6; the contours keep their direction and distance.",
            "Yes. The tilt is the same, so the contours are. Each one carries another "
            "height now, or, if you follow one height, has slid sideways.",
            right=True,
        ),
    ],
)

question(
    "1.1.7",
    title="Can you draw it?",
    prompt="How could you show a function of *three* inputs on paper? And what is its "
    "value at the origin, where all inputs are zero?",
    choices=[
        choice(
            "As a surface in space. At the origin it is $\\beta$.",
            "The value is right. But a surface in space shows the height over *two* "
            "inputs. Where would the third one go?",
        ),
        choice(
            "The whole graph needs four axes; slices can be shown. At the origin it is "
            "0.",
            "The slices are right. At the origin the products are zero. Is there "
            "nothing else in the sum?",
        ),
        choice(
            "The whole graph needs four axes; slices can be shown. At the origin it is "
            "$\\beta$.",
            "Yes. Hold one input still and draw a map of the other two, and another "
            "map for another value of it. All products vanish at the origin; the "
            "offset stays.",
            right=True,
        ),
        choice(
            "Not at all. At the origin it is $\\beta$.",
            "The value is right. What if you hold one of the inputs still?",
        ),
    ],
)

exercise(
    "1.1.8",
    title="Any number of inputs",
    stub="def linear(x, beta, omega):\n    ...  # your code\n",
    solution=("def linear(x, beta, omega):\n    return beta + np.sum(omega * x)\n"),
    reference=lambda x, beta, omega: beta + np.dot(omega, x),
    cases=[
        case(np.array([2.0, 3.0]), 10.0, np.array([4.0, 5.0])),
        case(np.array([4, -1, 2]), 0.5, np.array([-1.0, 0.4, -0.3])),
        case(np.array([1.0, 0.5, -2.0, 3.0, 7.0]), -1.0, np.arange(1.0, 6.0)),
        case(np.array([3.0]), 2.0, np.array([-0.5])),
    ],
    random_case=lambda rng: case(rng.normal(size=6), rng.normal(), rng.normal(size=6)),
    published=published(
        "linear_function_3D(x1, x2, x3, beta, omega1, omega2, omega3)",
        reference=linear_3d,
        cases=[
            case(4, -1, 2, 0.5, -1.0, 0.4, -0.3),
            case(4, -1, 2, 0.2, 0.1, 0.1, 1.2),
            case(1.0, 2.0, 3.0, 10.0, 4.0, 5.0, 6.0),
        ],
    ),
    uses={"line": "1.1.1", "plane": "1.1.3"},
    planted=[
        mistake(
            lambda x, beta, omega: np.sum(beta + omega * x),
            "You add the offset once for each input. What is your value at the origin?",
        ),
        mistake(
            lambda x, beta, omega: beta + omega * x,
            "You return one number for each input: the products are not added up.",
        ),
        mistake(
            lambda x, beta, omega: beta + np.sum(omega) * np.sum(x),
            "You add up all slopes and all inputs before you multiply. Which slope "
            "belongs to which input?",
        ),
        mistake(
            lambda x, beta, omega: (
                beta + omega[0] * x[0] + omega[1] * x[1] + omega[2] * x[2]
            ),
            "Right for three inputs. With more, yours leaves some out; with fewer, it "
            "stops. How many are there in `x`?",
        ),
        mistake(
            lambda x, beta, omega: np.sum(omega * x),
            "The products are right. What should come out at the origin?",
        ),
        mistake(
            lambda x, beta, omega: beta + omega[0] * x[0],
            "Only the first input counts. Do you return from inside the loop?",
        ),
        mistake(
            lambda x, beta, omega: beta + omega[-1] * x[-1],
            "Only the last input counts. Does each round of your loop begin anew?",
        ),
        mistake(
            lambda x, beta, omega: beta + np.prod(omega * x),
            "You multiply the products with each other.",
        ),
        mistake(
            lambda x, beta, omega: beta + np.sum(omega[:-1] * x[:-1]),
            "The last input is left out. Where does the range of your loop end?",
        ),
        mistake(
            lambda x, beta, omega: beta + np.sum(omega + x),
            "You add each slope to its input. What does a slope do to its input?",
        ),
        mistake(
            lambda x, beta, omega: beta + np.mean(omega * x),
            "You average the products. Take two equal inputs with equal slopes: should "
            "the second one change the result?",
        ),
        mistake(
            lambda x, beta, omega: np.sum((beta + omega) * x),
            "You add the offset to each slope. At the origin your value is zero.",
        ),
        mistake(
            lambda x, beta, omega: beta + np.sum(omega) * x,
            "You add up the slopes before you multiply. Which slope belongs to which "
            "input?",
        ),
        mistake(
            lambda x, beta, omega: beta + np.outer(omega, x),
            "You multiply each slope with each input. Which slope belongs to which "
            "input?",
        ),
    ],
    hints=[
        "Compare the line, the plane and the three inputs: what does one more input "
        "bring, and what comes once?",
        "`omega * x` multiplies entry by entry. `np.sum` adds up the entries.",
    ],
)

exercise(
    "1.1.9",
    title="Steer the walk",
    stub="def steer():\n    ...  # your code\n",
    solution="def steer():\n    return [-1.23, 0, -0.9]\n",
    reference=lambda: np.array([-1.23, 0.0, -0.9]),
    cases=[case()],
    accept=_arrives,
    planted=[
        mistake(
            lambda: np.linalg.pinv(_WEIGHTS) @ [2, -1],
            "Your walk forgets where it starts: the columns lead to the target from "
            "zero, and the start is the offset.",
        ),
        mistake(
            lambda: np.linalg.pinv(_WEIGHTS) @ ([-1, 2] - _OFFSETS),
            "The two outputs are exchanged.",
        ),
        mistake(
            lambda: _OFFSETS + _WEIGHTS @ [-1.23, 0, -0.9],
            "You return the outputs. Asked for are the three inputs that lead there.",
        ),
        mistake(
            lambda: [2, -1, 0],
            "You return the target. Which inputs lead to it?",
        ),
        mistake(
            lambda: np.linalg.pinv(_WEIGHTS) @ ([2, 1] - _OFFSETS),
            "The first output is right; the second one has the wrong sign.",
        ),
        mistake(
            lambda: [-1.5, 0, 0],
            "The first output is there, and the second has hardly moved. Which column "
            "moves it?",
        ),
        mistake(
            lambda: [0, 0, -1],
            "The second output is there; the first is not yet. Which column moves it, "
            "and leaves the second nearly alone?",
        ),
        mistake(
            lambda: [4, -1, 2],
            "These are the inputs of the first figure. Where do they lead?",
        ),
        mistake(
            lambda: [0, 0, 0],
            "With all inputs at zero the walk stays at its start.",
        ),
        mistake(
            lambda: [1, 0, -1],
            "Close in the second output. The first output is on the wrong side: column "
            "1 points to the left, and which sign does its input need?",
        ),
        mistake(
            lambda: [3, 0, -1],
            "These are the inputs of the cell below. Where do they lead?",
        ),
    ],
    hints=[
        "Which column moves the second output most? Settle that output first.",
        "With the third input near -0.9 the second output is near -0.9, too. Then "
        "turn the first input, which moves the first output by -1 with each step.",
    ],
)

exercise(
    "1.1.10",
    title="Three equations at once",
    stub="def equations(x, beta, omega):\n    ...  # your code\n",
    solution=("def equations(x, beta, omega):\n    return beta[:, None] + omega @ x\n"),
    reference=affine,
    cases=[
        case(_COLUMN, np.array([10.0, 20.0, 30.0]), _THREE_BY_TWO),
        case(np.array([[4.0], [-1.0], [2.0]]), _OFFSETS, _WEIGHTS),
        case(
            np.array([[2.0, 0.0, 1.0, 5.0], [3.0, 1.0, -1.0, 2.0]]),
            np.array([10.0, 20.0, 30.0]),
            _THREE_BY_TWO,
        ),
        case(
            np.array([[2.0, 0.0, 1.0], [3.0, 1.0, -1.0]]),
            np.array([10.0, 20.0, 30.0]),
            _THREE_BY_TWO,
        ),
        case(np.array([[2, 0, 1], [3, 1, -1]]), np.array([0.5, 0.2]), _TWO_BY_TWO),
    ],
    random_case=lambda rng: case(
        rng.normal(size=(2, 5)), rng.normal(size=3), rng.normal(size=(3, 2))
    ),
    planted=[
        mistake(
            _three_written_out,
            "The numbers of rows and columns are fixed in your code. Your three "
            "equations in two inputs are right; the shapes of `omega` say how many "
            "there are in general.",
        ),
        mistake(
            lambda x, beta, omega: beta + omega @ x,
            "Your answer has more entries than there are equations: a flat vector plus "
            "a column makes a table. Print both shapes.",
        ),
        mistake(
            lambda x, beta, omega: x.T @ omega.T + beta,
            "The numbers are right and lie on their side. Which way do the examples "
            "run here?",
        ),
        mistake(
            lambda x, beta, omega: omega @ x,
            "The products are right. What else does each equation have?",
        ),
        mistake(
            lambda x, beta, omega: (beta[:, None] + omega @ x).ravel(),
            "The numbers are right. Keep them as a table, a row for each equation and "
            "a column for each example.",
        ),
        mistake(
            lambda x, beta, omega: beta[:, None] + omega @ x[:, :1],
            "You compute the first example only. How many columns has `x`?",
        ),
        mistake(
            lambda x, beta, omega: omega @ x + np.sum(beta),
            "Every equation gets all the offsets from you. How many does one equation "
            "have?",
        ),
        mistake(
            lambda x, beta, omega: omega.T @ x + beta[:, None],
            "Count: one row of omega for each equation, one column for each input. "
            "Which of the two has to meet the entries of x?",
        ),
        mistake(
            lambda x, beta, omega: beta[:, None] + np.sum(omega @ x, axis=0),
            "You add up the products of all equations. Each equation has a row of its "
            "own.",
        ),
        mistake(
            lambda x, beta, omega: beta[:, None] * (omega @ x),
            "You multiply by the offsets. What comes out for inputs of zero?",
        ),
    ],
    hints=[
        "Write the three equations one under the other first, with `omega[0, 0]` and "
        "its neighbors. What do they have in common?",
        "`@` multiplies a matrix by each column of `x`. What is the shape of the "
        "product, and what is that of `beta`?",
        "`beta[:, None]` makes a column of a flat vector.",
    ],
)

question(
    "1.1.11",
    title="A hundred in a row",
    prompt="Put a hundred linear functions in a row, each with slopes of its own. What "
    "can they do together that a single linear function cannot?",
    choices=[
        choice(
            "They can bend: up to a hundred times.",
            "Take two lines, $3 + 2x$ and then $1 + 5y$, and insert the first into the "
            "second. Does the result bend anywhere?",
        ),
        choice(
            "They can be steeper, since their slopes multiply.",
            "The slopes do multiply. But is there any steepness that a single line "
            "cannot have?",
        ),
        choice(
            "Nothing.",
            "Yes. Insert $3 + 2x$ into $1 + 5y$: the result is $16 + 10x$, a line. The "
            "same happens with matrices.",
            right=True,
        ),
        choice(
            "They can mix inputs that a single one must treat apart.",
            "A single linear function has a slope for each input and adds up the "
            "products. Does it treat the inputs apart?",
        ),
    ],
)

exercise(
    "1.1.12",
    title="Two in a row make one",
    stub="def in_a_row(beta_0, omega_0, beta_1, omega_1):\n    ...  # your code\n",
    solution=(
        "def in_a_row(beta_0, omega_0, beta_1, omega_1):\n"
        "    return beta_1 + omega_1 @ beta_0, omega_1 @ omega_0\n"
    ),
    reference=compose,
    equivalent={
        "the result has the first argument's type": "two results, kept as they are"
    },
    parts=["beta", "omega"],
    cases=[
        case(
            np.array([1.0, -1.0, 0.5]),
            np.array([[1.0, 2.0], [0.0, 3.0], [4.0, 1.5]]),
            np.array([5.0]),
            np.array([[2.0, 3.0, -1.0]]),
        ),
        case(
            np.array([1.0, 2.0]),
            np.array([[2.0, 0.5], [3.0, 4.0]]),
            np.array([10.0, 20.0]),
            np.array([[5.0, 7.0], [0.25, 6.0]]),
        ),
        case(
            np.array([1, 2]),
            np.array([[0.5, 1.25, 0], [3, 0.75, -1]]),
            np.array([0.5, 0.25]),
            np.array([[0.5, 0.75], [0.25, 1.5]]),
        ),
    ],
    random_case=lambda rng: case(
        rng.normal(size=4),
        rng.normal(size=(4, 3)),
        rng.normal(size=2),
        rng.normal(size=(2, 4)),
    ),
    planted=[
        mistake(
            lambda b0, w0, b1, w1: (b1 + w1 @ b0, w0 @ w1),
            "The offset is right. Which matrix meets the input first, and on which "
            "side of the other does it stand then?",
        ),
        mistake(
            lambda b0, w0, b1, w1: (b1 + b0, w1 @ w0),
            "The weights are right. The first offset goes through the second function "
            "too: what happens to it there?",
        ),
        mistake(
            lambda b0, w0, b1, w1: (b1, w1 @ w0),
            "The weights are right. What comes out of both functions in a row when the "
            "input is zero?",
        ),
        mistake(
            lambda b0, w0, b1, w1: (b1 + w1 @ b0, w1 * w0),
            "Your matrices are multiplied entry by entry. That is `*`; a matrix "
            "product is something else.",
        ),
        mistake(
            lambda b0, w0, b1, w1: (b0 + w0 @ b1, w0 @ w1),
            "You apply the second function first.",
        ),
        mistake(
            lambda b0, w0, b1, w1: (w1 @ b0, w1 @ w0),
            "The weights are right, and the first offset went through them. Which "
            "other offset is added after that?",
        ),
        mistake(
            lambda b0, w0, b1, w1: (w1 @ w0, b1 + w1 @ b0),
            "The right results, the other way around: look up the order that is asked "
            "for.",
        ),
        mistake(
            lambda b0, w0, b1, w1: (b1 + w1 @ w0 @ b0, w1 @ w0),
            "The weights are right. The first offset is added after the first matrix: "
            "which matrices does it still meet?",
        ),
        mistake(
            lambda b0, w0, b1, w1: (w1 @ (b0 + b1), w1 @ w0),
            "The weights are right. The second offset is added last: does it still "
            "meet a matrix?",
        ),
        mistake(
            lambda b0, w0, b1, w1: (b1 + w1 @ b0, w1),
            "The offset is right. The weights of the first function are lost.",
        ),
        mistake(
            lambda b0, w0, b1, w1: (b1 + w1 @ b0, w0),
            "The offset is right. The weights of the second function are lost.",
        ),
    ],
    hints=[
        "Write down what the first function gives, and put it into the second.",
        "Multiply out. Which terms contain the input, and which do not?",
        "Return two results: `return beta, omega`.",
    ],
)

question(
    "1.1.13",
    title="Values of the exponential",
    prompt=r"Which row has the values of $\exp[z]$ for $z \to -\infty$, $z = 0$, "
    r"$z = 1$ and $z \to \infty$?",
    choices=[
        choice(
            "$-\\infty$, 0, 1, $\\infty$",
            "That is the input itself. Can a power of a positive number be negative?",
        ),
        choice(
            "0, 1, 2.718..., $\\infty$",
            "Yes. $e$ to the power zero is one, to the power one it is $e$ itself. To "
            "the left the curve falls toward zero and never gets there.",
            right=True,
        ),
        choice(
            "0, 0, 2.718..., $\\infty$",
            "Zero *factors* of $e$: is the product of no factors zero?",
        ),
        choice(
            "$-\\infty$, 1, 2.718..., $\\infty$",
            "A negative exponent means division: $\\exp[-z] = 1/\\exp[z]$. Divide one "
            "by something enormous.",
        ),
    ],
)

question(
    "1.1.14",
    title="Values of the logarithm",
    prompt=r"Which row has $\log 1$, $\log[\exp 3]$ and $\exp[\log 4]$, and says what "
    r"happens at $0$ and at $-1$?",
    choices=[
        choice(
            "0, 3, 4; minus infinity is the limit at 0, and at $-1$ there is no real "
            "value.",
            "Yes. The two functions undo each other. No power of $e$ is zero or "
            "negative, so the logarithm has nothing to answer there.",
            right=True,
        ),
        choice(
            "1, 3, 4; at 0 it is 0, and at $-1$ it is $-1$.",
            "To which power must $e$ be raised to give one? And is there a power that "
            "gives zero?",
        ),
        choice(
            "0, 3, 4; minus infinity is the limit at 0, and at $-1$ it is even lower.",
            "The curve falls without end already before it reaches zero. What power "
            "of $e$ would be negative?",
        ),
        choice(
            "0, 20.09, 1.39; at 0 it is 1, and at $-1$ there is no real value.",
            "Those would be $\\exp 3$ and $\\log 4$ alone. Each of the two functions "
            "here comes right after its opposite.",
        ),
    ],
)

exercise(
    "1.1.15",
    title="Growth through two counts",
    stub="def growth(x_a, y_a, x_b, y_b):\n    ...  # your code\n",
    solution=(
        "def growth(x_a, y_a, x_b, y_b):\n"
        "    omega = np.log(y_b / y_a) / (x_b - x_a)\n"
        "    return np.log(y_a) - omega * x_a, omega\n"
    ),
    reference=_growth,
    parts=["beta", "omega"],
    cases=[
        case(2.0, 120.0, 8.0, 960.0),
        case(0.0, 3.0, 5.0, 96.0),
        case(1.0, 5.0, 4.0, 0.625),
        case(-3.0, 0.5, -1.0, 0.02),
        case(7.0, 40.0, 3.0, 10.0),
        case(0.0, 2.0, 3.0, 1e-11),
        case(0.0, 1e-11, 4.0, 2.0),
    ],
    random_case=lambda rng: case(
        rng.uniform(-3, 0), rng.uniform(1, 9), rng.uniform(1, 4), rng.uniform(1, 9)
    ),
    planted=[
        mistake(
            _straight,
            "This is the straight line through the two points. It is the exponential "
            "of your line that should pass through them.",
        ),
        mistake(
            lambda xa, ya, xb, yb: (
                np.exp(_growth(xa, ya, xb, yb)[0]),
                _growth(xa, ya, xb, yb)[1],
            ),
            "The second result is right. The first one is the number at the time zero. "
            "What is in the exponent there?",
        ),
        mistake(
            lambda xa, ya, xb, yb: (
                _growth(xa, ya, xb, yb)[0],
                np.exp(_growth(xa, ya, xb, yb)[1]),
            ),
            "The first result is right. The second one is the factor for one unit of "
            "time. What is in the exponent?",
        ),
        mistake(
            lambda xa, ya, xb, yb: tuple(np.exp(_growth(xa, ya, xb, yb))),
            "You return the number at the time zero and the factor for one unit of "
            "time. Asked for is what is in the exponent.",
        ),
        mistake(
            lambda xa, ya, xb, yb: (
                np.log(ya),
                _growth(xa, ya, xb, yb)[1],
            ),
            "The second result is right. Your first one would be right if `x_a` were "
            "zero.",
        ),
        mistake(
            lambda xa, ya, xb, yb: (
                ya - _growth(xa, ya, xb, yb)[1] * xa,
                _growth(xa, ya, xb, yb)[1],
            ),
            "The second result is right. In the first one, a height and an exponent "
            "are subtracted from each other.",
        ),
        mistake(
            lambda xa, ya, xb, yb: _offset_for(
                xa, ya, np.log(np.abs(yb - ya)) / (xb - xa)
            ),
            "You take the logarithm of a difference. Which difference is it that the "
            "exponent must make up for?",
        ),
        mistake(
            lambda xa, ya, xb, yb: _offset_for(
                xa, ya, np.log(yb) / np.log(ya) / (xb - xa)
            ),
            "You divide the logarithms by each other. How far is it from one to the "
            "other?",
        ),
        mistake(
            lambda xa, ya, xb, yb: _offset_for(xa, ya, yb / ya / (xb - xa)),
            "The quotient of the two counts is a factor. Which exponent gives it?",
        ),
        mistake(
            lambda xa, ya, xb, yb: tuple(
                part / np.log(10) for part in _growth(xa, ya, xb, yb)
            ),
            "You take logarithms to the base 10. Which base has the curve?",
        ),
        mistake(
            lambda xa, ya, xb, yb: tuple(
                part / np.log(2) for part in _growth(xa, ya, xb, yb)
            ),
            "You take logarithms to the base 2. Which base has the curve?",
        ),
        mistake(
            lambda xa, ya, xb, yb: _offset_for(xa, ya, np.log(yb / ya)),
            "This is the exponent for the whole time between the counts. How long is "
            "that time?",
        ),
        mistake(
            lambda xa, ya, xb, yb: (np.log(ya), (yb - ya) / (xb - xa)),
            "The second result is the slope of a straight line through the counts. "
            "Take logarithms before you subtract.",
        ),
        mistake(
            lambda xa, ya, xb, yb: (ya, _growth(xa, ya, xb, yb)[1]),
            "The second result is right. The first one is a count. Asked for is the "
            "exponent at the time zero.",
        ),
        mistake(
            lambda xa, ya, xb, yb: (
                np.log(ya) + _growth(xa, ya, xb, yb)[1] * xa,
                _growth(xa, ya, xb, yb)[1],
            ),
            "The second result is right. To get from `x_a` back to zero, do you add or "
            "subtract?",
        ),
        mistake(
            lambda xa, ya, xb, yb: _offset_for(xa, ya, -_growth(xa, ya, xb, yb)[1]),
            "More bacteria at the end, and your second result is negative: which count "
            "is divided by which?",
        ),
        mistake(
            lambda xa, ya, xb, yb: _offset_for(xa, ya, 1 / _growth(xa, ya, xb, yb)[1]),
            "Time divided by exponent is how long it takes to grow by the factor e. "
            "Asked for is the reverse.",
        ),
    ],
    hints=[
        "Take the logarithm of both sides. What kind of function of $x$ is on the "
        "right?",
        "A line through $(x_a, \\log y_a)$ and $(x_b, \\log y_b)$: its slope and its "
        "offset are asked for.",
        "Return two results: `return beta, omega`.",
    ],
)

question(
    "1.1.16",
    title="Bowls and domes",
    prompt="Join two points of a curve by a straight line, the chord. A curve is "
    "*convex* if no chord ever runs below it, *concave* if none ever runs above it. "
    "What are the exponential and the logarithm?",
    choices=[
        choice(
            "Both are convex: both rise.",
            "Rising or falling is the slope. Convex or concave is how the slope "
            "*changes*.",
        ),
        choice(
            "The exponential is convex, the logarithm concave.",
            "Yes. The slope of one grows all the way, the slope of the other falls all "
            "the way. They are mirror images across the diagonal, and the mirror turns "
            "bowls into domes here.",
            right=True,
        ),
        choice(
            "The exponential is concave, the logarithm convex.",
            "Draw a chord under the curve of $\\exp$ from $z = 0$ to $z = 2$. Does it "
            "really run under it?",
        ),
        choice(
            "Neither: a bowl needs a lowest point, and both rise forever.",
            "The definition asks for chords only. A piece of a bowl's wall is convex "
            "too.",
        ),
    ],
)

question(
    "1.1.17",
    title="Every chord of the square",
    prompt="Let $f[z] = z^2$. Take a chord from $a$ to $b$ and a weight $w$, and "
    "simplify $(1-w)\\,f[a] + w\\,f[b] - f[(1-w)a + wb]$ until you can see its sign. "
    "Which value does your formula give for $a = -1$, $b = 7$ and $w = \\frac{1}{4}$?",
    answer=number(
        12,
        tolerance=1e-6,
        feedback="Yes: the gap is $w(1-w)(a-b)^2$, which is never negative. The square "
        "is convex.",
    ),
    near=[
        number(
            16,
            tolerance=1e-6,
            feedback="This is the gap in the middle, $w = \\frac{1}{2}$.",
        ),
        number(
            13,
            tolerance=1e-6,
            feedback="This is the height of the chord. Subtract that of the curve.",
        ),
        number(
            1,
            tolerance=1e-6,
            feedback="This is the height of the curve at the point between.",
        ),
        number(
            4,
            tolerance=1e-6,
            feedback="$w$ comes twice in your formula, and $1-w$ not at all. Multiply "
            "out once more: which factor do the terms with $a^2$ share?",
        ),
        number(
            36,
            tolerance=1e-6,
            feedback="With $w = \\frac{1}{4}$ the point between is closer to $a$. Does "
            "your chord know that?",
        ),
        number(
            12 * 9 / 16,
            tolerance=1e-6,
            feedback="$a$ and $b$ have different signs. Is the distance between them "
            "6?",
        ),
        number(
            -12,
            tolerance=1e-6,
            feedback="The size is right. Which is higher, chord or curve? And with "
            "$w = \\frac{1}{4}$, is the point between closer to $a$ or to $b$?",
        ),
        number(
            1.5,
            tolerance=1e-6,
            feedback="The distance between $a$ and $b$ is not squared in your formula.",
        ),
        number(
            64,
            tolerance=1e-6,
            feedback="This is $(a-b)^2$. Which factors with $w$ come before it?",
        ),
    ],
    otherwise="Collect the terms with $a^2$, with $b^2$ and with $ab$. Each has the "
    "factor $w(1-w)$, with a number.",
)
