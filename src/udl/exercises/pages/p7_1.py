"""Exercises and questions of page 7.1, backpropagation in a toy model."""

import numpy as np

from udl.datasets.networks import toy_example
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.gradients.finite_differences import central_difference
from udl.gradients.toy_model import (
    toy_backward,
    toy_first_weight_derivative,
    toy_forward,
    toy_parameter_gradients,
)

_EXAMPLE = toy_example()
_SMALL = (0.0, 2.0, np.array([0.0, 0.0, 0.0, 1.0]), np.array([1.0, 2.0, 0.5, 3.0]))
_OTHER = (0.5, -1.0, np.array([0.3, -0.2, 0.4, 1.0]), np.array([2.0, 0.7, -1.1, 1.5]))


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
    reference=toy_forward,
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
    ],
    hints=[
        "Make two arrays of four zeros and fill them, one line for each equation.",
        "The order of the lines: `h[0]`, `f[0]`, `h[1]`, `f[1]`, and so on. Each needs "
        "only what stands above it.",
        "`f[0] = beta[0] + omega[0] * h[0]`, then `h[1] = np.sin(f[0])`. Six lines "
        "are left.",
    ],
)

exercise(
    "7.1.3",
    title="One derivative, written out",
    stub="def first_weight_derivative(x, y, beta, omega):\n    ...  # your code\n",
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
            "That is how the *model* answers to the weight. One more step leads from "
            "there to the loss.",
        ),
        mistake(
            lambda x, y, beta, omega: (
                toy_first_weight_derivative(x, y, beta, omega) / x * omega[0]
            ),
            "You end with the derivative for the input. In the innermost product, "
            "which of the two numbers is being varied?",
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
    title="Through the cosine",
    prompt=r"Raising $h_3$ raises the loss: $\partial\ell/\partial h_3$ is positive. "
    r"Now $h_3 = \cos[f_2]$ with $f_2 = 7.14$, a little more than one full turn "
    r"($2\pi = 6.28$). What happens to the loss if $f_2$ rises a little?",
    choices=[
        choice(
            "It rises too: a positive derivative stays positive.",
            "It would, if the cosine rose at this place. Draw it a little beyond a "
            "full turn.",
        ),
        choice(
            "It falls.",
            "Yes. A little beyond a full turn the cosine falls: its slope is minus the "
            "sine, and the sine is positive there. The derivative changes its sign.",
            right=True,
        ),
        choice(
            "It falls, as it does wherever a cosine is passed.",
            "The slope of the cosine is minus the *sine*, and the sine has both signs. "
            "At this place the answer happens to be so.",
        ),
    ],
)

exercise(
    "7.1.5",
    title="The backward pass",
    stub="def backward_pass(f, h, y, omega):\n    ...  # your code\n",
    reference=toy_backward,
    cases=[_for_backward(*_SMALL), _for_backward(*_EXAMPLE), _for_backward(*_OTHER)],
    random_case=lambda rng: _for_backward(*_random(rng)),
    planted=[
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
            "All numbers are right and stand the wrong way round. You compute the last "
            "step first; where in the array does it belong?",
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
        -17.06 * 0.942,
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
            "$h_1$. Which factor stands beside $\\omega_1$?",
        ),
        number(
            -17.06 * 2.3,
            tolerance=0.1,
            feedback="You multiplied by the input $x$. Does $\\omega_1$ meet the "
            "input, or what the chain has made of it?",
        ),
    ],
    otherwise=r"Raise $\omega_1$ by a tiny amount $\delta$. By how much does $f_1$ "
    "rise, and how does the loss answer to that?",
)

