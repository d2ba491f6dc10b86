"""Exercises and questions of page 6.4, momentum."""

import functools

import numpy as np

from udl.datasets.regression import gabor_data
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.fitting.gabor import gabor_loss
from udl.fitting.momentum import (
    momentum,
    momentum_factor,
    momentum_step,
    momentum_weights,
    nesterov_step,
)
from udl.fitting.ravine import ravine_gradient


def constant_slope(phi):
    """Gradient (8, -4), whatever the parameters."""
    return np.array([8.0, -4.0]) + 0 * phi


def bowl(phi):
    """Gradient of a bowl with the curvatures 1, 2, 3, ..."""
    return np.arange(1.0, phi.size + 1) * phi


_PHI, _M = np.array([1.0, 3.0]), np.array([2.0, -4.0])

question(
    "6.4.1",
    title="One odd batch",
    prompt="Of one odd batch, the gradient points the wrong way. It would throw a walk "
    "without momentum off by a step of length 1, once. What does it do to a walk with "
    "$\\beta = 0.6$ and the same learning rate?",
    choices=[
        choice(
            "It throws it off by 0.4, and that is all.",
            "By 0.4 in the step in which it comes. Is the odd gradient out of the "
            "average after that?",
        ),
        choice(
            "It throws it off by 0.6 at once, and then by less and less.",
            "Which share of the average is new: $\\beta$, or what is left of one?",
        ),
        choice(
            "It throws it off by 0.4 at once, and by 1 in all.",
            "Yes. 0.4, then 0.24, 0.144 and so on: the same push, spread over several "
            "steps.",
            right=True,
        ),
        choice(
            "It throws it off by 1 at once, and by 2.5 in all.",
            "That would be so without the factor $1-\\beta$. Which share of the new "
            "gradient enters the average?",
        ),
    ],
)


def _library(phi, m, gradient, rate, beta):
    m = beta * m + gradient(phi)
    return phi - rate * m, m


def _swapped(phi, m, gradient, rate, beta):
    m = (1 - beta) * m + beta * gradient(phi)
    return phi - rate * m, m


def _old_average(phi, m, gradient, rate, beta):
    return phi - rate * m, beta * m + (1 - beta) * gradient(phi)


def _up(phi, m, gradient, rate, beta):
    m = beta * m + (1 - beta) * gradient(phi)
    return phi + rate * m, m


def _forgotten(phi, m, gradient, rate, beta):
    new = beta * m + (1 - beta) * gradient(phi)
    return phi - rate * new, m


def _rate_inside(phi, m, gradient, rate, beta):
    m = beta * m + (1 - beta) * rate * gradient(phi)
    return phi - m, m


def _velocity(phi, m, gradient, rate, beta):
    m = beta * m - rate * gradient(phi)
    return phi + m, m


def _steps_averaged(phi, m, gradient, rate, beta):
    m = beta * m + rate * gradient(phi)
    return phi - m, m


exercise(
    "6.4.2",
    title="One step of momentum",
    stub="def momentum_step(phi, m, gradient, rate, beta):\n    ...  # your code\n",
    solution=(
        "def momentum_step(phi, m, gradient, rate, beta):\n"
        "    m = beta * m + (1 - beta) * gradient(phi)\n"
        "    return phi - rate * m, m\n"
    ),
    parts=["phi", "m"],
    reference=momentum_step,
    cases=[
        case(np.zeros(2), np.zeros(2), constant_slope, 0.5, 0.75),
        case(_PHI, _M, constant_slope, 0.5, 0.75),
        case(_PHI, _M, bowl, 0.1, 0.9),
        case(np.array([1.0, -2.0, 0.5]), np.array([0.0, 1.0, 1.0]), bowl, 0.3, 0.6),
        case(np.array([2, -1]), np.array([1, 3]), bowl, 0.3, 0.6),
    ],
    random_case=lambda rng: case(
        rng.normal(size=4), rng.normal(size=4), bowl, 0.2, rng.uniform(0.6, 0.95)
    ),
    planted=[
        mistake(
            _library,
            "Feed a constant gradient: your m should settle at that gradient. Where "
            "does it settle?",
        ),
        mistake(
            _swapped,
            "With beta close to one the path should become smoother. Yours becomes "
            "rougher.",
        ),
        mistake(
            _old_average,
            "You step along the average from before this gradient. Which one does the "
            "second line of the equation use?",
        ),
        mistake(_up, "Your step goes up the loss."),
        mistake(
            _forgotten,
            "The new parameters are right, but you hand back the old average: the next "
            "step will remember nothing.",
        ),
        mistake(
            _rate_inside,
            "You average steps, not gradients: your m depends on the learning rate. "
            "Where does the rate stand in the equation?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate * gradient(phi),
                beta * m + (1 - beta) * gradient(phi),
            ),
            "You compute the average and then step along the gradient.",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - beta * (beta * m + (1 - beta) * gradient(phi)),
                beta * m + (1 - beta) * gradient(phi),
            ),
            "Your average is right. Your step is beta times as long as it: which "
            "number sets the length of a step?",
        ),
        mistake(
            _velocity,
            "Your m is a step, with its sign and its rate in it: the equation keeps an "
            "average of gradients.",
        ),
        mistake(
            _steps_averaged,
            "You add up steps, and nothing is an average any more. Which factor does "
            "the gradient get in the equation, and where does the rate stand?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate * (1 - beta) * gradient(phi),
                (1 - beta) * gradient(phi),
            ),
            "Your average forgets: right with an `m` of zero, and wrong after that.",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate * m,
                beta * m + (1 - beta) * gradient(phi - rate * m),
            ),
            "You step first and average afterward. Which line of the equation comes "
            "first, and where does it take the gradient?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi + rate * (beta * m - (1 - beta) * gradient(phi)),
                beta * m - (1 - beta) * gradient(phi),
            ),
            "Feed a constant gradient: your m settles at minus that gradient. Which "
            "line of the equation has the minus sign?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate * (beta * m - (1 - beta) * gradient(phi)),
                beta * m - (1 - beta) * gradient(phi),
            ),
            "In your average the new gradient is subtracted. Which of the two lines "
            "has the minus sign?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate * (1 - beta) * (beta * m + gradient(phi)),
                beta * m + gradient(phi),
            ),
            "Your m is a sum and not an average, and your rate makes up for it: "
            "that is the library's form. Which form is asked for?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                momentum_step(phi, m, gradient, rate, beta)[0],
                gradient(phi),
            ),
            "The new parameters are right, but you hand back the gradient alone: "
            "the next step will not know the earlier ones.",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate * (beta * m + (1 - beta) * gradient(m)),
                beta * m + (1 - beta) * gradient(m),
            ),
            "You take the gradient at `m`. Where are the parameters?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate**2 * (1 - beta) * gradient(phi) - rate * beta * m,
                beta * m + rate * (1 - beta) * gradient(phi),
            ),
            "The rate comes in twice, in the average and in the step.",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate * (beta * m / (1 - beta) + gradient(phi)),
                beta * m + (1 - beta) * gradient(phi),
            ),
            "Your average is right. In the step you divide it by something: is that "
            "in the equation?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: beta * m + (1 - beta) * gradient,
            "`gradient` is a function: what does it need to give a gradient?",
        ),
    ],
    hints=[
        "Which of the two lines must come first?",
        "Call `gradient(phi)`, once. The share `beta` belongs to the old average.",
        "`return phi, m` hands back two results.",
    ],
)


