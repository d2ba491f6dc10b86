"""Exercises and questions of page 1.1, background mathematics."""

import numpy as np

from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.networks.linear import affine, compose, linear_1d, linear_2d, linear_3d

_OFFSETS = np.array([0.5, 0.2])
_WEIGHTS = np.array([[-1.0, 0.4, -0.3], [0.1, 0.1, 1.2]])
_THREE_BY_TWO = np.array([[1.0, 2.0], [3.0, -1.0], [0.5, 4.0]])
_COLUMN = np.array([[2.0], [3.0]])


def _three_written_out(x, beta, omega):
    return np.array(
        [beta[j] + omega[j, 0] * x[0] + omega[j, 1] * x[1] for j in range(3)]
    )


exercise(
    "1.1.1",
    title="The line",
    stub="def line(x, beta, omega):\n    ...  # your code\n",
    reference=linear_1d,
    cases=[
        case(2.0, 1.0, 3.0),
        case(-4.0, 2.5, -0.5),
        case(np.array([0.0, 1.5, 4.0]), 10.0, -2.0),
    ],
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
    title="The plane",
    stub="def plane(x1, x2, beta, omega1, omega2):\n    ...  # your code\n",
    reference=linear_2d,
    cases=[
        case(1.0, 2.0, 10.0, 3.0, 4.0),
        case(-2.0, 5.0, 0.5, -1.0, 0.7),
        case(np.array([0.0, 2.0]), np.array([1.0, 3.0]), 1.0, 1.0, -0.25),
        case(np.array([0.0, 2.0, 5.0]), np.array([[1.0], [3.0]]), 2.0, -0.7, 0.3),
    ],
    random_case=lambda rng: case(
        rng.normal(size=4), rng.normal(size=4), *rng.normal(size=3)
    ),
    uses={"line": "1.1.1", "linear_function_1D": "1.1.1"},
    planted=[
        mistake(
            lambda x1, x2, beta, w1, w2: beta + w1 * x1 + beta + w2 * x2,
            "Your plane has the right tilt but sits at the wrong height. Evaluate it "
            "at the origin and compare with beta.",
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
    ],
    hints=[
        "Hold `x2` still. What is left is a line in `x1`.",
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
    "contour for every second height. Which way do they run? And how far apart are "
    "two neighbors? Give that distance.",
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

exercise(
    "1.1.7",
    title="Three inputs",
    stub="def three_inputs(x1, x2, x3, beta, omega1, omega2, omega3):\n"
    "    ...  # your code\n",
    reference=linear_3d,
    cases=[
        case(1.0, 2.0, 3.0, 10.0, 4.0, 5.0, 6.0),
        case(4.0, -1.0, 2.0, 0.5, -1.0, 0.4, -0.3),
        case(*np.array([[0.0, 2.0], [1.0, 3.0], [-1.0, 0.5]]), 1.0, 1.0, -0.25, 3.0),
    ],
    random_case=lambda rng: case(*rng.normal(size=(3, 4)), *rng.normal(size=4)),
    uses={
        "line": "1.1.1",
        "linear_function_1D": "1.1.1",
        "plane": "1.1.3",
        "linear_function_2D": "1.1.3",
    },
    planted=[
        mistake(
            lambda x1, x2, x3, beta, w1, w2, w3: 3 * beta + w1 * x1 + w2 * x2 + w3 * x3,
            "You add three lines, and with each of them its offset. What is your value "
            "at the origin?",
        ),
        mistake(
            lambda x1, x2, x3, beta, w1, w2, w3: 2 * beta + w1 * x1 + w2 * x2 + w3 * x3,
            "You add a line to a plane, and both bring the offset along. What is your "
            "value at the origin?",
        ),
        mistake(
            lambda x1, x2, x3, beta, w1, w2, w3: w1 * x1 + w2 * x2 + w3 * x3,
            "The three products are right. What should come out at the origin?",
        ),
        mistake(
            lambda x1, x2, x3, beta, w1, w2, w3: beta + w1 * x1 + w2 * x2,
            "Your output does not change when only `x3` changes.",
        ),
        mistake(
            lambda x1, x2, x3, beta, w1, w2, w3: beta + w1 * x1 + w2 * x2 + w3 * x2,
            "Your second input comes twice. Copied from the line above?",
        ),
        mistake(
            lambda x1, x2, x3, beta, w1, w2, w3: beta + (w1 + w2 + w3) * (x1 + x2 + x3),
            "You add all slopes and all inputs first and then multiply. Which slope "
            "belongs to which input?",
        ),
    ],
    hints=[
        "Compare the line with the plane: what did one more input bring?",
        "Three products and one offset. If you start from your `plane`, do not bring "
        "the offset twice.",
    ],
)

question(
    "1.1.8",
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
    "1.1.9",
    title="Three equations at once",
    stub="def equations(x, beta, omega):\n    ...  # your code\n",
    reference=affine,
    cases=[
        case(_COLUMN, np.array([10.0, 20.0, 30.0]), _THREE_BY_TWO),
        case(np.array([[4.0], [-1.0], [2.0]]), _OFFSETS, _WEIGHTS),
        case(
            np.array([[2.0, 0.0, 1.0], [3.0, 1.0, -1.0]]),
            np.array([10.0, 20.0, 30.0]),
            _THREE_BY_TWO,
        ),
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
            lambda x, beta, omega: omega @ x + np.sum(beta),
            "Every equation gets all the offsets from you. How many does one equation "
            "have?",
        ),
        mistake(
            lambda x, beta, omega: omega.T @ x + beta[:, None],
            "Count: one row of omega for each equation, one column for each input. "
            "Which of the two has to meet the entries of x?",
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

exercise(
    "1.1.10",
    title="Two in a row make one",
    stub="def in_a_row(beta_0, omega_0, beta_1, omega_1):\n    ...  # your code\n",
    reference=compose,
    cases=[
        case(
            np.array([1.0, 2.0]),
            np.array([[2.0, 0.5], [3.0, 4.0]]),
            np.array([10.0, 20.0]),
            np.array([[5.0, 7.0], [0.25, 6.0]]),
        ),
        case(
            np.array([1.0, -1.0, 0.5]),
            np.array([[1.0, 2.0], [0.0, 3.0], [4.0, 1.5]]),
            np.array([5.0]),
            np.array([[2.0, 3.0, -1.0]]),
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
    ],
    hints=[
        "Write down what the first function gives, and put it into the second.",
        "Multiply out. Which terms contain the input, and which do not?",
        "Return two results: `return beta, omega`.",
    ],
)

question(
    "1.1.11",
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
    "1.1.12",
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

question(
    "1.1.13",
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
