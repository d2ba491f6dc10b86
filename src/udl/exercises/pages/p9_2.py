"""Exercises and questions of page 9.2, implicit regularization."""

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
from udl.fitting.gradient_descent import gradient_descent
from udl.generalization import implicit_regularization as implicit
from udl.generalization.implicit_regularization import (
    batch_term,
    implicit_term,
    valley_gradient,
    valley_hessian,
)

_START = np.array([-0.7, -0.75])
_BENDS = np.array([[3.0, 1.0, 0.5], [1.0, 2.0, -0.5], [0.5, -0.5, 1.0]])
_BATCHES = np.array([[1.0, -2.0], [3.0, 0.5], [-1.0, 4.0]])
_NO_SIGN = "a sum of squares is not negative"
_LABELS = ([0.5, 1.5], [1.0, 3.0], [-0.6, -1.4], [14.0, 10.0])


def bowl_gradient(phi):
    """Give the gradient of a tilted bowl in three parameters."""
    return _BENDS @ phi


def bowl_hessian(phi):
    """Give the Hessian of that bowl."""
    return _BENDS


def bent_gradient(phi):
    """Give the gradient of phi_0^2 phi_1 + phi_1^2."""
    return np.array([2 * phi[0] * phi[1], phi[0] ** 2 + 2 * phi[1]])


def bent_hessian(phi):
    """Give the Hessian of phi_0^2 phi_1 + phi_1^2."""
    return np.array([[2.0 * phi[1], 2.0 * phi[0]], [2.0 * phi[0], 2.0]])


def modified_valley(phi):
    """Give the modified gradient of the valley for steps of 0.1."""
    return implicit.modified_gradient(valley_gradient, valley_hessian, 0.1)(phi)


def modified_bowl(phi):
    """Give the modified gradient of the bowl for steps of 0.3."""
    return implicit.modified_gradient(bowl_gradient, bowl_hessian, 0.3)(phi)


def _modified(phi, gradient, hessian, alpha):
    return implicit.modified_gradient(gradient, hessian, alpha)(phi)


def _column(phi0, phi1):
    """Give the gradient in the form of the published notebook."""
    return valley_gradient([phi0, phi1])[:, np.newaxis]


def _published_term(phi0, phi1, alpha):
    return implicit_term(valley_gradient([phi0, phi1]), alpha)


def _lifted(function):
    def term(phi0, phi1, alpha):
        return function(valley_gradient([phi0, phi1]), alpha)

    return term


def _end(gradient, start, size, steps):
    return gradient_descent(gradient, start, size, steps)[-1]


def _two_walks(gradient, modified, start, alpha, tiny, steps):
    return (
        _end(gradient, start, alpha, steps),
        _end(modified, start, tiny, steps * round(alpha / tiny)),
    )


def _one_after_the_other(gradient, modified, start, alpha, tiny, steps):
    first = _end(gradient, start, alpha, steps)
    return first, _end(modified, first, tiny, steps * round(alpha / tiny))


def _whole_walks(gradient, modified, start, alpha, tiny, steps):
    return (
        gradient_descent(gradient, start, alpha, steps),
        gradient_descent(modified, start, tiny, steps * round(alpha / tiny)),
    )


def _product_term(phi, y, alpha):
    return alpha * (phi[0] * phi[1] - y) ** 2 * (phi[0] ** 2 + phi[1] ** 2)


def _spread(gradients, alpha):
    return batch_term(gradients, alpha) - implicit_term(gradients.mean(axis=0), alpha)


def _schedule(labels):
    return 0.2 / abs(np.mean(labels)), 800, 200


def arrivals(settings, labels, seed):
    """Count the starts of a hundred that end at equal weights, at the bottom."""
    rate, noisy, quiet = settings
    mean = np.mean(labels)
    phi = np.random.default_rng(seed).uniform(-1.5, 1.5, (100, 2))
    phi = phi * np.sqrt(abs(mean))
    with np.errstate(all="ignore"):  # a rate too large overflows
        for k in range(noisy + quiet):
            y = labels[k % 2] if k < noisy else mean
            error = phi[:, :1] * phi[:, 1:] - y
            phi = phi - rate * 2 * error * phi[:, ::-1]
        unequal = np.abs(phi[:, 0] ** 2 - phi[:, 1] ** 2) / abs(mean)
        off = (phi[:, 0] * phi[:, 1] / mean - 1) ** 2
    return int(np.sum((unequal < 0.05) & (off < 1e-6)))