def _as_if_begun_with_the_first(beta, t):
    weights = momentum_weights(beta, t)
    weights[0] = beta ** (t - 1)
    return weights


exercise(
    "6.4.3",
    title="The weights of the past",
    stub="def momentum_weights(beta, t):\n    ...  # your code\n",
    solution=(
        "def momentum_weights(beta, t):\n"
        "    back = np.arange(t)[::-1]\n"
        "    return (1 - beta) * beta ** back\n"
    ),
    reference=momentum_weights,
    cases=[case(0.5, 3), case(0.9, 1), case(0.8, 6), case(0.0, 4)],
    random_case=lambda rng: case(rng.uniform(0.3, 0.95), 12),
    planted=[
        mistake(
            lambda beta, t: float(beta) ** np.arange(t)[::-1],
            "Your weights add to more than one: which factor does each gradient get "
            "when it enters?",
        ),
        mistake(
            lambda beta, t: (
                (1 - beta) / (1 - beta**t) * float(beta) ** np.arange(t)[::-1]
            ),
            "Yours add to one. The plain average starts at zero and is too short at "
            "first: do not correct it here.",
        ),
        mistake(
            lambda beta, t: (1 - beta) * float(beta) ** np.arange(1, t + 1)[::-1],
            "How often has the newest gradient been multiplied by beta?",
        ),
        mistake(
            lambda beta, t: float(beta) ** np.arange(t),
            "Two things to look at: what your weights add to, and which gradient "
            "comes first.",
        ),
        mistake(
            lambda beta, t: beta * (1.0 - beta) ** np.arange(t)[::-1],
            "With beta close to one, old gradients should count nearly as much as new "
            "ones. In yours they are forgotten at once.",
        ),
        mistake(
            lambda beta, t: (1 - beta) * float(beta) ** np.arange(1, t + 1),
            "Two things to look at: which gradient comes first, and how often the "
            "newest one has been multiplied by beta.",
        ),
        mistake(
            lambda beta, t: np.full(t, 1 / t),
            "In yours all gradients count the same, however old. Where does beta "
            "enter?",
        ),
        mistake(
            lambda beta, t: ((1 - beta) * beta) ** np.arange(t)[::-1],
            "You raise the whole product to the power. Which of the factors comes "
            "again with each step back?",
        ),
        mistake(
            lambda beta, t: (1 - beta) * beta * np.arange(t)[::-1],
            "You multiply by how far back a gradient lies. What does *each* step "
            "back do to its weight?",
        ),
        mistake(
            lambda beta, t: (1.0 - beta) ** np.arange(t)[::-1],
            "Which factor does each step back bring: beta, or what is left of one?",
        ),
        mistake(
            _as_if_begun_with_the_first,
            "The oldest one has a weight as if the average had begun with it. Where "
            "does the average begin?",
        ),
    ],
    hints=[
        "Take $t = 1$, then $t = 2$, by hand.",
        "The weight of a gradient $k$ steps back is $(1-\\beta)\\beta^k$. What is $k$ "
        "for the oldest one?",
    ],
)

question(
    "6.4.4",
    title="How far behind",
    prompt=r"Two walks begin at the same place, under a gradient that never changes, "
    r"with the same $\alpha$: gradient descent, and momentum with $\beta = 0.9$ in "
    "UDL's form. Momentum starts slowly and then keeps pace. Derive how far it falls "
    "behind, in the long run, counted in steps of gradient descent.",
    answer=number(
        9,
        tolerance=0.01,
        feedback=r"Yes: the step after $t$ gradients is $1-\beta^t$ of a full one, so "
        r"$\beta + \beta^2 + \ldots = \beta/(1-\beta)$ steps are missing. It is also "
        "the average age of what the average remembers.",
    ),
    near=[
        number(
            10,
            tolerance=0.01,
            feedback=r"You add $1 + \beta + \beta^2 + \ldots$ How much is missing from "
            "the *first* step?",
        ),
        number(
            0.9,
            tolerance=0.001,
            feedback="That is what is missing from the first step. The second one is "
            "too short as well.",
        ),
        number(
            0.1,
            tolerance=0.001,
            feedback="That is the length of the first step. How much is missing from "
            "it, and from all later ones together?",
        ),
        number(
            1,
            tolerance=0.001,
            feedback="The weights of *all* gradients add to one. How much is missing "
            "while there are only $t$ of them?",
        ),
    ],
    otherwise="How long is step $t$ of momentum, compared with a full one? Add up what "
    "is missing, over all steps.",
)