exercise(
    "7.1.7",
    title="From the steps to the parameters",
    stub="def parameter_derivatives(dl_df, h):\n    ...  # your code\n",
    reference=toy_parameter_gradients,
    cases=[
        case(np.array([1.0, 2.0, 3.0, 4.0]), np.array([5.0, 6.0, 0.5, -1.0])),
        case(np.array([2.281, -17.06, -1.683, 0.745]), np.array([2.3, 0.9, 5.1, 0.7])),
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
            "You give the slope of each step in its weight. How the *loss* answers to "
            "the step is still missing.",
        ),
        mistake(
            lambda dl_df, h: (dl_df, dl_df / h),
            "A larger h makes a weight more influential, not less.",
        ),
        mistake(
            lambda dl_df, h: (np.ones_like(dl_df), dl_df * h),
            "The weights are right. For the offsets you give the slope of each "
            "*step*; how the loss answers to the step is still missing.",
        ),
        mistake(
            lambda dl_df, h: (dl_df, dl_df * np.append(1.0, h[:-1])),
            "Your weights meet the h of the step before. Which entry of h stands "
            "beside omega_k in the formula for f_k?",
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
    title="A slope from two points",
    stub="def slope_by_differences(function, at, step):\n    ...  # your code\n",
    reference=central_difference,
    cases=[
        case(_named("square", lambda x: x**2), 3.0, 0.5),
        case(_named("cube", lambda x: x**3), 2.0, 0.5),
        case(_named("cube", lambda x: x**3), -1.0, 1e-3),
        case(_named("exponential", lambda x: np.exp(x)), 0.0, 0.25),
    ],
    rtol=1e-9,
    planted=[
        mistake(
            lambda function, at, step: (function(at + step) - function(at)) / step,
            "You probe on one side only. Its error falls with the step, not with the "
            "square of the step: look at the point on the other side too.",
        ),
        mistake(
            lambda function, at, step: (function(at) - function(at - step)) / step,
            "You look back from the point and not ahead. The central difference has "
            "one point on each side.",
        ),
        mistake(
            lambda function, at, step: (
                (function(at + step) - function(at - step)) / step
            ),
            "Twice too steep: how far apart are your two points?",
        ),
        mistake(
            lambda function, at, step: (
                (function(at + step) - function(at - step)) / 2 * step
            ),
            "`a / 2 * b` is `(a / 2) * b` in Python. Your slope shrinks with the step.",
        ),
        mistake(
            lambda function, at, step: (
                (function(at - step) - function(at + step)) / (2 * step)
            ),
            "A rising function gets a negative slope from you.",
        ),
        mistake(
            lambda function, at, step: (
                (function(at + step / 2) - function(at - step / 2)) / step
            ),
            "A central difference, with half the step: here `step` is the distance to "
            "*each* side.",
        ),
        mistake(
            lambda function, at, step: function(at + step) - function(at - step),
            "That is the rise. A slope is a rise per unit of run.",
        ),
        mistake(
            lambda function, at, step: (
                function(at + step) - function(at - step) / (2 * step)
            ),
            "Only one of your two values is divided: Python divides before it "
            "subtracts.",
        ),
    ],
    hints=[
        "Draw a curve, mark the point, and mark one point on each side of it.",
        "Rise over run: the difference of the two values, divided by the distance of "
        "the two points.",
    ],
)

question(
    "7.1.10",
    title="A tiny step",
    prompt=r"The error of the central difference is $\delta^2/6$ times a constant. "
    r"What will the computer say if we make the step as tiny as $\delta = 10^{-15}$?",
    choices=[
        choice(
            "The derivative, to 15 digits or more.",
            "By the formula, yes. But can the computer tell the two losses apart, when "
            "a float carries about 16 digits?",
        ),
        choice(
            "A number that may be off by several percent.",
            "Yes. The two losses agree in all but the last few of their 16 digits. "
            "Rounding spoils those, and so the difference; the division by a tiny "
            "number makes the fault as large as the slope's own digits.",
            right=True,
        ),
        choice(
            "Nothing: it raises an error, or gives `nan`.",
            "It would, if the step were exactly zero. Here it computes happily. What "
            "is in the last digits of the two losses?",
        ),
    ],
)