def _arrive(found, labels):
    """Whether a schedule keeps the rules and brings 90 of 100 starts there."""
    if np.shape(found) != (3,):
        return "Three numbers are asked for: the rate, and two numbers of steps."
    rate, noisy, quiet = map(float, found)
    if noisy not in range(1001) or quiet not in range(1001):
        return "The last two are numbers of steps: whole, and from 0 to 1000."
    if noisy + quiet > 1000:
        return f"Your steps are {noisy + quiet:.0f} together; 1000 are allowed."
    if not rate > 0:
        return "The rate of these steps is not positive. Which sign has your mean?"
    if noisy == 0:
        return (
            "Gradient descent alone reaches the floor and rests there, with weights as "
            "unequal as they are."
        )
    if quiet == 0:
        return (
            "The weights become equal, but batches that disagree never come to rest. "
            "How do you settle at the end?"
        )
    count = arrivals((rate, int(noisy), int(quiet)), labels, seed=0)
    return count >= 90 or (
        f"With the labels {labels[0]:g} and {labels[1]:g} and a rate of {rate:.3g}, "
        f"{count} of 100 starts arrive."
    )


question(
    "9.2.1",
    title="A step and a flow",
    prompt="Both start at the same point on the slope of a parabola, $L = "
    "\\frac{1}{2}\\phi^2$. One takes a single step of size 0.4. The other flows for "
    "the time 0.4. Which is nearer to the bottom at the end?",
    choices=[
        choice(
            "The flow: it never stops to compute a new slope.",
            "It does look at the slope, at every moment. On the way down, what does it "
            "see?",
        ),
        choice(
            "Neither. They have the same time and the same slope.",
            "They have the same slope at the start. Is that still so later on?",
        ),
        choice(
            "The step.",
            "Yes. It keeps the steep slope of its start, while the flow slows down as "
            "the slope gets gentler.",
            right=True,
        ),
    ],
)
question(
    "9.2.2",
    title="The modified parabola",
    prompt="The loss is $L = 2\\phi^2$, which has the curvature (second derivative) 4. "
    "The step size is 0.1. Which curvature does the modified loss have?",
    answer=number(
        4.8,
        tolerance=0.005,
        feedback="Yes. The gradient is $4\\phi$, the term $0.025 \\cdot 16\\phi^2 = "
        "0.4\\phi^2$, and the sum $2.4\\phi^2$ has the second derivative 4.8.",
    ),
    near=[
        number(
            2.4,
            tolerance=0.005,
            feedback="This is the factor of $\\phi^2$. Differentiate twice.",
        ),
        number(
            0.8,
            tolerance=0.005,
            feedback="This is the curvature of the new term. The loss is still there.",
        ),
        number(
            4.4,
            tolerance=0.005,
            feedback="You added the factor of $\\phi^2$ in the new term to a second "
            "derivative.",
        ),
        number(
            5.6,
            tolerance=0.005,
            feedback="Twice the term. Which factor has the square of the gradient?",
        ),
        number(
            4.2,
            tolerance=0.005,
            feedback="The gradient of $2\\phi^2$ is $4\\phi$. What is its square?",
        ),
    ],
    otherwise="Write down the gradient, square it, multiply by a fourth of the step "
    "size. What does this add to $2\\phi^2$?",
)
exercise(
    "9.2.3",
    title="The implicit term of gradient descent",
    stub="def implicit_term(gradient, alpha):\n    ...  # your code\n",
    solution=(
        "def implicit_term(gradient, alpha):\n"
        "    return alpha / 4 * np.sum(gradient ** 2)\n"
    ),
    equivalent={
        "return np.abs(alpha / 4 * np.sum(gradient ** 2))": _NO_SIGN,
        "return np.maximum(alpha / 4 * np.sum(gradient ** 2), 0)": _NO_SIGN,
    },
    reference=implicit_term,
    cases=[
        case(np.array([3.0, -1.0, 2.0]), 0.2),
        case(valley_gradient(_START), 0.05),
        case(np.array([0.2, 0.1]), 0.1),
        case(np.array([2, 1, 0, -5]), 0.3),
        case(np.zeros(2), 0.1),
    ],
    random_case=lambda rng: case(rng.normal(size=2), rng.uniform(0.05, 0.5)),
    published=published(
        "get_reg_term(phi0, phi1, alpha)",
        provides={"get_loss_gradient": lambda: _column},
        reference=_published_term,
        cases=[
            case(np.float64(-0.7), np.float64(-0.75), 0.05),
            case(np.float64(0.3), np.float64(-0.2), 0.1),
            case(np.float64(-0.1), np.float64(0.9), 0.1),
        ],
        lifts=_lifted,
    ),
    planted=[
        mistake(
            lambda gradient, alpha: alpha / 4 * np.linalg.norm(gradient),
            "Halve the loss everywhere: by how much should the term fall?",
        ),
        mistake(
            lambda gradient, alpha: alpha / 2 * np.sum(gradient**2),
            "The direction of your correction is right, and it has twice the needed "
            "size.",
        ),
        mistake(
            lambda gradient, alpha: alpha * np.sum(gradient**2),
            "The direction of your correction is right: is its size?",
        ),
        mistake(
            lambda gradient, alpha: alpha / 4 * gradient[0],
            "Can a squared length be negative?",
        ),
        mistake(
            lambda gradient, alpha: alpha / 4 * gradient[-1] ** 2,
            "The gradient has other entries, too: a slope in any direction counts.",
        ),
        mistake(
            lambda gradient, alpha: alpha / 4 * gradient[0] ** 2,
            "You use the first entry alone. A slope in any direction counts.",
        ),
        mistake(
            lambda gradient, alpha: alpha / 4 * np.sum(gradient),
            "Slopes of opposite sign cancel in your sum. What does a squared length do "
            "with them?",
        ),
        mistake(
            lambda gradient, alpha: alpha / 4 * np.sum(gradient) ** 2,
            "You add first and square last, so slopes of opposite sign cancel.",
        ),
        mistake(
            lambda gradient, alpha: alpha / 4 * np.mean(gradient**2),
            "You average over the parameters. What is the length of a vector?",
        ),
        mistake(
            lambda gradient, alpha: (alpha / 4) ** 2 * np.sum(gradient**2),
            "The square belongs to the gradient. Which power does the step size have?",
        ),
        mistake(
            lambda gradient, alpha: alpha / 4 * gradient**2,
            "One number is asked for: what is missing to make a squared length of "
            "these?",
        ),
        mistake(
            lambda gradient, alpha: alpha / 4 * np.sum(gradient[:2] ** 2),
            "You use two entries. A network has more parameters than two.",
        ),
        mistake(
            lambda gradient, alpha: alpha / 4 * np.sum(np.abs(gradient)),
            "You add up sizes. A squared length is made of squares.",
        ),
    ],
    hints=[
        "What is the squared length of a vector, in terms of its entries?",
        "`np.sum(gradient ** 2)` is the squared length. A fourth of the step size "
        "multiplies it.",
    ],
)
question(
    "9.2.4",
    title="Halve the step",
    prompt="Suppose the derivation is right. Keep the time fixed and halve the step "
    "size again and again. What becomes of the two gaps, from the end of descent to "
    "the ends of the two flows?",
    choices=[
        choice(
            "The gap to the modified flow goes to zero; the gap to the original flow "
            "does not.",
            "With a tiny step, how large is the new term? And how far apart are the "
            "two flows then?",
        ),
        choice(
            "Both go to zero. The first is halved each time, the second is divided by "
            "about four.",
            "Yes. The original flow is off by something of order $\\alpha$, the "
            "modified flow by something of order $\\alpha^2$.",
            right=True,
        ),
        choice(
            "Both are halved each time, but the gap to the modified flow is smaller.",
            "That would be so if the new term had a wrong factor: part of the error of "
            "order $\\alpha$ would be left.",
        ),
        choice(
            "The first is divided by four, the second by eight.",
            "This is the error of a *single* step. How many steps are there in a fixed "
            "time, and what happens to their number?",
        ),
    ],
)
exercise(
    "9.2.5",
    title="The gradient of the modified loss",
    stub=(
        "def modified_gradient(phi, gradient, hessian, alpha):\n"
        "    g = gradient(phi)\n"
        "    return g + alpha / 4 * hessian(phi) @ g\n"
    ),
    solution=(
        "def modified_gradient(phi, gradient, hessian, alpha):\n"
        "    g = gradient(phi)\n"
        "    return g + alpha / 2 * hessian(phi) @ g\n"
    ),
    equivalent={
        "return g + g @ (alpha / 2 * hessian(phi))": "a Hessian is symmetric",
    },
    reference=_modified,
    cases=[
        case(np.array([1.0, -2.0, 0.5]), bowl_gradient, bowl_hessian, 0.3),
        case(_START, valley_gradient, valley_hessian, 0.2),
        case(np.array([1.5, -0.4]), bent_gradient, bent_hessian, 0.1),
        case(np.array([2, 1]), bent_gradient, bent_hessian, 0.4),
    ],
    random_case=lambda rng: case(
        rng.normal(size=2), bent_gradient, bent_hessian, rng.uniform(0.05, 0.5)
    ),
    planted=[
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha / 4 * hessian(phi) @ gradient(phi)
            ),
            "Try it on the parabola of the question on paper, where the answer is 4.8 "
            "times phi.",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha * hessian(phi) @ gradient(phi)
            ),
            "Now the correction is twice too large. Differentiate a quarter square.",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) - alpha / 2 * hessian(phi) @ gradient(phi)
            ),
            "Your flow is slower than the original one. Is a step ahead of the flow, "
            "or behind it?",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha / 2 * gradient(phi)
            ),
            "This only makes the flow faster; it runs along the same path. Where do "
            "the second derivatives enter?",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha / 2 * np.diag(hessian(phi)) * gradient(phi)
            ),
            "You use the diagonal of the Hessian. A step along one parameter changes "
            "the slope along the others, too.",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                alpha / 2 * hessian(phi) @ gradient(phi)
            ),
            "This is the gradient of the new term. The loss itself has one, too.",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha**2 / 2 * hessian(phi) @ gradient(phi)
            ),
            "The new term has the step size in its first power.",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha / 2 * gradient(phi) ** 2
            ),
            "You square the slopes. What is the derivative of a square?",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha / 4 * np.sum(gradient(phi) ** 2)
            ),
            "You add the term itself to a gradient. What is the gradient of the term?",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha / 2 * hessian(phi) @ phi
            ),
            "The matrix has to multiply the slope. What does yours multiply?",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) - alpha / 4 * hessian(phi) @ gradient(phi)
            ),
            "The sign was right: a step is ahead of the flow. Look at the "
            "factor, on a parabola.",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha / 2 * np.sum(hessian(phi) * gradient(phi), axis=0)
            ),
            "You multiply entry by entry and add up the wrong way. Each entry "
            "of the new term is a row of the matrix times the slopes.",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha / 4 * gradient(phi) ** 2
            ),
            "You square each slope, and keep the fourth. What is the derivative of a "
            "square?",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha / 4 * hessian(phi) @ hessian(phi) @ gradient(phi)
            ),
            "One second derivative too many: how often do you differentiate the slope?",
        ),
        mistake(
            lambda phi, gradient, hessian, alpha: (
                gradient(phi) + alpha / 4 * hessian(gradient(phi)) @ gradient(phi)
            ),
            "The second derivatives belong to the place `phi`, not to the slope there.",
        ),
    ],
    hints=[
        "Try the function on the parabola of the question on paper: what should it "
        "return there?",
        "Differentiate $\\frac{\\alpha}{4}\\sum_j g_j^2$. Where does a 2 come from?",
    ],
)
exercise(
    "9.2.6",
    title="Two walks of equal time",
    stub=(
        "def two_walks(gradient, modified, start, alpha, tiny, steps):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def two_walks(gradient, modified, start, alpha, tiny, steps):\n"
        "    original, imitated = start, start\n"
        "    for _ in range(steps):\n"
        "        original = original - alpha * gradient(original)\n"
        "    for _ in range(round(steps * alpha / tiny)):\n"
        "        imitated = imitated - tiny * modified(imitated)\n"
        "    return original, imitated\n"
    ),
    reference=_two_walks,
    parts=["walk 1", "walk 2"],
    cases=[
        case(valley_gradient, modified_valley, _START, 0.1, 0.02, 7),
        case(bowl_gradient, modified_bowl, np.array([1.0, -2.0, 0.5]), 0.3, 0.1, 3),
        case(bowl_gradient, modified_bowl, np.array([1, 0, -1]), 0.3, 0.05, 2),
    ],
    random_case=lambda rng: case(
        bowl_gradient, modified_bowl, rng.normal(size=3), 0.3, 0.1, 2
    ),
    planted=[
        mistake(
            lambda gradient, modified, start, alpha, tiny, steps: (
                _end(gradient, start, tiny, steps * round(alpha / tiny)),
                _end(modified, start, alpha, steps),
            ),
            "Two different step sizes: which do you imitate, and which do you take? "
            "The walk down the modified loss is the one with tiny steps.",
        ),
        mistake(
            lambda gradient, modified, start, alpha, tiny, steps: (
                _end(gradient, start, alpha, steps),
                _end(modified, start, tiny, steps),
            ),
            "The second walk has hardly left the start: as many steps, and each of "
            "them tiny. How much time has it had?",
        ),
        mistake(
            lambda gradient, modified, start, alpha, tiny, steps: (
                _end(gradient, start, alpha, steps),
                _end(modified, start, alpha, steps),
            ),
            "You take both walks with the large step. The modified loss has that step "
            "in it already.",
        ),
        mistake(
            lambda gradient, modified, start, alpha, tiny, steps: (
                _end(gradient, start, tiny, steps * round(alpha / tiny)),
                _end(modified, start, tiny, steps * round(alpha / tiny)),
            ),
            "Both of your walks have tiny steps. Which one should show what a large "
            "step does?",
        ),
        mistake(
            lambda gradient, modified, start, alpha, tiny, steps: (
                _end(gradient, start, alpha, steps),
                _end(gradient, start, tiny, steps * round(alpha / tiny)),
            ),
            "Both of your walks go down the original loss.",
        ),
        mistake(
            lambda gradient, modified, start, alpha, tiny, steps: (
                _end(modified, start, alpha, steps),
                _end(gradient, start, tiny, steps * round(alpha / tiny)),
            ),
            "Which loss does the walk with the large steps go down? It needs no term: "
            "it makes one.",
        ),
        mistake(
            _one_after_the_other,
            "Your second walk starts where the first one ended.",
        ),
        mistake(
            lambda *settings: _two_walks(*settings)[::-1],
            "Right, in the other order: the walk with the large steps first.",
        ),
        mistake(
            _whole_walks,
            "These are the whole walks. The two ends are asked for.",
        ),
        mistake(
            lambda gradient, modified, start, alpha, tiny, steps: (
                _end(gradient, start, alpha, steps),
                _end(modified, start, tiny, steps * int(alpha / tiny)),
            ),
            "Print `0.3 / 0.1`: it is a little below 3, and `int` and `//` cut "
            "it down to 2.",
        ),
        mistake(
            lambda gradient, modified, start, alpha, tiny, steps: (
                _end(gradient, start, alpha, steps),
                _end(modified, start, tiny, round(alpha / tiny)),
            ),
            "Your second walk has the time of one large step. The first walk "
            "makes `steps` of them.",
        ),
        mistake(
            lambda gradient, modified, start, alpha, tiny, steps: (
                _end(gradient, start, -alpha, steps),
                _end(modified, start, -tiny, steps * round(alpha / tiny)),
            ),
            "Both of your walks go uphill.",
        ),
        mistake(
            lambda gradient, modified, start, alpha, tiny, steps: (
                start - alpha * steps * gradient(start),
                start - alpha * steps * modified(start),
            ),
            "Your steps all have the slope of the start. Where are you, one "
            "step later?",
        ),
    ],
    hints=[
        "How much time do `steps` steps of size `alpha` take? How many of size `tiny` "
        "take as long?",
        "Two loops. The second makes `round(steps * alpha / tiny)` steps.",
    ],
)
question(
    "9.2.7",
    title="On the floor",
    prompt="The gradient of the whole loss is zero here, but those of the single "
    "batches are not: they disagree, and cancel in the mean. What does stochastic "
    "gradient descent do, with a fixed small step, over many epochs?",
    choices=[
        choice(
            "It stops, as gradient descent does.",
            "It never sees the whole loss. What does the next batch tell it?",
        ),
        choice(
            "It jumps around this point and gets no farther, since the jumps cancel.",
            "They cancel to first order in the step. Is the gradient of the second "
            "batch still the same after the step with the first?",
        ),
        choice(
            "It jumps around, and slowly drifts along the floor to where the batches "
            "disagree less.",
            "Yes. The jumps cancel to first order; the drift is what remains to second "
            "order.",
            right=True,
        ),
        choice(
            "It runs away uphill.",
            "A step of one batch may go uphill. Does a whole epoch?",
        ),
    ],
)
exercise(
    "9.2.8",
    title="The term of the batches",
    stub="def batch_term(gradients, alpha):\n    ...  # your code\n",
    solution=(
        "def batch_term(gradients, alpha):\n"
        "    squares = np.sum(gradients ** 2, axis=1)\n"
        "    return alpha / 4 * np.mean(squares)\n"
    ),
    equivalent={
        "return np.abs(alpha / 4 * np.mean(squares))": _NO_SIGN,
        "return np.maximum(alpha / 4 * np.mean(squares), 0)": _NO_SIGN,
    },
    reference=batch_term,
    cases=[
        case(_BATCHES, 0.1),
        case(np.array([[1.0, -2.0, 0.5], [0.0, 1.0, 4.0]]), 0.2),
        case(np.array([[1.0, 2.0], [-1.0, -2.0]]), 0.4),
        case(np.array([[3.0, -1.0]]), 0.1),
        case(np.array([[1, 2], [3, 5], [-4, 1], [0, 2]]), 0.3),
    ],
    random_case=lambda rng: case(rng.normal(size=(4, 3)), rng.uniform(0.05, 0.5)),
    uses={"implicit_term": "9.2.3"},
    planted=[
        mistake(
            lambda gradients, alpha: implicit_term(gradients.mean(axis=0), alpha),
            "This is the term of gradient descent. It does not notice whether the "
            "batches disagree.",
        ),
        mistake(
            _spread,
            "This is the part that the batches add. The term of gradient descent is "
            "there as well.",
        ),
        mistake(
            lambda gradients, alpha: alpha / 4 * np.sum(gradients**2),
            "Use every batch twice in an epoch: your term doubles. Should it?",
        ),
        mistake(
            lambda gradients, alpha: alpha / 4 * np.mean(gradients**2),
            "You average over the parameters as well. Over what does the equation "
            "average?",
        ),
        mistake(
            lambda gradients, alpha: (
                alpha / 4 * np.mean(np.linalg.norm(gradients, axis=1))
            ),
            "You average lengths. The equation has squared lengths.",
        ),
        mistake(
            lambda gradients, alpha: implicit_term(gradients.sum(axis=0), alpha),
            "You add the batches up before you square. The loss is the mean of the "
            "batches, and the square comes first.",
        ),
        mistake(
            lambda gradients, alpha: (
                implicit_term(gradients.mean(axis=0), alpha)
                + len(gradients) * _spread(gradients, alpha)
            ),
            "Nearly: the second term is a mean over the batches, and you have a sum.",
        ),
        mistake(
            lambda gradients, alpha: (
                implicit_term(gradients.sum(axis=0), alpha) + _spread(gradients, alpha)
            ),
            "The first term wants the gradient of the loss, which is the mean of the "
            "batch losses.",
        ),
        mistake(
            lambda gradients, alpha: (
                batch_term(gradients, alpha)
                + implicit_term(gradients.mean(axis=0), alpha)
            ),
            "You count the term of gradient descent twice: the mean of the squares "
            "holds it already.",
        ),
        mistake(
            lambda gradients, alpha: (
                implicit_term(gradients.sum(axis=0), alpha)
                + implicit_term(np.ravel(gradients - gradients.sum(axis=0)), alpha)
                / len(gradients)
            ),
            "In both terms you take the sum of the gradients for that of the loss. The "
            "loss is the mean of the batch losses.",
        ),
        mistake(
            lambda gradients, alpha: (
                implicit_term(gradients.mean(axis=0), alpha)
                + alpha / 4 * np.mean(np.var(gradients, axis=0))
            ),
            "In the second term you average over the parameters as well. How "
            "long is a vector?",
        ),
        mistake(
            lambda gradients, alpha: (
                implicit_term(gradients.mean(axis=0), alpha) - _spread(gradients, alpha)
            ),
            "You subtract the second term. Do batches that disagree make a "
            "place more attractive?",
        ),
    ],
    hints=[
        "Take the shorter form of the equation. Along which axis is the squared "
        "length of each batch's gradient?",
        "`np.sum(gradients ** 2, axis=1)` has one number a batch. What does the "
        "equation do with them?",
    ],
)
exercise(
    "9.2.9",
    title="The implicit term of a product of two weights",
    stub="def product_term(phi, y, alpha):\n    ...  # your code\n",
    solution=(
        "def product_term(phi, y, alpha):\n"
        "    error = phi[0] * phi[1] - y\n"
        "    return alpha * error ** 2 * np.sum(phi ** 2)\n"
    ),
    equivalent={
        "error = y - phi[0] * phi[1]": "a square has no sign",
        "return np.abs(alpha * error ** 2 * np.sum(phi ** 2))": _NO_SIGN,
        "return np.maximum(alpha * error ** 2 * np.sum(phi ** 2), 0)": _NO_SIGN,
        "right for the sizes of the first case only": "there are two weights",
    },
    reference=_product_term,
    cases=[
        case(np.array([2.0, 0.3]), 1.0, 0.1),
        case(np.array([1.5, -0.5]), 2.0, 0.2),
        case(np.array([2.0, 0.5]), 1.0, 0.1),
        case(np.array([3, 1]), 1.5, 0.05),
    ],
    random_case=lambda rng: case(rng.normal(size=2), rng.normal(), 0.1),
    uses={"implicit_term": "9.2.3"},
    planted=[
        mistake(
            lambda phi, y, alpha: alpha / 4 * (phi[0] * phi[1] - y) ** 4,
            "You square the loss. What has to be squared?",
        ),
        mistake(
            lambda phi, y, alpha: alpha * (phi[0] * phi[1] - y) * np.sum(phi**2),
            "A squared length cannot be negative. What happened to the error?",
        ),
        mistake(
            lambda phi, y, alpha: alpha * (phi[0] * phi[1] - y) ** 2,
            "This is four times too much for the derivative with respect to the "
            "product. The parameters are the two weights: use the chain rule.",
        ),
        mistake(
            lambda phi, y, alpha: (
                alpha / 4 * (phi[0] * phi[1] - y) ** 2 * np.sum(phi**2)
            ),
            "A fourth of what it should be. Which factor does the derivative of a "
            "square have?",
        ),
        mistake(
            lambda phi, y, alpha: (
                alpha / 2 * (phi[0] * phi[1] - y) ** 2 * np.sum(phi**2)
            ),
            "Half of what it should be. The 2 of the derivative is squared, too.",
        ),
        mistake(
            lambda phi, y, alpha: alpha * (phi[0] * phi[1] - y) ** 2 * np.sum(phi) ** 2,
            "You add the two derivatives and square the sum.",
        ),
        mistake(
            lambda phi, y, alpha: alpha * (phi[0] * phi[1] - y) ** 2 * phi[1] ** 2,
            "You differentiate with respect to the first weight only.",
        ),
        mistake(
            lambda phi, y, alpha: alpha * np.sum(phi**2),
            "This is a penalty on the weights alone. Is a network without error pushed "
            "at all?",
        ),
        mistake(
            lambda phi, y, alpha: (
                (phi[0] * phi[1] - y) ** 2 + _product_term(phi, y, alpha)
            ),
            "This is the modified loss. The new term alone is asked for.",
        ),
        mistake(
            lambda phi, y, alpha: (
                alpha * (phi[0] * phi[1] - y) ** 2 * (phi[0] * phi[1]) ** 2
            ),
            "You multiply the squares of the two weights. Each of them is in "
            "another entry of the gradient: what does its squared length do "
            "with entries?",
        ),
        mistake(
            lambda phi, y, alpha: alpha / 4 * (phi[0] * phi[1] - y) ** 2,
            "You have put the loss where the squared length of its gradient belongs.",
        ),
        mistake(
            lambda phi, y, alpha: (
                alpha * np.abs(phi[0] * phi[1] - y) * np.linalg.norm(phi)
            ),
            "This goes with the length of the gradient. Its square is asked for.",
        ),
    ],
    hints=[
        "Differentiate the loss with respect to each of the two weights: chain rule.",
        "The gradient is $2e\\,(\\phi_1, \\phi_0)$ with the error $e$. What is a "
        "fourth of its squared length?",
    ],
)
exercise(
    "9.2.10",
    title="Equal weights, and at the bottom",
    stub="def settings(labels):\n    ...  # your code\n",
    solution=(
        "def settings(labels):\n    return 0.2 / abs(np.mean(labels)), 800, 200\n"
    ),
    equivalent={
        "return (0.2 / abs(np.mean(labels)), 799, 200)": "many schedules arrive",
        "return (0.2 / abs(np.mean(labels)), 800, 199)": "many schedules arrive",
        "right for the sizes of the first case only": "there are two labels",
        "the result has the first argument's type": "labels may be large",
    },
    reference=_schedule,
    cases=[case(np.array(pair)) for pair in _LABELS],
    accept=_arrive,
    planted=[
        mistake(
            lambda labels: (0.2 / abs(np.mean(labels)), 0, 1000),
            "Gradient descent alone reaches the floor and rests there, with weights as "
            "unequal as they are.",
        ),
        mistake(
            lambda labels: (0.05, 0, 1000),
            "All your steps are of gradient descent. What makes the weights equal?",
        ),
        mistake(
            lambda labels: (0.2 / abs(np.mean(labels)), 1000, 0),
            "The weights become equal, but batches that disagree never come to rest. "
            "How do you settle at the end?",
        ),
        mistake(
            lambda labels: (0.2, 800, 200),
            "This works for labels near 1. For larger ones the loss bends more: how "
            "should the step change?",
        ),
        mistake(
            lambda labels: (0.01 / abs(np.mean(labels)), 800, 200),
            "The drift goes with the square of the step: yours takes far too long.",
        ),
        mistake(
            lambda labels: (0.2 / abs(np.mean(labels)), 8000, 2000),
            "That is more than 1000 steps.",
        ),
        mistake(
            lambda labels: (1 / abs(np.mean(labels)), 800, 200),
            "With steps as large as that, most starts run away. What is the largest "
            "step that the bottom allows?",
        ),
        mistake(
            lambda labels: (0.2 / np.mean(labels), 800, 200),
            "Works for positive labels. Which sign has your step if both are negative?",
        ),
    ],
    hints=[
        "Which of the two kinds of steps makes weights equal, and which one comes to "
        "rest? You need both.",
        "Try rates from 0.05 to 0.4, divided by the size of the mean label, with most "
        "of the steps noisy.",
    ],
)
question(
    "9.2.11",
    title="A sum of batches",
    prompt="A program's loss is the *sum* of the losses of ten batches. Its SGD steps "
    "along the gradient of one batch, with step size 0.01. You want to use the formula "
    "for batches, and define $L$ as the mean in place of the sum. Which $\\alpha$ "
    "belongs in the formula?",
    choices=[
        choice(
            "0.001, since the loss has become ten times smaller.",
            "The whole loss has. Has the loss of a batch, along whose gradient the "
            "program steps?",
        ),
        choice(
            "0.01.",
            "Yes. The steps are taken with the batch losses, and these are as before. "
            "The same program simply goes down the mean with this step size.",
            right=True,
        ),
        choice(
            "0.1, because an epoch has ten steps.",
            "The ten steps are in the time, ten times $\\alpha$. What is the size of a "
            "single one?",
        ),
    ],
)