question(
    "6.4.5",
    title="The rate for a library",
    prompt="Our walk had $\\alpha = 0.6$ and $\\beta = 0.6$ in UDL's form. Which "
    "learning rate gives the same walk in the library's form?",
    answer=number(
        0.24,
        tolerance=1e-3,
        feedback="Yes: the library's average is 2.5 times as large, so the rate must "
        "be 2.5 times smaller.",
    ),
    near=[
        number(
            1.5,
            tolerance=1e-3,
            feedback="The wrong way round: the library's average is the larger one.",
        ),
        number(
            0.36,
            tolerance=1e-3,
            feedback="You multiplied by $\\beta$. Which factor is missing in the "
            "library's form?",
        ),
        number(
            0.6,
            tolerance=1e-3,
            feedback="With the same rate its steps would be 2.5 times as long.",
        ),
    ],
    otherwise="Multiply the library's recursion by $1-\\beta$ and compare.",
)


def _library_path(factor, start_average=0.0, drop=False, damp=lambda beta: 1.0):
    def path(gradient, start, rate, steps, beta):
        phi, u = np.asarray(start, dtype=float), start_average
        points = [phi]
        for _ in range(steps):
            u = beta * u + damp(beta) * gradient(phi)
            phi = phi - factor(rate, beta) * u
            points.append(phi)
        return np.array(points[1:] if drop else points)

    return path


def _one_array(gradient, start, rate, steps, beta):
    path = momentum(gradient, start, rate, steps, beta)
    return np.broadcast_to(path[-1], path.shape)


def _late(gradient, start, rate, steps, beta):
    path = momentum(gradient, start, rate, steps, beta)
    return np.concatenate([path[:1], path[:-1]])


def _plain_path(gradient, start, rate, steps, beta):
    return momentum(gradient, start, rate=rate, steps=steps, beta=0)


def _primed(gradient, start, rate, steps, beta):
    scaled = _library_path(lambda r, b: (1 - b) * r, gradient(np.asarray(start)))
    return scaled(gradient, start, rate, steps, beta)


def _share_of_the_sum(gradient, start, rate, steps, beta):
    phi, u = np.asarray(start, dtype=float), 0.0
    points = [phi]
    for _ in range(steps):
        u = (1 - beta) * u + gradient(phi)
        phi = phi - (1 - beta) * rate * u
        points.append(phi)
    return np.array(points)


def _sums(gradient, start, rate, steps, beta):
    path = momentum(gradient, start, rate, steps, beta)
    sums = -np.diff(path, axis=0) / ((1 - beta) * rate)
    return np.concatenate([path[:1], sums])


exercise(
    "6.4.6",
    title="A library's momentum in disguise",
    stub="def library_momentum(gradient, start, rate, steps, beta):\n"
    "    ...  # your code\n",
    solution=(
        "def library_momentum(gradient, start, rate, steps, beta):\n"
        "    u, path = 0 * start, [start]\n"
        "    for _ in range(steps):\n"
        "        u = beta * u + gradient(path[-1])\n"
        "        path.append(path[-1] - rate * (1 - beta) * u)\n"
        "    return np.array(path)\n"
    ),
    equivalent={"u, path = (0 * rate, [start])": "a zero is a zero"},
    reference=momentum,
    cases=[
        case(constant_slope, np.zeros(2), rate=1.0, steps=3, beta=0.75),
        case(bowl, np.array([1.0, -2.0, 0.5]), rate=0.2, steps=5, beta=0.6),
        case(ravine_gradient, np.array([-0.7, -0.9]), rate=0.5, steps=20, beta=0.9),
        case(bowl, np.array([2, -1]), rate=0.2, steps=3, beta=0.5),
    ],
    planted=[
        mistake(
            _library_path(lambda rate, beta: rate),
            "Your steps are too long by one and the same factor: the rate still has to "
            "be converted.",
        ),
        mistake(
            _library_path(lambda rate, beta: rate / (1 - beta)),
            "The library's average is larger than UDL's. Should its rate be larger, "
            "too?",
        ),
        mistake(
            _library_path(lambda rate, beta: rate * beta),
            "Which factor lies between the two averages: beta, or what is left of one?",
        ),
        mistake(
            _library_path(lambda rate, beta: rate * (1 - beta), drop=True),
            "Your path lacks its first row: where the walk began.",
        ),
        mistake(
            _primed,
            "Your average does not start at zero: the first gradient counts twice.",
        ),
        mistake(
            _library_path(
                lambda rate, beta: rate * (1 - beta), damp=lambda beta: 1 - beta
            ),
            "The factor between the two forms stands in yours twice.",
        ),
        mistake(
            _one_array,
            "All rows of your path are its end: the list holds one array many times. "
            "Does your loop change `phi` in place?",
        ),
        mistake(
            _late,
            "Your first step goes nowhere: it uses the average from before the "
            "gradient.",
        ),
        mistake(
            _plain_path,
            "Your walk has no memory: where does the old average enter?",
        ),
        mistake(
            lambda gradient, start, rate, steps, beta: momentum(
                gradient, start, rate, steps, beta
            )[-1],
            "This is the end of the walk. The whole path is asked for.",
        ),
        mistake(
            lambda gradient, start, rate, steps, beta: momentum(
                gradient, start, rate, steps, beta
            )[:-1],
            "The last step is missing: how many rows should the path have?",
        ),
        mistake(
            lambda gradient, start, rate, steps, beta: momentum(
                gradient, start, rate, steps + 1, beta
            ),
            "Your walk goes one step too far: how many rows should the path have?",
        ),
        mistake(
            lambda gradient, start, rate, steps, beta: momentum(
                gradient, start, -rate, steps, beta
            ),
            "Your walk goes up the loss.",
        ),
        mistake(
            lambda gradient, start, rate, steps, beta: momentum(
                lambda _: gradient(np.asarray(start)), start, rate, steps, beta
            ),
            "You take the gradient at the start in every step. Where is the walk by "
            "then?",
        ),
        mistake(
            lambda gradient, start, rate, steps, beta: momentum(
                gradient, start, rate, steps, beta, True
            ),
            "You take the gradient at a point ahead. Where does this recursion take "
            "it?",
        ),
        mistake(
            lambda gradient, start, rate, steps, beta: momentum(
                gradient, start, (1 - beta) * rate, steps, 0
            ),
            "Each step of yours follows the newest gradient alone. Where does the "
            "old sum enter?",
        ),
        mistake(
            _share_of_the_sum,
            "Which factor does the old sum get in the library's recursion?",
        ),
        mistake(
            _sums,
            "These are the sums of gradients, not the places where the walk was.",
        ),
    ],
    hints=[
        "How large is $\\mathbf{u}$ compared with $\\mathbf{m}$, at every step?",
        "Convert the rate once, before the loop; in the loop nothing else is new.",
        "Collect the points in a list that begins with `start`, and make an array of "
        "it at the end.",
    ],
)

question(
    "6.4.7",
    title="A larger share",
    prompt="In a library, $\\beta$ goes from 0.9 to 0.99 and the rate stays. By which "
    "factor does the length of a step grow, where gradients hardly change?",
    answer=number(
        10,
        tolerance=0.01,
        feedback="Yes: $1-\\beta$ has become ten times smaller, and it divides.",
    ),
    near=[
        number(
            1.1,
            tolerance=0.011,
            feedback="That is the ratio of the two values of $\\beta$. Which quantity "
            "divides the rate?",
        ),
        number(
            1,
            tolerance=0.01,
            feedback="So it would be in UDL's form. What differs in the library's?",
        ),
        number(
            0.1,
            tolerance=0.001,
            feedback="Shorter? The average $\\mathbf{u}$ now adds up more gradients.",
        ),
    ],
    otherwise="Compare $1/(1-\\beta)$ for the two values.",
)

question(
    "6.4.8",
    title="Momentum at the same rate",
    prompt="Gradient descent at its best rate, and UDL's momentum at the *same* rate, "
    "without noise. Which one is faster along the floor of the valley?",
    choices=[
        choice(
            "Momentum, by far: it builds up speed along the floor.",
            "In UDL's form the average of equal gradients is that gradient. How fast "
            "can it be, then, along the floor?",
        ),
        choice(
            "Neither, or hardly.",
            "Yes. Along the floor all gradients agree, and their average is as large "
            "as each of them.",
            right=True,
        ),
        choice(
            "Gradient descent, by far: the average lags behind.",
            "It lags by a few steps, once. Does that matter in hundreds of steps?",
        ),
    ],
)


def _roots(h, rate, beta):
    return np.abs(np.roots([1, -(1 + beta - rate * (1 - beta) * h), beta]))


def _real_only(h, rate, beta):
    middle = 1 + beta - rate * (1 - beta) * h
    return (abs(middle) + np.sqrt(max(middle**2 - 4 * beta, 0))) / 2


def _signed(h, rate, beta):
    middle = 1 + beta - rate * (1 - beta) * h
    inside = middle**2 - 4 * beta
    return np.sqrt(beta) if inside < 0 else (middle + np.sqrt(inside)) / 2


def _changed_roots(h, rate, beta, inside=lambda d: d, four=4, pick=None):
    middle = 1 + beta - rate * (1 - beta) * h
    root = np.emath.sqrt(inside(middle**2 - four * beta))
    roots = np.array([middle + root, middle - root]) / 2
    return pick(roots) if pick else np.abs(roots).max()


exercise(
    "6.4.9",
    title="How fast momentum shrinks a distance",
    stub="def momentum_factor(h, rate, beta):\n    ...  # your code\n",
    solution=(
        "def momentum_factor(h, rate, beta):\n"
        "    middle = 1 + beta - rate * (1 - beta) * h\n"
        "    inside = middle ** 2 - 4 * beta\n"
        "    if inside < 0:\n"
        "        return np.sqrt(beta)\n"
        "    return (abs(middle) + np.sqrt(inside)) / 2\n"
    ),
    equivalent={
        "middle = rate * (1 - beta) * h - (1 + beta)": "its sign is not used",
        "if inside <= 0:": "two equal roots have the absolute value root of beta, too",
    },
    reference=momentum_factor,
    cases=[
        case(1.0, 0.5, 0.0),
        case(4.0, 0.45, 0.81),
        case(4.0, 0.45, 0.0),
        case(1.0, 0.02, 0.5),
        case(1.0, 0.5, 0.5),
        case(100.0, 0.1, 0.5),
    ],
    random_case=lambda rng: case(rng.uniform(1, 3), 0.02, rng.uniform(0.1, 0.5)),
    planted=[
        mistake(
            lambda h, rate, beta: _roots(h, rate, beta).min(),
            "After many steps the root that shrinks less decides.",
        ),
        mistake(
            _real_only,
            "Where the expression under the root is negative, the roots are complex: "
            "what is their absolute value?",
        ),
        mistake(
            _signed,
            "A root below zero can be the larger one in absolute value: the walk then "
            "jumps across the minimum.",
        ),
        mistake(
            lambda h, rate, beta: (
                np.nan
                if (1 + beta - rate * (1 - beta) * h) ** 2 < 4 * beta
                else momentum_factor(h, rate, beta)
            ),
            "What stands under your root is negative in this case: the two roots are "
            "complex then.",
        ),
        mistake(
            lambda h, rate, beta: (
                beta
                if (1 + beta - rate * (1 - beta) * h) ** 2 < 4 * beta
                else momentum_factor(h, rate, beta)
            ),
            "The product of the two complex roots is beta. What is the size of each?",
        ),
        mistake(
            lambda h, rate, beta: np.max(
                np.roots([1, -(1 + beta - rate * (1 - beta) * h), beta]).real
            ),
            "You took the largest root, or its real part. The larger absolute value "
            "is asked for.",
        ),
        mistake(
            lambda h, rate, beta: np.sqrt(beta),
            "That holds where the roots are complex. Are they always?",
        ),
        mistake(
            lambda h, rate, beta: momentum_factor(h, rate / (1 - beta), beta),
            "The factor 1 - beta of the gradient is missing in yours.",
        ),
        mistake(
            lambda h, rate, beta: abs(1 - rate * h),
            "That is the factor of gradient descent, without memory.",
        ),
        mistake(
            lambda h, rate, beta: _changed_roots(
                h, rate, beta, pick=lambda r: abs(r[0])
            ),
            "There are two roots, and you look at one of them.",
        ),
        mistake(
            lambda h, rate, beta: _changed_roots(
                h, rate, beta, pick=lambda r: abs(max(r.real))
            ),
            "You choose the larger root and then take its size. A root far below "
            "zero, or a complex one, can have the larger size.",
        ),
        mistake(
            lambda h, rate, beta: np.sort(_roots(h, rate, beta))[::-1],
            "These are the sizes of both roots. Which one decides after many steps?",
        ),
        mistake(
            lambda h, rate, beta: _changed_roots(h, rate, beta, inside=np.abs),
            "You drop the sign of what stands under the root. What does a negative "
            "one tell about the roots?",
        ),
        mistake(
            lambda h, rate, beta: _changed_roots(h, rate, beta, four=-4),
            "Under the root of the formula stands a difference. You add.",
        ),
        mistake(
            lambda h, rate, beta: _changed_roots(h, rate, beta, four=1),
            "Under the root of the formula the last coefficient has a factor.",
        ),
        mistake(
            lambda h, rate, beta: np.mean(_roots(h, rate, beta)),
            "You average the two. Which one decides after many steps?",
        ),
    ],
    hints=[
        "Name the coefficient of $r$ first. What stands under the root in the formula "
        "for quadratic equations?",
        "If that is negative, the answer is $\\sqrt{\\beta}$. If not, there are two "
        "real roots: compare their absolute values.",
    ],
)


def _nesterov(place=lambda r, b, m: r * b * m, from_ahead=False, share=True):
    def step(phi, m, gradient, rate, beta):
        ahead = phi - place(rate, beta, m)
        m = beta * m + ((1 - beta) if share else 1) * gradient(ahead)
        return (ahead if from_ahead else phi) - rate * m, m

    return step


def _ahead_by_the_gradient(length):
    def step(phi, m, gradient, rate, beta):
        ahead = phi - length(rate, beta) * gradient(phi)
        m = beta * m + (1 - beta) * gradient(ahead)
        return phi - rate * m, m

    return step


def _look_after_the_step(phi, m, gradient, rate, beta):
    ahead, _ = momentum_step(phi, m, gradient, rate, beta)
    m = beta * m + (1 - beta) * gradient(ahead)
    return phi - rate * m, m


def _after_a_step(phi, m, gradient, rate, beta):
    return momentum_step(phi, m, gradient, rate, beta)[0], m


exercise(
    "6.4.10",
    title="One step of Nesterov momentum",
    stub="def nesterov_step(phi, m, gradient, rate, beta):\n    ...  # your code\n",
    solution=(
        "def nesterov_step(phi, m, gradient, rate, beta):\n"
        "    ahead = phi - rate * beta * m\n"
        "    m = beta * m + (1 - beta) * gradient(ahead)\n"
        "    return phi - rate * m, m\n"
    ),
    parts=["phi", "m"],
    reference=nesterov_step,
    cases=[
        case(np.array([3.0, 1.0]), np.array([8.0, -4.0]), bowl, 0.25, 0.5),
        case(_PHI, _M, bowl, 0.1, 0.9),
        case(np.array([1.0, -2.0, 0.5]), np.array([0.0, 1.0, 1.0]), bowl, 0.3, 0.6),
        case(np.array([-0.7, -0.9]), np.zeros(2), ravine_gradient, 0.3, 0.6),
        case(np.array([2, -1]), np.array([1, 3]), bowl, 0.3, 0.6),
    ],
    random_case=lambda rng: case(
        rng.normal(size=4), rng.normal(size=4), bowl, 0.2, rng.uniform(0.6, 0.95)
    ),
    uses={"momentum_step": "6.4.2"},
    planted=[
        mistake(
            _nesterov(lambda rate, beta, m: -rate * beta * m),
            "In which direction will the momentum carry you? Look there, not behind "
            "you.",
        ),
        mistake(
            _nesterov(from_ahead=True),
            "The look-ahead point is only where you measure the gradient: where does "
            "the step start?",
        ),
        mistake(
            _nesterov(lambda rate, beta, m: rate * m),
            "You look a full old step ahead. Without a new gradient, how much of the "
            "old average would be left?",
        ),
        mistake(
            _nesterov(lambda rate, beta, m: 0 * m),
            "You take the gradient where you stand: this is momentum without the look "
            "ahead.",
        ),
        mistake(
            _nesterov(lambda rate, beta, m: beta * m),
            "How long will the step be? Your look ahead forgets the learning rate.",
        ),
        mistake(
            _nesterov(lambda rate, beta, m: -beta * m),
            "You look uphill, and by a length without the learning rate. Where would "
            "the step end if the new gradient were zero?",
        ),
        mistake(
            _ahead_by_the_gradient(lambda rate, beta: beta),
            "You look ahead by `beta` times the gradient here. Which vector carries "
            "the walk on before a new gradient is known, and at which rate?",
        ),
        mistake(
            _ahead_by_the_gradient(lambda rate, beta: rate),
            "You look ahead along the gradient. What carries the walk on before any "
            "new gradient is known?",
        ),
        mistake(
            _ahead_by_the_gradient(lambda rate, beta: rate * beta),
            "The length of your look ahead has the right factors, but you multiply "
            "them by the gradient here. Which vector remembers the earlier steps?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                2 * phi - nesterov_step(phi, m, gradient, rate, beta)[0],
                nesterov_step(phi, m, gradient, rate, beta)[1],
            ),
            "Your step goes up the loss.",
        ),
        mistake(
            _look_after_the_step,
            "You look where a whole step of momentum would end, gradient here "
            "included. Only the old average leads to the look-ahead point.",
        ),
        mistake(
            _nesterov(lambda rate, beta, m: rate * (1 - beta) * m),
            "Without a new gradient, which share of the old average would be left: "
            "beta or 1 - beta?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                nesterov_step(phi, m, gradient, rate, beta)[0],
                m,
            ),
            "The new parameters are right, but you hand back the old average: the next "
            "step will remember nothing.",
        ),
        mistake(
            _nesterov(share=False),
            "Feed a constant gradient: your m should settle at that gradient. Where "
            "does it settle?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: _swapped(
                phi, m, lambda _: gradient(phi - rate * beta * m), rate, beta
            ),
            "With beta close to one the path should become smoother. Yours becomes "
            "rougher.",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate * m,
                nesterov_step(phi, m, gradient, rate, beta)[1],
            ),
            "Your new average is right. You step along the old one.",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - rate * beta * m,
                nesterov_step(phi, m, gradient, rate, beta)[1],
            ),
            "Your new average is right. You hand back the point where you looked: "
            "where does the step end?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi - nesterov_step(phi, m, gradient, rate, beta)[1],
                nesterov_step(phi, m, gradient, rate, beta)[1],
            ),
            "Your new average is right. Your step forgets the learning rate.",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi
                - rate
                * (2 * beta * m - nesterov_step(phi, m, gradient, rate, beta)[1]),
                2 * beta * m - nesterov_step(phi, m, gradient, rate, beta)[1],
            ),
            "You subtract the new gradient from the average. Which line of the "
            "equation has the minus sign?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: (
                phi
                - rate
                * (m - beta * m + nesterov_step(phi, m, gradient, rate, beta)[1]),
                m - beta * m + nesterov_step(phi, m, gradient, rate, beta)[1],
            ),
            "You keep the whole of the old average. Which share does the equation "
            "keep?",
        ),
        mistake(
            lambda phi, m, gradient, rate, beta: momentum_step(
                *_after_a_step(phi, m, gradient, rate, beta), gradient, rate, beta
            ),
            "Those are two steps of momentum, one after the other. The look ahead "
            "only tells where to measure.",
        ),
    ],
    hints=[
        "Suppose the new gradient were zero. What would the new average be, and where "
        "would the step end?",
        "Compute that place, call `gradient` there, and go on as in momentum.",
    ],
)

question(
    "6.4.11",
    title="A thousand orders of the batches",
    prompt="A thousand runs of each method from the same start. What will the thousand "
    "final losses of one method look like?",
    choices=[
        choice(
            "Nearly equal: 81 steps average the luck of the batches away.",
            "The loss has more than one valley. Can a few unlucky batches at the "
            "beginning decide which one the walk falls into?",
        ),
        choice(
            "Spread so widely that methods overlap.",
            "Yes. Some runs arrive, others are held up, and which ones do so is a "
            "matter of the batches.",
            right=True,
        ),
        choice(
            "Each method has its own narrow range, the best one Nesterov's.",
            "That is what a comparison of single runs suggests, and what nobody can "
            "see from single runs.",
        ),
    ],
)

_RUNS = np.array([1.0, 5.0, 2.0, 9.0]), np.array([2.0, 4.0, 3.0, 8.0])


def _lead(a, b):
    return (np.mean(a < b) - 0.5) * 2 * np.sqrt(len(a))


def _by_its_own_spread(a, b):
    share = np.mean(a < b)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (share - 0.5) / np.sqrt(share * (1 - share) / len(a))


exercise(
    "6.4.12",
    title="A lead that is none",
    stub=(
        "def lead(a, b):\n"
        "    a, b = np.sort(a), np.sort(b)\n"
        "    share = np.mean(a < b)\n"
        "    return (share - 0.5) * 2 * np.sqrt(len(a))\n"
    ),
    solution=(
        "def lead(a, b):\n"
        "    share = np.mean(a < b)\n"
        "    return (share - 0.5) * 2 * np.sqrt(len(a))\n"
    ),
    equivalent={
        "return (share - 0.5) * 2 * np.sqrt(len(b))": "there are as many of both"
    },
    reference=_lead,
    cases=[
        case(*_RUNS),
        case(np.array([1.0, 2.0, 3.0, 7.0, 5.0]), np.array([2.0, 3.0, 4.0, 8.0, 1.0])),
        case(np.array([3, 1, 2]), np.array([1, 2, 3])),
        case(np.array([1.0, 2.0, 2.0]), np.array([1.0, 3.0, 1.0])),
        case(
            np.array([2.0, 5.0, 3.0, 4.0, 9.0, 6.0]),
            np.array([1.0, 5.0, 2.0, 3.0, 9.5, 4.0]),
        ),
    ],
    random_case=lambda rng: case(rng.normal(size=30), rng.normal(size=30)),
    planted=[
        mistake(
            lambda a, b: _lead(np.sort(a), np.sort(b)),
            "Does entry 0 of both still come from the same batches when you compare?",
        ),
        mistake(
            lambda a, b: _lead(a, np.sort(b)),
            "Now one of the two is out of order. Which run belongs to which?",
        ),
        mistake(
            lambda a, b: (np.mean(a < np.median(b)) - 0.5) * 2 * np.sqrt(len(a)),
            "You hold every run to the median of the others. The question is about "
            "pairs.",
        ),
        mistake(
            lambda a, b: np.mean(a < b) - 0.5,
            "That is the lead in shares. How large is the luck in a share of n tosses?",
        ),
        mistake(
            lambda a, b: (np.mean(a < b) - 0.5) * 2 * len(a),
            "Four times as many tosses: does luck fall to a quarter, or to a half?",
        ),
        mistake(
            lambda a, b: _lead(np.sort(a), b),
            "You sort one of the two. Which run belongs to which after that?",
        ),
        mistake(
            lambda a, b: np.mean(a < b),
            "That is the share. By how much is it above one half, and how large is "
            "the luck?",
        ),
        mistake(
            lambda a, b: np.mean(a < b) * 2 * np.sqrt(len(a)),
            "You count the whole share as a lead. Where would it be if neither were "
            "better?",
        ),
        mistake(
            lambda a, b: (np.mean(a <= b) - 0.5) * 2 * np.sqrt(len(a)),
            "You count pairs that are equal, too. Is `a` lower there?",
        ),
        mistake(
            lambda a, b: abs(_lead(a, b)),
            "If `b` is lower in most pairs, the lead of `a` is negative. Yours is not.",
        ),
        mistake(
            lambda a, b: np.mean(b - a) / np.std(b - a) * np.sqrt(len(a)),
            "You measure by how much `a` is lower. The function asks in how many "
            "pairs.",
        ),
        mistake(
            lambda a, b: (np.mean(a < b) - 0.5) / (2 * np.sqrt(len(a))),
            "You multiply by the standard deviation. To count in units of it, what "
            "do you do?",
        ),
        mistake(
            _by_its_own_spread,
            "Your standard deviation is that of the share that was seen. Luck is "
            "what a fair coin would do.",
        ),
        mistake(
            lambda a, b: (np.mean(a < b) - 0.5) * 2 * np.sqrt(len(a) - 1),
            "You take one toss less. How many pairs are there?",
        ),
        mistake(
            lambda a, b: (np.mean(a < b) - 0.5) * 2 * np.sqrt(2 * len(a)),
            "You count both runs of each pair as tosses. How many tosses are there?",
        ),
        mistake(
            lambda a, b: (np.sum(a < b) - 0.5) * 2 * np.sqrt(len(a)),
            "You take the number of pairs for their share.",
        ),
        mistake(
            lambda a, b: (np.mean(a < b) - 0.5) * 2 * np.sqrt(1000),
            "Your number of pairs is that of the page. It depends on `a` and `b`.",
        ),
        mistake(
            lambda a, b: (np.mean(a[:, None] < b) - 0.5) * 2 * np.sqrt(len(a)),
            "You compare every run with every other. Which ones had the same batches?",
        ),
    ],
    hints=[
        "Try two rows that hold the same numbers, one of them shuffled.",
        "Follow entry 0 of `a`: which entry of `b` had the same batches, and where is "
        "it when they are compared?",
    ],
)

_DATA = gabor_data()
_FROM, _WALKS = np.array([-1.5, 6.5]), 300


@functools.cache
def _orders():
    """Draw batches of five, one for each step and walk."""
    rng = np.random.default_rng(2024)
    return rng.permuted(np.tile(np.arange(30), (81, _WALKS, 1)), axis=2)[..., :5]


def _arrived(rate, beta, nesterov):
    """Share of walks on the Gabor loss that end below 1.5."""
    x, y = _DATA
    batches = iter(_orders())

    def gradient(phi):
        batch = next(batches)
        slope = 0.06 * x[batch]
        z = phi[:, :1] + phi[:, 1:] * slope
        bell = np.exp(-(z**2) / 32)
        g = 2 * (np.sin(z) * bell - y[batch]) * (np.cos(z) - z / 16 * np.sin(z)) * bell
        return np.stack([g.sum(axis=1), (g * slope).sum(axis=1)], axis=1)

    starts = np.tile(_FROM, (_WALKS, 1))
    path = momentum(gradient, starts, rate, 81, beta, bool(nesterov))
    return np.mean(gabor_loss(path[-1], x, y) < 1.5)


def _enough_arrive(found):
    try:
        rate, beta, nesterov = np.ravel(np.asarray(found, dtype=float))
    except (TypeError, ValueError):
        return "Three are asked for: two numbers, and `True` or `False`."
    if nesterov not in (0, 1):
        return "The third result says whether to look ahead: `True` or `False`."
    if not (np.isfinite(rate) and 0 <= beta < 1):
        return "The share `beta` lies between 0 and 1; at 1 nothing new comes in."
    share = _arrived(rate, beta, nesterov)
    return bool(share > 0.64) or (
        f"With these settings {np.floor(100 * share):.0f} of 100 walks end below 1.5."
    )


exercise(
    "6.4.13",
    title="Settings for looking ahead",
    stub="def settings():\n    ...  # your code\n",
    solution="def settings():\n    return 0.8, 0.9, True\n",
    parts=["rate", "beta", "look-ahead"],
    reference=lambda: (0.8, 0.9, True),
    cases=[case()],
    accept=_enough_arrive,
    planted=[
        mistake(
            lambda: (0.6, 0.6, True),
            "These are the settings so far, with look-ahead. Which of the numbers does "
            "the brake allow to grow?",
        ),
        mistake(
            lambda: (0.6, 0.6, False),
            "These are the settings of the published notebook. Look ahead, to begin "
            "with.",
        ),
        mistake(
            lambda: (0.6, 0.9, False),
            "The memory is long now, and nothing brakes it in curves.",
        ),
        mistake(
            lambda: (0.8, 0.9, False),
            "Rate and memory would do, for a walk that looks ahead.",
        ),
        mistake(
            lambda: (0.3, 0.9, True),
            "Too slow: many of these walks are still on their way after 81 steps.",
        ),
        mistake(
            lambda: (2.0, 0.9, True),
            "Too fast: with this rate many walks are thrown out of the valley.",
        ),
        mistake(
            lambda: (0.6, 0.99, True),
            "A hundred gradients are remembered, and there are only 81: the walk has "
            "hardly begun to move.",
        ),
    ],
    hints=[
        "Look-ahead shortens the memory where the loss bends. Which $\\beta$ can you "
        "afford then?",
        "Try $\\beta = 0.9$ with look-ahead, and rates between 0.6 and 1.",
    ],
)


question(
    "6.4.14",
    title="Quieter with momentum?",
    prompt="$\\beta$ goes from 0 to 0.99, with the same $\\alpha$ in UDL's form. What "
    "happens to the spread of the positions about the minimum?",
    choices=[
        choice(
            "It falls to about a tenth: a hundred gradients are averaged.",
            "That is about what happens to the *steps*. But consecutive averages share "
            "most of their gradients, so consecutive steps go the same way.",
        ),
        choice(
            "It hardly changes.",
            "Yes. Shorter steps, but more of them in a row go the same way.",
            right=True,
        ),
        choice(
            "It grows a lot: momentum overshoots.",
            "It does overshoot, but its steps are shorter. The two effects nearly "
            "balance.",
        ),
    ],
)


def _averages(path, beta):
    averages = [path[0]]
    for phi in path[1:]:
        averages.append(beta * averages[-1] + (1 - beta) * phi)
    return np.array(averages)


def _from_zero(path, beta):
    average, averages = 0 * path[0], []
    for phi in path:
        average = beta * average + (1 - beta) * phi
        averages.append(average)
    return np.array(averages)


def _first_row_only(path, beta):
    averages = 1.0 * np.asarray(path)
    averages[1:] = _from_zero(averages[1:], beta)
    return averages


def _added_up(path, beta):
    averages = [path[0]]
    for phi in path[1:]:
        averages.append(beta * averages[-1] + phi)
    return np.array(averages)


def _of_steps(path, beta):
    averages = [path[0]]
    for step in np.diff(path, axis=0):
        averages.append(beta * averages[-1] + (1 - beta) * step)
    return np.array(averages)


_PATH = np.array([[4.0, 1.0], [2.0, -1.0], [0.0, 3.0]])

exercise(
    "6.4.15",
    title="Average the positions",
    stub="def averaged_positions(path, beta):\n    ...  # your code\n",
    solution=(
        "def averaged_positions(path, beta):\n"
        "    averages = [path[0]]\n"
        "    for phi in path[1:]:\n"
        "        averages.append(beta * averages[-1] + (1 - beta) * phi)\n"
        "    return np.array(averages)\n"
    ),
    reference=_averages,
    cases=[
        case(_PATH, 0.75),
        case(np.array([[1.0, 2.0, 3.0], [0.0, 1.0, -1.0]]), 0.5),
        case(np.array([[8], [0], [0], [4]]), 0.75),
        case(np.array([[1.0, -1.0]]), 0.9),
    ],
    random_case=lambda rng: case(rng.normal(size=(7, 3)), rng.uniform(0.5, 0.95)),
    planted=[
        mistake(
            _from_zero,
            "Your average starts at zero and is drawn toward it. Where should it "
            "begin?",
        ),
        mistake(
            lambda path, beta: (
                _from_zero(path, beta)
                / (1 - beta ** np.arange(1.0, len(path) + 1))[:, None]
            ),
            "You correct an average that started at zero. Here it begins at the first "
            "position, which keeps a larger share.",
        ),
        mistake(
            lambda path, beta: _averages(path, 1 - beta),
            "With beta close to one the average should hardly move. Yours follows the "
            "walk.",
        ),
        mistake(
            lambda path, beta: _averages(path, beta)[1:],
            "The first row is missing: there the average is the first position.",
        ),
        mistake(
            lambda path, beta: _averages(path, beta)[-1],
            "This is the last average. The whole path of averages is asked for.",
        ),
        mistake(
            lambda path, beta: (
                np.cumsum(path, axis=0) / np.arange(1, len(path) + 1)[:, None]
            ),
            "In yours every position counts the same, however old. Where does `beta` "
            "enter?",
        ),
        mistake(
            lambda path, beta: np.concatenate(
                [path[:1], beta * path[:-1] + (1 - beta) * path[1:]]
            ),
            "You mix each position with the one before it. Mix it with the *average* "
            "so far.",
        ),
        mistake(
            lambda path, beta: np.array(path),
            "This is the walk itself.",
        ),
        mistake(
            _first_row_only,
            "The first row is right, and from the second on your average is drawn "
            "toward zero. What does it remember of the first?",
        ),
        mistake(
            _added_up,
            "Where the walk stands still, the average should stay there. Yours "
            "grows: which factor does each new position get?",
        ),
        mistake(
            lambda path, beta: np.concatenate([path[:1], _averages(path, beta)[:-1]]),
            "Your average is one position late: which one enters at each step?",
        ),
        mistake(
            lambda path, beta: (
                _averages(path, beta) * (np.arange(len(path)) > 0)[:, None]
            ),
            "All rows are right but the first, which is still zero.",
        ),
        mistake(
            lambda path, beta: (
                _averages(path, beta)
                * (np.arange(len(path)) < max(1, len(path) - 1))[:, None]
            ),
            "All rows are right but the last, which is still zero: where does the "
            "loop end?",
        ),
        mistake(
            _of_steps,
            "You average the steps. The positions are to be averaged.",
        ),
    ],
    hints=[
        "Begin a list with the first position. How is the next average made of the "
        "last one and the next position?",
        "Loop over `path[1:]` and append `beta * averages[-1] + (1 - beta) * phi`.",
    ],
)
