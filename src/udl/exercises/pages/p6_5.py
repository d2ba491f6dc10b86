"""Exercises and questions of page 6.5, Adam."""

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
from udl.fitting.adam import (
    adam,
    adam_step,
    adam_step_bound,
    corrected_averages,
    normalized_gradient_descent,
    normalized_step,
)
from udl.fitting.ravine import ravine_gradient, ravine_loss

_START = np.array([-0.7, -0.9])


def constant_slope(phi):
    """Gradient (3, -0.5), whatever the parameters."""
    return np.array([3.0, -0.5]) + 0 * phi


def flat_along_one(phi):
    """Gradient (2, 0, -6), whatever the parameters."""
    return np.array([2.0, 0.0, -6.0]) + 0 * phi


def bowl(phi):
    """Gradient of a bowl with the curvatures 1, 2, 3, ..."""
    return np.arange(1.0, phi.size + 1) * phi


def _gradient_there(phi_0, phi_1):
    """Give the gradient as the published notebook does, flat."""
    return ravine_gradient(np.array([float(phi_0), float(phi_1)]))


def _bell(phi):
    return np.exp(-2 * phi[1] ** 2 - (phi[0] - 0.7) ** 2 / 8)


def _epsilon_outside(phi, gradient, rate, epsilon):
    g = gradient(phi)
    return phi - rate * g / np.sqrt(g**2) + epsilon


def _all_divided(phi, gradient, rate, epsilon):
    g = gradient(phi)
    return (phi - rate * g) / (np.abs(g) + epsilon)


def _longest_entry(phi, gradient, rate, epsilon):
    g = gradient(phi)
    return phi - rate * g / (np.abs(g).max() + epsilon)


exercise(
    "6.5.1",
    title="The gradient of the valley",
    stub="def valley_gradient(phi):\n    ...  # your code\n",
    solution=(
        "def valley_gradient(phi):\n"
        "    bell = np.exp(-2 * phi[1] ** 2 - (phi[0] - 0.7) ** 2 / 8)\n"
        "    return bell * np.array([(phi[0] - 0.7) / 4, 4 * phi[1]])\n"
    ),
    equivalent={
        "bell = np.exp(-2 * phi[1] ** 2 - (0.7 - phi[0]) ** 2 / 8)": (
            "a square has no sign"
        ),
        "right for the sizes of the first case only": "there are two parameters",
    },
    reference=ravine_gradient,
    cases=[
        case(np.array([0.7, 0.5])),
        case(np.array([2.7, 0.0])),
        case(_START),
        case(np.array([0.2, 0.4])),
        case(np.array([-1, 1])),
    ],
    random_case=lambda rng: case(rng.uniform(-1, 1, size=2)),
    planted=[
        mistake(
            lambda phi: np.array([(phi[0] - 0.7) / 4, 4 * phi[1]]),
            "These are the derivatives of the exponent. Which factor does the chain "
            "rule keep beside them?",
        ),
        mistake(
            lambda phi: _bell(phi) * np.array([(phi[0] - 0.7) / 8, 4 * phi[1]]),
            "Your first entry is half of what differences of the loss give. What is "
            "the derivative of a square?",
        ),
        mistake(
            lambda phi: _bell(phi) * np.array([(phi[0] - 0.7) / 4, 2 * phi[1]]),
            "Your second entry is half of what differences of the loss give. What is "
            "the derivative of a square?",
        ),
        mistake(
            lambda phi: np.array([(phi[0] - 0.7) / 4, 4 * phi[1]]) / _bell(phi),
            "Your bell grows away from its top. Which sign does the exponent have?",
        ),
        mistake(
            lambda phi: _bell(phi) * np.array([(0.7 - phi[0]) / 4, 4 * phi[1]]),
            "Look at your first entry left of the minimum: does the loss rise or fall "
            "as the first parameter grows?",
        ),
        mistake(
            lambda phi: (1 - _bell(phi)) * np.array([(phi[0] - 0.7) / 4, 4 * phi[1]]),
            "You multiply by the loss. Which function is its own derivative?",
        ),
        mistake(
            lambda phi: _bell(phi) * np.array([phi[0] / 4, 4 * phi[1]]),
            "At the minimum, (0.7, 0), your gradient is not zero.",
        ),
        mistake(
            lambda phi: (
                ravine_gradient(phi) * np.exp((phi[0] - 0.7) ** 2 / 8 - phi[0] ** 2 / 8)
            ),
            "At the minimum the gradient is zero, as it should be. But your "
            "loss is not lowest there: print its exponential at (0.7, 0).",
        ),
        mistake(
            lambda phi: ravine_gradient(phi) * np.exp((phi[0] - 0.7) ** 2 / 4),
            "Your exponential grows with the distance from the minimum in one "
            "direction. The bell falls in both.",
        ),
        mistake(
            lambda phi: ravine_gradient(phi) * (1 + _bell(phi)) / _bell(phi),
            "You multiply by more than one. How large is 1 - L, if L is one "
            "minus the bell?",
        ),
        mistake(
            lambda phi: np.array([(phi[0] - 0.7) / 4 * _bell(phi), 4 * phi[1]]),
            "One of your two derivatives has lost the factor that both of them have.",
        ),
    ],
    hints=[
        "The loss is one minus an exponential. What is the derivative of an "
        "exponential with respect to its exponent?",
        "Compute the bell first: `bell = np.exp(...)`. Then there is one short factor "
        "for each parameter.",
    ],
)

question(
    "6.5.2",
    title="Steeper walls",
    prompt="Make the walls of the valley ten times as steep and leave the floor as it "
    "is. Gradient descent gets the best learning rate in either valley. What becomes "
    "of the number of steps that it needs?",
    choices=[
        choice(
            "It stays: the way along the floor is as long as before.",
            "The way is as long. Are the steps along the floor? The walls say how long "
            "they may be.",
        ),
        choice(
            "It becomes smaller: steep walls drive the walk to the floor faster.",
            "They do, and that part was quick before. Which part of the walk takes the "
            "time?",
        ),
        choice(
            "It becomes about ten times as large.",
            "Yes. The rate must become ten times smaller, or the walk jumps from wall "
            "to wall; and with it, each step along the floor.",
            right=True,
        ),
        choice(
            "It becomes about a hundred times as large.",
            "One factor of ten comes from the rate. The slope of the floor is what it "
            "was, so where would a second one come from?",
        ),
    ],
)

question(
    "6.5.3",
    title="The largest rate",
    prompt="Near the minimum, from which learning rate on does gradient descent no "
    "longer come nearer? Look at both axes.",
    answer=number(
        0.5,
        tolerance=0.005,
        feedback="Yes: two over the *larger* curvature. The steep axis sets the limit "
        "for both.",
    ),
    near=[
        number(
            8,
            tolerance=0.05,
            feedback="That is the limit for the floor alone. What happens across the "
            "valley with that rate?",
        ),
        number(
            0.25,
            tolerance=0.005,
            feedback="There the factor across the valley is zero, the best that can "
            "happen. How far below zero may it go?",
        ),
        number(
            4,
            tolerance=0.05,
            feedback="That is the curvature, or the limit turned upside down. Solve "
            "$1 - \\alpha h = -1$.",
        ),
        number(
            2 / 4.25,
            tolerance=0.003,
            feedback="With this rate both factors are equally large, and it is the "
            "best one. The limit is a little higher.",
        ),
    ],
    otherwise="The factor $1-\\alpha h$ must stay above $-1$, for both curvatures.",
)

question(
    "6.5.4",
    title="How does the walk by signs end?",
    prompt="Steps of 0.08 along each axis, whatever the slope. Where is the walk after "
    "40 steps?",
    choices=[
        choice(
            "At the minimum, exactly: the gradient is zero there.",
            "It would have to hit it. Each coordinate only takes values that are 0.08 "
            "apart, starting from -0.7 and -0.9.",
        ),
        choice(
            "Near the minimum, and jumping back and forth.",
            "Yes. The sign never gets smaller, so neither do the steps.",
            right=True,
        ),
        choice(
            "Still on the floor of the valley: the slope there is too gentle.",
            "How gentle it is does not enter. Which part of the gradient is used?",
        ),
        choice(
            "Far away: the walls throw it out, as with the rate 1.",
            "A jump is 0.08 along each axis, 0.113 in all, and never longer. With the "
            "rate 1, jumps were as long as the walls were steep.",
        ),
    ],
)


def _published_normalized(start_posn, n_steps, alpha, epsilon=1e-20):
    start = np.ravel(start_posn)
    return normalized_gradient_descent(
        ravine_gradient, start, alpha, n_steps, epsilon
    ).T


def _walk_of_steps(step):
    """Turn a step into the walk that the published notebook asks for."""

    def there(start_posn, n_steps, alpha, epsilon=1e-20):
        path = [np.ravel(start_posn)]
        for _ in range(n_steps):
            path.append(step(path[-1], ravine_gradient, alpha, epsilon))
        return np.transpose(path)

    return there


exercise(
    "6.5.5",
    title="One normalized step",
    stub="def normalized_step(phi, gradient, rate, epsilon):\n    ...  # your code\n",
    solution=(
        "def normalized_step(phi, gradient, rate, epsilon):\n"
        "    m = gradient(phi)\n"
        "    v = m ** 2\n"
        "    return phi - rate * m / (np.sqrt(v) + epsilon)\n"
    ),
    reference=normalized_step,
    cases=[
        case(np.array([1.0, 1.0]), constant_slope, 0.5, 1e-20),
        case(np.array([1.0, 1.0, 1.0]), flat_along_one, 0.5, 1e-20),
        case(np.array([1.0, 1.0, 1.0]), flat_along_one, 0.5, 2.0),
        case(_START, ravine_gradient, 0.08, 1e-20),
        case(np.array([2, -1]), bowl, 0.3, 0.1),
    ],
    random_case=lambda rng: case(rng.normal(size=4), bowl, rng.uniform(0.1, 1), 0.3),
    published=published(
        "normalized_gradients(start_posn, n_steps, alpha, epsilon=1e-20)",
        provides={"get_loss_gradient": lambda: _gradient_there},
        reference=_published_normalized,
        cases=[
            case(_START[:, None], 3, 0.08),
            case(_START[:, None], 15, 0.08),
            case(np.array([[0.5], [0.3]]), 4, 0.1, 0.05),
        ],
        lifts=_walk_of_steps,
    ),
    planted=[
        mistake(
            lambda phi, gradient, rate, epsilon: (
                phi - rate * gradient(phi) / (gradient(phi) ** 2 + epsilon)
            ),
            "Multiply the loss by 10: a normalized step should not change. Yours does.",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: (
                phi - rate * gradient(phi) / (np.linalg.norm(gradient(phi)) + epsilon)
            ),
            "You divide all entries by one number, the length of the gradient. Print "
            "the sizes of both components of a step: are they equal?",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: (
                phi - rate * gradient(phi) / np.sqrt(gradient(phi) ** 2 + epsilon)
            ),
            "Your epsilon is under the root. In the equation, what is it added to?",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: (
                phi
                - rate
                * np.sqrt(gradient(phi) ** 2)
                / (np.sqrt(gradient(phi) ** 2) + epsilon)
            ),
            "All parameters move the same way. Square and root have taken the sign "
            "away: where should it come from?",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: phi - rate * np.sign(gradient(phi)),
            "Right for a tiny epsilon. What does the equation give if epsilon is as "
            "large as the gradient?",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: (
                -rate * gradient(phi) / (np.abs(gradient(phi)) + epsilon)
            ),
            "This is the step. Where does it lead from `phi`?",
        ),
        mistake(
            lambda phi, gradient, rate, epsilon: phi - rate * gradient(phi),
            "This is plain gradient descent: it takes steps as long as the slope is "
            "steep.",
        ),
        mistake(
            _epsilon_outside,
            "Epsilon is added to the parameters. Where do the parentheses go?",
        ),
        mistake(
            _all_divided,
            "You divide the parameters, too. The equation divides the gradient only.",
        ),
        mistake(
            _longest_entry,
            "You divide all entries by one number, the largest of them. Each is "
            "to be divided by its own size.",
        ),
    ],
    hints=[
        "What is the length of the step along each axis, if epsilon is tiny?",
        "Store the gradient in `m` and its square in `v`, both as large as `phi`.",
        "`np.sqrt(v) + epsilon` is what `m` is divided by.",
    ],
)


question(
    "6.5.6",
    title="The first step",
    prompt=r"Take $\beta = 0.9$ and $\gamma = 0.999$, and any first gradient. How many "
    "learning rates long is the first step, along each axis? Two digits will do.",
    answer=number(
        0.1 / np.sqrt(0.001),
        tolerance=0.05,
        feedback="Yes: a tenth over the root of a thousandth. Both averages are too "
        "small, and the one below the line by more: the step is too *long*.",
    ),
    near=[
        number(
            1,
            tolerance=0.01,
            feedback="A step of the sign alone has that length. Here both averages "
            "have just begun: which share of the first gradient is in $m$?",
        ),
        number(
            0.1,
            tolerance=0.005,
            feedback="That is $m$. What is it divided by?",
        ),
        number(
            100,
            tolerance=1,
            feedback="You divided by $v$. The equation divides by its root.",
        ),
        number(
            0.316,
            tolerance=0.005,
            feedback="Upside down: which of the two averages is divided by which?",
        ),
    ],
    otherwise="Both averages are zero before. Which share of the first gradient $g$ is "
    "in $m$, and which of $g^2$ in $v$?",
)


def _running(g, beta):
    average, averages = 0.0, []
    for value in g:
        average = beta * average + (1 - beta) * value
        averages.append(average)
    return np.array(averages)


def _from_the_first(g, beta):
    average, averages = g[0], []
    for value in g:
        average = beta * average + (1 - beta) * value
        averages.append(average)
    return np.array(averages)


def _fed_back(g, beta):
    average, averages = 0.0, []
    for t, value in enumerate(g, start=1):
        average = (beta * average + (1 - beta) * value) / (1 - beta**t)
        averages.append(average)
    return np.array(averages)


def _begun_and_corrected(g, beta):
    start = g[0] * beta ** (np.arange(len(g)) + 1)
    return (_running(g, beta) + start) / (1 - beta ** (np.arange(len(g)) + 1))


exercise(
    "6.5.7",
    title="An average without the bias",
    stub="def corrected_averages(g, beta):\n    ...  # your code\n",
    solution=(
        "def corrected_averages(g, beta):\n"
        "    average, corrected = 0.0, []\n"
        "    for t, value in enumerate(g, start=1):\n"
        "        average = beta * average + (1 - beta) * value\n"
        "        corrected.append(average / (1 - beta ** t))\n"
        "    return np.array(corrected)\n"
    ),
    reference=corrected_averages,
    cases=[
        case(np.array([4.0, 8.0, 0.0]), 0.5),
        case(np.array([1.0, 1.0, 1.0, 1.0]), 0.9),
        case(np.array([3, -2]), 0.75),
        case(np.array([2.0, -1.0, 0.0, 3.0, 5.0]), 0.8),
        case(np.array([2.0, -1.0, 0.0]), 0.0),
    ],
    random_case=lambda rng: case(rng.normal(size=9), rng.uniform(0.3, 0.95)),
    planted=[
        mistake(
            _running,
            "Feed it ones: your first averages are far below one. They are not "
            "corrected yet.",
        ),
        mistake(
            lambda g, beta: _running(g, beta) / (1 - beta),
            "Right for the first value, too large for all later ones. What in the "
            "correction changes from step to step?",
        ),
        mistake(
            lambda g, beta: _running(g, beta) / (1 - beta ** (np.arange(g.size))),
            "At the first value your correction divides by 1 - 1. How many values are "
            "in the average then?",
        ),
        mistake(
            lambda g, beta: _running(g, beta) / (1 - beta ** (np.arange(g.size) + 2)),
            "Your correction counts one value more than there are: the first average "
            "of ones should be one.",
        ),
        mistake(
            _fed_back,
            "Keep the running average as it is: the corrected value is for this step "
            "only.",
        ),
        mistake(
            lambda g, beta: (
                _running(g, 1 - beta) / (1 - (1 - beta) ** np.arange(1, g.size + 1))
            ),
            "You exchanged beta and 1 - beta: with beta close to one the average "
            "should hardly move.",
        ),
        mistake(
            lambda g, beta: np.cumsum(g) / np.arange(1, g.size + 1),
            "In yours every value counts the same. Recent ones should count more.",
        ),
        mistake(
            _from_the_first,
            "Your average starts at the first value, and that one keeps too large a "
            "share. Start at zero, and correct.",
        ),
        mistake(
            lambda g, beta: _running(g, beta) * (1 - beta ** np.arange(1, g.size + 1)),
            "The first averages are too small, and your correction makes them smaller.",
        ),
        mistake(
            lambda g, beta: (
                _running(g, beta) / (1 - beta) / (1 - beta ** np.arange(1, g.size + 1))
            ),
            "Feed it ones: your averages come out larger than one. Which factor does a "
            "new value get when it enters?",
        ),
        mistake(
            lambda g, beta: (
                _running(g, 1 - beta) / (1 - beta ** (np.arange(len(g)) + 1))
            ),
            "You keep the share 1 - beta of the old average. Which share is "
            "kept, and which is new?",
        ),
        mistake(
            lambda g, beta: _running(g, beta) / (1 - beta * (np.arange(len(g)) + 1.0)),
            "The weights add up to one minus a power of beta, and you take a multiple.",
        ),
        mistake(
            _begun_and_corrected,
            "Your average starts at the first value, and then the correction "
            "makes it too large: it is for a start at zero.",
        ),
        mistake(
            lambda g, beta: _running(g, beta) / (1 - beta ** len(g)),
            "You correct all averages as if all values had been in them. How "
            "many are in the first?",
        ),
        mistake(
            lambda g, beta: np.append(0.0, corrected_averages(g, beta)),
            "You return one entry too many. The zero at the start is no average "
            "of any value.",
        ),
        mistake(
            lambda g, beta: np.append(np.asarray(g)[:1], np.zeros(len(g) - 1)),
            "Only the first average is there: does `return` stand inside the loop?",
        ),
        mistake(
            lambda g, beta: corrected_averages(g, beta)[-1],
            "That is the last average. One after each value is asked for.",
        ),
    ],
    hints=[
        "Before any correction: how is the new average made of the old one and of the "
        "new value?",
        "The weights in the average after $t$ values add to $1-\\beta^t$.",
        "Keep two names: one for what you carry to the next step, and one for what "
        "you store in the answer.",
    ],
)


def _adam_wrong(
    power=lambda t: t + 1,
    constant=False,
    keep_corrected=False,
    inside=False,
    swap=False,
    square=True,
    correct=True,
    root=True,
    sign=1,
    correct_m=True,
    correct_v=True,
    use_m=True,
    forget=False,
    late_epsilon=False,
    one_share=False,
    square_m=False,
    one_norm=False,
):
    """Adam's step with one mistake in it."""

    def step(phi, m, v, t, gradient, rate, beta, gamma, epsilon):
        if swap:
            beta, gamma = gamma, beta
        g = gradient(phi)
        old = m, v
        m = beta * np.asarray(m) + (1 - beta) * g
        new = m if square_m else g
        new = np.linalg.norm(new) * np.ones(np.shape(g)) if one_norm else new
        v = gamma * np.asarray(v) + (1 - gamma) * (new**2 if square else np.abs(g))
        mc, vc = m, v
        if constant:
            mc, vc = m / (1 - beta), v / (1 - gamma)
        elif correct:
            mc, vc = m / (1 - beta ** power(t)), v / (1 - gamma ** power(t))
        if one_share:
            vc = v / (1 - beta ** power(t))
        mc, vc = mc if correct_m else m, vc if correct_v else v
        mc = mc if use_m else g
        if late_epsilon:
            epsilon = epsilon / np.sqrt(1 - gamma ** (t + 1))
        size = np.sqrt(vc + epsilon) if inside else vc + epsilon
        size = np.sqrt(vc) + epsilon if root and not inside else size
        kept = (mc, vc) if keep_corrected else (m, v)
        return phi - sign * rate * mc / size, *(old if forget else kept)

    return step


def _by_old_averages(phi, m, v, t, gradient, rate, beta, gamma, epsilon):
    _, new_m, new_v = adam_step(phi, m, v, t, gradient, rate, beta, gamma, epsilon)
    size = np.sqrt(v / (1 - gamma ** (t + 1))) + epsilon
    return phi - rate * m / (1 - beta ** (t + 1)) / size, new_m, new_v


def _shares_exchanged(phi, m, v, t, gradient, rate, beta, gamma, epsilon):
    g = gradient(phi)
    m, v = (1 - beta) * m + beta * g, (1 - gamma) * v + gamma * g**2
    size = np.sqrt(v / (1 - gamma ** (t + 1))) + epsilon
    return phi - rate * m / (1 - beta ** (t + 1)) / size, m, v


def _cut_to_whole(gradient, start, rate, steps, beta, gamma, epsilon):
    path = np.zeros((steps + 1, len(start)), dtype=int)
    path[0] = start
    m = v = np.zeros(len(start))
    for t in range(steps):
        path[t + 1], m, v = adam_step(
            path[t], m, v, t, gradient, rate, beta, gamma, epsilon
        )
    return path


def _without_share(phi, m, v, t, gradient, rate, beta, gamma, epsilon):
    g = gradient(phi)
    m, v = beta * m + g, gamma * v + g**2
    mc, vc = m / (1 - beta ** (t + 1)), v / (1 - gamma ** (t + 1))
    return phi - rate * mc / (np.sqrt(vc) + epsilon), m, v


_SOME = (np.array([0.3, -0.2]), np.array([0.4, 0.1]))

exercise(
    "6.5.8",
    title="One step of Adam",
    stub="def adam_step(phi, m, v, t, gradient, rate, beta, gamma, epsilon):\n"
    "    ...  # your code\n",
    solution=(
        "def adam_step(phi, m, v, t, gradient, rate, beta, gamma, epsilon):\n"
        "    g = gradient(phi)\n"
        "    m = beta * m + (1 - beta) * g\n"
        "    v = gamma * v + (1 - gamma) * g ** 2\n"
        "    m_corrected = m / (1 - beta ** (t + 1))\n"
        "    v_corrected = v / (1 - gamma ** (t + 1))\n"
        "    step = rate * m_corrected / (np.sqrt(v_corrected) + epsilon)\n"
        "    return phi - step, m, v\n"
    ),
    parts=["phi", "m", "v"],
    reference=adam_step,
    cases=[
        case(
            np.zeros(2), np.zeros(2), np.zeros(2), 0, constant_slope, 0.5, 0.8, 0.9, 0.0
        ),
        case(np.zeros(2), *_SOME, 1, constant_slope, 0.5, 0.8, 0.9, 1e-8),
        case(np.ones(2), *_SOME, 2, bowl, 0.1, 0.9, 0.99, 1e-8),
        case(_START, *_SOME, 5, ravine_gradient, 0.05, 0.9, 0.99, 0.5),
        case(np.array([2, -1]), *_SOME, 1, bowl, 0.3, 0.9, 0.99, 0.1),
    ],
    random_case=lambda rng: case(
        rng.normal(size=3),
        rng.normal(size=3),
        rng.uniform(1, 2, size=3),
        3,
        bowl,
        0.2,
        0.7,
        0.95,
        0.1,
    ),
    planted=[
        mistake(
            _adam_wrong(power=lambda t: t),
            "At the first step your correction divides by 1 - 1.",
        ),
        mistake(
            _adam_wrong(power=lambda t: t + 2),
            "Your correction counts one gradient too many: at the first step the "
            "corrected average should be the gradient itself.",
        ),
        mistake(
            _adam_wrong(constant=True),
            "Your first step is right and the later ones are not: your correction "
            "divides by the same number at every step. In the equation it has a power.",
        ),
        mistake(
            _adam_wrong(correct=False),
            "The averages you use are still biased toward zero. With beta 0.9 and "
            "gamma 0.99 the first step would not show it.",
        ),
        mistake(
            _adam_wrong(keep_corrected=True),
            "Keep the running averages as they are: the corrected values are for this "
            "step only.",
        ),
        mistake(
            _adam_wrong(inside=True),
            "Your epsilon is under the root, where it competes with squares. What is "
            "it added to in the equation?",
        ),
        mistake(
            _adam_wrong(root=False),
            "Multiply the loss by 10: the step should not change, and yours does. "
            "What happens to `v` before it divides?",
        ),
        mistake(
            _adam_wrong(swap=True),
            "beta belongs to the gradient and gamma to its square.",
        ),
        mistake(
            _adam_wrong(square=False),
            "You average the gradient's size. Which average does the equation for v "
            "take?",
        ),
        mistake(
            _adam_wrong(sign=-1),
            "Your averages are right, and your step goes up the loss.",
        ),
        mistake(
            _adam_wrong(forget=True),
            "The new parameters are right, but you hand back the old averages: the "
            "next step will remember nothing.",
        ),
        mistake(
            _adam_wrong(one_norm=True),
            "All your coordinates are divided by one number, the length of the whole "
            "gradient. With only one parameter nobody would notice.",
        ),
        mistake(
            _adam_wrong(use_m=False),
            "You divide this step's gradient. Which quantity stands above the line in "
            "the equation?",
        ),
        mistake(
            _adam_wrong(correct_v=False),
            "One of your two averages is still biased toward zero, and the steps are "
            "too long: which one?",
        ),
        mistake(
            _adam_wrong(correct_m=False),
            "One of your two averages is still biased toward zero, and the first step "
            "is too short: which one?",
        ),
        mistake(
            _adam_wrong(one_share=True),
            "Each average has a share of its own, and so does its correction.",
        ),
        mistake(
            _adam_wrong(square_m=True),
            "What is squared in the equation for v: the average, or this step's "
            "gradient?",
        ),
        mistake(
            lambda *given: adam_step(*given[:-1], 0.0),
            "Right for a tiny epsilon. Where is it in your step?",
        ),
        mistake(
            _adam_wrong(late_epsilon=True),
            "Your epsilon joins the root of the plain v; here it joins that of the "
            "corrected one. With a tiny epsilon nobody would notice.",
        ),
        mistake(
            _without_share,
            "Feed it a constant gradient: your m should settle at that gradient. "
            "Where does it settle?",
        ),
        mistake(
            _by_old_averages,
            "The step uses the averages from before this gradient. Update them first.",
        ),
        mistake(
            _shares_exchanged,
            "You keep the small share of the old averages and give the new "
            "gradient the large one. Which share is kept?",
        ),
    ],
    hints=[
        "Four lines do it: two averages, and two corrections. The fifth is the step.",
        "How many gradients does the new average contain when `t` steps have been "
        "taken before this one?",
        "Give the corrected averages names of their own, and return the uncorrected "
        "ones.",
    ],
)


def _one_array(gradient, start, rate, steps, beta, gamma, epsilon):
    path = adam(gradient, start, rate, steps, beta, gamma, epsilon)
    return np.broadcast_to(path[-1], path.shape)


def _walk_in_columns(walk):
    """Turn a walk of Adam into one in the form of the published notebook."""

    def there(start_posn, n_steps, alpha, beta=0.9, gamma=0.99, epsilon=1e-20):
        start = np.ravel(start_posn)
        path = walk(ravine_gradient, start, alpha, n_steps, beta, gamma, epsilon)
        return np.transpose(path)

    return there


def _published_adam(start_posn, n_steps, alpha, beta=0.9, gamma=0.99, epsilon=1e-20):
    start = np.ravel(start_posn)
    return adam(ravine_gradient, start, alpha, n_steps, beta, gamma, epsilon).T


def _second_average_lost(gradient, start, rate, steps, beta, gamma, epsilon):
    path, m, v = [start], np.zeros(start.shape), np.zeros(start.shape)
    for t in range(steps):
        phi, m, _ = adam_step(path[-1], m, v, t, gradient, rate, beta, gamma, epsilon)
        path.append(phi)
    return np.array(path)


def _loop(step, first=0, stay=False, fresh=False, drop=False):
    """Adam's path with a mistake in its loop."""

    def walk(gradient, start, rate, steps, beta, gamma, epsilon):
        phi = np.asarray(start, dtype=float)
        m = v = np.zeros(phi.shape)
        path = [phi]
        for t in range(steps):
            if fresh:
                m = v = np.zeros(phi.shape)
            place = start if stay else phi
            new, m, v = step(
                place, m, v, t + first, gradient, rate, beta, gamma, epsilon
            )
            phi = phi + (new - place)
            path.append(phi)
        return np.array(path[1:] if drop else path)

    return walk


exercise(
    "6.5.9",
    title="The path of Adam",
    stub="def adam(gradient, start, rate, steps, beta, gamma, epsilon):\n"
    "    ...  # your code\n",
    solution=(
        "def adam(gradient, start, rate, steps, beta, gamma, epsilon):\n"
        "    phi, m, v, path = start, 0 * start, 0 * start, [start]\n"
        "    for t in range(steps):\n"
        "        phi, m, v = adam_step(\n"
        "            phi, m, v, t, gradient, rate, beta, gamma, epsilon)\n"
        "        path.append(phi)\n"
        "    return np.array(path)\n"
    ),
    equivalent=dict.fromkeys(
        (
            "phi, m, v, path = (start, 0 * rate, 0 * start, [start])",
            "phi, m, v, path = (start, 0 * start, 0 * rate, [start])",
        ),
        "a zero is a zero",
    ),
    reference=adam,
    cases=[
        case(
            constant_slope,
            np.zeros(2),
            rate=0.5,
            steps=2,
            beta=0.8,
            gamma=0.9,
            epsilon=0.0,
        ),
        case(
            bowl,
            np.array([1.0, -2.0]),
            rate=0.1,
            steps=3,
            beta=0.8,
            gamma=0.9,
            epsilon=1e-8,
        ),
        case(
            ravine_gradient,
            _START,
            rate=0.05,
            steps=15,
            beta=0.9,
            gamma=0.99,
            epsilon=1e-20,
        ),
        case(
            bowl,
            np.array([1.0, -2.0, 0.5]),
            rate=0.2,
            steps=4,
            beta=0.5,
            gamma=0.7,
            epsilon=0.1,
        ),
        case(bowl, np.array([2, -1]), 0.3, 3, 0.9, 0.99, 0.1),
    ],
    uses={"adam_step": "6.5.8"},
    published=published(
        "adam(start_posn, n_steps, alpha, beta=0.9, gamma=0.99, epsilon=1e-20)",
        provides={"get_loss_gradient": lambda: _gradient_there},
        reference=_published_adam,
        cases=[
            case(_START[:, None], 3, 0.05),
            case(_START[:, None], 15, 0.05),
            case(np.array([[0.5], [0.3]]), 4, 0.1, 0.8, 0.9, 0.05),
        ],
        lifts=_walk_in_columns,
    ),
    planted=[
        mistake(
            _loop(adam_step, first=1),
            "Your first step behaves as if there had been one before it.",
        ),
        mistake(
            _loop(adam_step, stay=True),
            "You take every gradient at the start: the point has moved since.",
        ),
        mistake(
            _loop(adam_step, fresh=True),
            "Your averages forget everything before each step.",
        ),
        mistake(
            _loop(adam_step, drop=True),
            "Your path lacks its first row: where the walk began.",
        ),
        mistake(
            _one_array,
            "All rows of your path are its end: the list holds one array many times. "
            "Does your loop change `phi` in place?",
        ),
        mistake(
            _second_average_lost,
            "The first step is right. Are both averages carried to the second one?",
        ),
        mistake(
            _loop(_adam_wrong(swap=True)),
            "beta belongs to the gradient and gamma to its square. In which order does "
            "your step take them?",
        ),
        mistake(
            _loop(_adam_wrong(correct=False)),
            "Right but for the corrections. With beta 0.9 and gamma 0.99 the first "
            "step would not show it; the second does.",
        ),
        mistake(
            _loop(_adam_wrong(constant=True)),
            "The first step is right, the second too long: every one of your steps "
            "believes that it is the first.",
        ),
        mistake(
            _loop(_adam_wrong(keep_corrected=True)),
            "The first step is right. Which averages does the second one start from?",
        ),
        mistake(
            lambda gradient, start, rate, steps, beta, gamma, epsilon: adam(
                gradient, start, rate, steps, beta, gamma, epsilon
            )[-1],
            "That is the end of the walk. The whole path is asked for, with the "
            "start as its first row.",
        ),
        mistake(
            lambda gradient, start, rate, steps, beta, gamma, epsilon: adam(
                gradient, start, rate, steps, beta, gamma, epsilon
            )[:-1],
            "Your path lacks its last row: `steps` steps have one point more.",
        ),
        mistake(
            _cut_to_whole,
            "All your points are whole numbers: was the array made for integers?",
        ),
    ],
    hints=[
        "Before the loop: `phi`, `m` and `v`, and a list that holds the start.",
        "In the loop, one call of `adam_step` gives all three new arrays; `t` counts "
        "from 0.",
        "`np.array(list_of_points)` or `np.stack` makes the path of the list.",
    ],
)


def _change(m, v, t, rate, beta, gamma, epsilon=1e-8):
    v_corrected = v / (1 - gamma**t)
    return -rate * m / (1 - beta**t) / (np.sqrt(v_corrected) + epsilon)


def _epsilon_twice(m, v, t, rate, beta, gamma, epsilon=1e-8):
    size = np.sqrt(v / (1 - gamma**t) + epsilon) + epsilon
    return -rate * m / (1 - beta**t) / size


_SQUARES = np.array([0.2, 0.4, 0.1])

exercise(
    "6.5.10",
    title="A walk that nearly stops",
    stub=(
        "def adam_change(m, v, t, rate, beta, gamma, epsilon=1e-8):\n"
        "    m_corrected = m / (1 - beta**t)\n"
        "    v_corrected = v / (1 - gamma**t)\n"
        "    size = np.sqrt(v_corrected + epsilon)\n"
        "    return -rate * m_corrected / size\n"
    ),
    solution=(
        "def adam_change(m, v, t, rate, beta, gamma, epsilon=1e-8):\n"
        "    m_corrected = m / (1 - beta ** t)\n"
        "    v_corrected = v / (1 - gamma ** t)\n"
        "    size = np.sqrt(v_corrected) + epsilon\n"
        "    return -rate * m_corrected / size\n"
    ),
    reference=_change,
    cases=[
        case(np.array([0.3, -0.1, 0.2]) * 1e-5, _SQUARES * 1e-10, 2, 0.05, 0.9, 0.99),
        case(np.array([0.3, -0.1]), np.array([0.2, 0.4]), 3, 0.1, 0.8, 0.9, 0.5),
        case(np.array([1, -2]), np.array([2, 9]), 1, 0.1, 0.5, 0.75, 1e-3),
    ],
    random_case=lambda rng: case(
        rng.normal(size=4), rng.uniform(1, 2, size=4), 5, 0.1, 0.9, 0.99, 0.2
    ),
    planted=[
        mistake(
            lambda m, v, t, rate, beta, gamma, epsilon=1e-8: _change(
                m, v, t, rate, beta, gamma, 0.0
            ),
            "The walk moves again, since epsilon is gone. What would happen to a "
            "parameter whose gradient has always been zero?",
        ),
        mistake(
            lambda m, v, t, rate, beta, gamma, epsilon=1e-8: (
                -rate * m / (1 - beta**t) / (v / (1 - gamma**t) + epsilon)
            ),
            "Now the root is gone. Multiply the loss by ten: what does your step do?",
        ),
        mistake(
            lambda m, v, t, rate, beta, gamma, epsilon=1e-8: (
                -rate * m / (1 - beta**t) / np.sqrt(v / (1 - gamma**t) + epsilon**2)
            ),
            "Squaring epsilon makes it small enough to move on. Where does the "
            "equation add it, though?",
        ),
        mistake(
            lambda m, v, t, rate, beta, gamma, epsilon=1e-8: (
                -rate * m / (1 - beta**t) / np.sqrt(v / (1 - gamma**t)) + epsilon
            ),
            "Epsilon has left the quotient altogether: where do the parentheses go?",
        ),
        mistake(
            lambda m, v, t, rate, beta, gamma, epsilon=1e-8: (
                -rate * m / (1 - beta**t) / np.sqrt((v + epsilon) / (1 - gamma**t))
            ),
            "Epsilon now joins the plain v. It is under the root as before.",
        ),
        mistake(
            lambda m, v, t, rate, beta, gamma, epsilon=1e-8: (
                -rate * m / (1 - beta**t) / (np.sqrt(v) + epsilon)
            ),
            "You took away the correction of `v`, which was right.",
        ),
        mistake(
            lambda m, v, t, rate, beta, gamma, epsilon=1e-8: (
                -rate
                * m
                / (1 - beta ** (t + 1))
                / (np.sqrt(v / (1 - gamma ** (t + 1))) + epsilon)
            ),
            "The exponents were right: here `t` is the number of gradients in the "
            "averages.",
        ),
        mistake(
            lambda m, v, t, rate, beta, gamma, epsilon=1e-8: _change(
                m, v, t, rate, beta, gamma, np.sqrt(epsilon)
            ),
            "The root of a small number is a much larger one. What does the "
            "equation add to the root of v?",
        ),
        mistake(
            _epsilon_twice,
            "Epsilon is beside the root now, and still under it as well.",
        ),
        mistake(
            lambda m, v, t, rate, beta, gamma, epsilon=1e-8: (
                -rate * m / (np.sqrt(v) + epsilon)
            ),
            "You took away both corrections. They were right.",
        ),
    ],
    hints=[
        "Print the four quantities for a gradient of 0.00001. Which of them is larger "
        "than it should be?",
        "Compare the size of epsilon with the size of what it is added to.",
        "In the equation of Adam's step, which comes first: the root, or the sum with "
        "epsilon?",
    ],
)

question(
    "6.5.11",
    title="Ten times the loss",
    prompt="The loss is multiplied by 10, and nothing else changes (epsilon is zero). "
    "What does the path of Adam do?",
    choices=[
        choice(
            "Each step is ten times as long.",
            "That is gradient descent. What happens to the root of $\\tilde v$?",
        ),
        choice(
            "Nothing: it is the same path.",
            "Yes. Both parts of the quotient are ten times as large.",
            right=True,
        ),
        choice(
            "Each step is a tenth as long.",
            "$v$ grows by a hundred, and its root by ten. What happens to $m$?",
        ),
        choice(
            "The first steps change; later ones do not.",
            "The averages start at zero with either loss. Is any of their terms not "
            "multiplied?",
        ),
    ],
)


def _weights(share, steps):
    return (1 - share) * share ** np.arange(steps) / (1 - share**steps)


def _weighed(beta, gamma, back, steps):
    """Give the bound by the gradients that are so many steps back."""
    a = (1 - beta) * beta**back / (1 - beta**steps)
    b = (1 - gamma) * gamma**back / (1 - gamma**steps)
    return np.sqrt(np.sum(a**2 / b))


def _corrected_for_each(beta, gamma, steps):
    back = np.arange(steps)
    return _weighed(beta, gamma, back, back + 1)


exercise(
    "6.5.12",
    title="The longest step",
    stub="def longest_step(beta, gamma, steps):\n    ...  # your code\n",
    solution=(
        "def longest_step(beta, gamma, steps):\n"
        "    back = np.arange(steps)\n"
        "    a = beta ** back / np.sum(beta ** back)\n"
        "    b = gamma ** back / np.sum(gamma ** back)\n"
        "    return np.sqrt(np.sum(a ** 2 / b))\n"
    ),
    reference=adam_step_bound,
    cases=[
        case(0.5, 0.75, 2),
        case(0.9, 0.999, 1),
        case(0.9, 0.999, 10),
        case(0.9, 0.99, 2000),
        case(0.8, 0.5, 5),
    ],
    random_case=lambda rng: case(rng.uniform(0.4, 0.9), rng.uniform(0.9, 0.99), 20),
    planted=[
        mistake(
            lambda beta, gamma, steps: np.sum(
                _weights(beta, steps) ** 2 / _weights(gamma, steps)
            ),
            "This bounds the square of the quotient.",
        ),
        mistake(
            lambda beta, gamma, steps: np.sqrt(
                np.sum(_weights(beta, steps) / _weights(gamma, steps))
            ),
            "One of the two weights should be squared.",
        ),
        mistake(
            lambda beta, gamma, steps: (
                (1 - beta) / np.sqrt((1 - gamma) * (1 - beta**2 / gamma))
            ),
            "This is where it ends up after many steps. The first step cannot be "
            "longer than one.",
        ),
        mistake(
            lambda beta, gamma, steps: (
                (1 - beta)
                / np.sqrt(1 - gamma)
                * np.sqrt(np.sum((beta**2 / gamma) ** np.arange(steps)))
            ),
            "Your weights do not add to one: the corrections are missing.",
        ),
        mistake(
            lambda beta, gamma, steps: (
                (1 - beta)
                / (1 - beta**steps)
                / np.sqrt((1 - gamma) / (1 - gamma**steps))
            ),
            "This is a single gradient after a long silence. Some sequences do worse.",
        ),
        mistake(
            lambda beta, gamma, steps: np.sqrt(
                np.sum(_weights(gamma, steps) ** 2 / _weights(beta, steps))
            ),
            "You exchanged the two averages: whose weights are squared?",
        ),
        mistake(
            lambda beta, gamma, steps: np.sum(
                _weights(beta, steps) / np.sqrt(_weights(gamma, steps))
            ),
            "You take the root of each term. Where does the equation take it?",
        ),
        mistake(
            lambda beta, gamma, steps: np.sqrt(
                np.sum(_weights(beta, steps) ** 2) / np.sum(_weights(gamma, steps))
            ),
            "You divide one sum by another. The equation has one sum, of quotients.",
        ),
        mistake(
            lambda beta, gamma, steps: np.sqrt(
                np.sum((beta**2 / gamma) ** np.arange(steps))
            ),
            "You used the powers alone as weights: they do not add to one.",
        ),
        mistake(
            lambda beta, gamma, steps: _weighed(
                beta, gamma, np.arange(1, steps + 1), steps
            ),
            "The gradient of this step is zero steps back. Where does your sum begin?",
        ),
        mistake(
            lambda beta, gamma, steps: _weighed(
                beta, gamma, np.arange(steps - 1), steps
            ),
            "One gradient is missing: how many have there been after as many steps?",
        ),
        mistake(
            lambda beta, gamma, steps: (1 - beta) / np.sqrt(1 - gamma),
            "That is the step for a single gradient after a long silence. Other "
            "sequences make longer ones.",
        ),
        mistake(
            lambda beta, gamma, steps: (1 - beta**steps) / np.sqrt(1 - gamma**steps),
            "That is a step without corrections, for a gradient that never "
            "changes. The bound holds with corrections, for any gradients.",
        ),
        mistake(
            lambda beta, gamma, steps: (
                adam_step_bound(beta, gamma, steps) * (1 - beta**steps)
            ),
            "Your weights `a` do not add to one: their correction is missing.",
        ),
        mistake(
            _corrected_for_each,
            "All weights of one average share one correction, that of step "
            "`steps`. Do yours add to one?",
        ),
    ],
    hints=[
        "What is the share of the newest gradient in the corrected average? Of the "
        "one before?",
        "`back = np.arange(steps)` counts how many steps back a gradient lies. Make "
        "one array of weights for `beta` and one for `gamma`; each must add to one.",
    ],
)

question(
    "6.5.13",
    title="One gradient and then silence",
    prompt=r"A parameter has had the gradient zero for a very long time. Then it gets "
    r"a single gradient $g \ne 0$, and only zeros after that. How many learning rates "
    r"does Adam move it in all, until everything has come to rest, with $\beta = 0.9$, "
    r"$\gamma = 0.99$ and without $\epsilon$? Derive it; one digit "
    "after the point will do.",
    answer=number(
        1 / (1 - 0.9 / np.sqrt(0.99)),
        tolerance=0.1,
        feedback=r"Yes: the first move is $(1-\beta)/\sqrt{1-\gamma} = 1$, each later "
        r"one is $\beta/\sqrt{\gamma}$ times the one before, and the series adds to "
        r"$1/(1 - \beta/\sqrt{\gamma})$. The size of $g$ does not matter.",
    ),
    near=[
        number(
            1,
            tolerance=0.02,
            feedback="That is the first move. The average still remembers the gradient "
            "at the next step.",
        ),
        number(
            10,
            tolerance=0.05,
            feedback=r"You let $m$ fade, by $\beta$ a step, and hold $v$ fixed. It "
            "fades, too.",
        ),
        number(
            11,
            tolerance=0.05,
            feedback=r"You divide by $v$ as it fades, by $\gamma$ a step. The equation "
            "divides by its root.",
        ),
        number(
            1 / (1 - np.sqrt(0.9 / 0.99)),
            tolerance=0.2,
            feedback=r"Your factor from move to move is $\sqrt{\beta/\gamma}$. Which "
            "of the two averages is under the root?",
        ),
    ],
    otherwise="Write $m$ and $v$ for $k$ steps after the gradient. By which factor "
    "does their quotient $m/\\sqrt{v}$ shrink from step to step? Then add all moves.",
)

question(
    "6.5.14",
    title="Which one today?",
    prompt="In which of these situations would you *not* begin with Adam?",
    choices=[
        choice(
            "A language model of a new design; many of its words occur once in ten "
            "thousand.",
            "Rare words get rare gradients, and the sizes of gradients differ from "
            "parameter to parameter. Who balances them?",
        ),
        choice(
            "An image classifier whose authors published a learning rate schedule for "
            "momentum, found in many runs.",
            "Yes. The search that Adam would spare you has been done, and Adam's rate "
            "would have to be searched for anew.",
            right=True,
        ),
        choice(
            "A first try, this afternoon, on data you have never seen, with a network "
            "that you wrote this morning.",
            "You know no curvature and have no time to search for a rate. Which method "
            "cares less about the rate?",
        ),
        choice(
            "A loss that your colleague multiplied by 1000 without telling you.",
            "One of the two methods would not even notice. Which?",
        ),
    ],
)


def _adamw(phi, m, v, t, gradient, rate, beta, gamma, epsilon, decay):
    new, m, v = adam_step(phi, m, v, t, gradient, rate, beta, gamma, epsilon)
    return new - rate * decay * np.asarray(phi), m, v


def _decayed(change):
    """AdamW whose parameters a change has moved away from what they should be."""

    def step(phi, m, v, t, gradient, rate, beta, gamma, epsilon, decay):
        new, m, v = adam_step(phi, m, v, t, gradient, rate, beta, gamma, epsilon)
        return change(phi, new, rate, decay), m, v

    return step


def _penalty(phi, m, v, t, gradient, rate, beta, gamma, epsilon, decay):
    def both(phi):
        return gradient(phi) + decay * phi

    return adam_step(phi, m, v, t, both, rate, beta, gamma, epsilon)


def _penalty_in_m(phi, m, v, t, gradient, rate, beta, gamma, epsilon, decay):
    g = gradient(phi)
    m = beta * m + (1 - beta) * (g + decay * phi)
    v = gamma * v + (1 - gamma) * g**2
    size = np.sqrt(v / (1 - gamma ** (t + 1))) + epsilon
    return phi - rate * m / (1 - beta ** (t + 1)) / size, m, v


def _penalty_in_step(phi, m, v, t, gradient, rate, beta, gamma, epsilon, decay):
    new, m, v = adam_step(phi, m, v, t, gradient, rate, beta, gamma, epsilon)
    size = np.sqrt(v / (1 - gamma ** (t + 1))) + epsilon
    return new - rate * decay * phi / size, m, v


def _twice_decayed(phi, m, v, t, gradient, rate, beta, gamma, epsilon, decay):
    new, m, v = _penalty(phi, m, v, t, gradient, rate, beta, gamma, epsilon, decay)
    return new - rate * decay * phi, m, v


def _shrunk_first(phi, m, v, t, gradient, rate, beta, gamma, epsilon, decay):
    phi = (1 - rate * decay) * phi
    return adam_step(phi, m, v, t, gradient, rate, beta, gamma, epsilon)


exercise(
    "6.5.15",
    title="Adam with weight decay",
    stub=(
        "def adamw_step(phi, m, v, t, gradient, rate,\n"
        "               beta, gamma, epsilon, decay):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def adamw_step(phi, m, v, t, gradient, rate,\n"
        "               beta, gamma, epsilon, decay):\n"
        "    new, m, v = adam_step(\n"
        "        phi, m, v, t, gradient, rate, beta, gamma, epsilon)\n"
        "    return new - rate * decay * phi, m, v\n"
    ),
    parts=["phi", "m", "v"],
    reference=_adamw,
    cases=[
        case(
            np.array([2.0, -1.0, 3.0]),
            np.zeros(3),
            np.zeros(3),
            0,
            flat_along_one,
            0.5,
            0.8,
            0.9,
            1e-8,
            0.1,
        ),
        case(np.ones(2), *_SOME, 2, bowl, 0.1, 0.9, 0.99, 1e-8, 0.5),
        case(_START, *_SOME, 5, ravine_gradient, 0.05, 0.9, 0.99, 0.5, 0.2),
        case(_START, *_SOME, 5, ravine_gradient, 0.05, 0.9, 0.99, 1e-8, 0.0),
        case(np.array([2, -1]), *_SOME, 1, bowl, 0.3, 0.9, 0.99, 0.1, 0.1),
    ],
    random_case=lambda rng: case(
        rng.normal(size=3),
        rng.normal(size=3),
        rng.uniform(1, 2, size=3),
        3,
        bowl,
        0.2,
        0.7,
        0.95,
        0.1,
        0.3,
    ),
    uses={"adam_step": "6.5.8"},
    planted=[
        mistake(
            _penalty,
            "You add the decay to the gradient, so Adam divides it: this is the form "
            "that AdamW replaces.",
        ),
        mistake(
            _penalty_in_m,
            "The decay is still in `m`, and what is in `m` gets divided. Which "
            "gradient should the averages see?",
        ),
        mistake(
            _shrunk_first,
            "You shrink first and take the gradient at the shrunk parameters. At which "
            "place is it asked for?",
        ),
        mistake(
            _decayed(lambda phi, new, rate, decay: new - rate * decay * new),
            "You shrink the new parameters, Adam's step included. Of which parameters "
            "is the share taken?",
        ),
        mistake(
            _decayed(lambda phi, new, rate, decay: new - decay * phi),
            "With a smaller learning rate your parameters shrink as fast as ever. By "
            "which share should they?",
        ),
        mistake(
            _decayed(lambda phi, new, rate, decay: new + rate * decay * phi),
            "Your parameters grow away from zero.",
        ),
        mistake(
            _decayed(lambda phi, new, rate, decay: new - rate * decay * phi**2),
            "A negative parameter moves away from zero. The square is in the loss; "
            "what is its derivative?",
        ),
        mistake(
            _decayed(lambda phi, new, rate, decay: new - rate * decay * np.sign(phi)),
            "Every parameter shrinks by the same amount. By the same *share* is asked "
            "for.",
        ),
        mistake(
            _decayed(lambda phi, new, rate, decay: new - 2 * rate * decay * phi),
            "Twice too much: the one half in the penalty is there to cancel the 2 of "
            "the derivative.",
        ),
        mistake(
            _decayed(lambda phi, new, rate, decay: new),
            "This is Adam without decay.",
        ),
        mistake(
            _decayed(lambda phi, new, rate, decay: new - rate * decay),
            "You take the same amount from every parameter. It should be a "
            "share of the parameter's value.",
        ),
        mistake(
            _decayed(lambda phi, new, rate, decay: new - rate * decay / 2 * phi**2),
            "You subtract the penalty itself. Its gradient is what shrinks a "
            "parameter.",
        ),
        mistake(
            _penalty_in_step,
            "The decay is still divided by the root of v. Gradient descent "
            "shrinks each parameter by a share of its value.",
        ),
        mistake(
            _twice_decayed,
            "The decay is in twice: the averages should see the gradient of the "
            "loss alone.",
        ),
    ],
    hints=[
        "Which part of Adam's step has to change? None: the decay is a second term.",
        "Call `adam_step` with the gradient as it is. Then subtract a share of the old "
        "`phi`. Which share?",
    ],
)


def _arrivals(rates, seed):
    """Count, of a hundred noisy walks, those that end close to the minimum."""
    rng = np.random.default_rng(seed)

    def noisy(phi):
        return ravine_gradient(phi) + rng.normal(0, 0.2, phi.shape)

    starts = np.tile(_START, (100, 1))
    path = adam(noisy, starts, rates, len(rates), 0.9, 0.99, 1e-20)
    return np.sum(ravine_loss(path[-1]) < 0.001)


def _enough_arrive(found, steps):
    rates = np.asarray(found, dtype=float)
    if rates.ndim == 0:
        return "One number comes back. A rate for each step is asked for."
    if rates.shape != (steps,):
        return (
            f"For {steps} steps your rates have the shape `{rates.shape}`; the length "
            "should be that of `steps`."
        )
    if not np.all(np.isfinite(rates)):
        return "One of your rates is not a finite number."
    arrived = _arrivals(rates, seed=steps)
    if arrived > 85:
        return True
    if np.any(rates < 0):
        return "Some of your rates are negative: with these the walk goes uphill."
    return (
        f"For {steps} steps, {arrived} of 100 walks end below 0.001. Do the others "
        "never settle, because the last steps are too long, or are they still on "
        "their way?"
    )


exercise(
    "6.5.16",
    title="Fast and then quiet",
    stub="def schedule(steps):\n    ...  # your code\n",
    solution=(
        "def schedule(steps):\n    return 0.05 * 0.01 ** np.linspace(0, 1, steps)\n"
    ),
    reference=lambda steps: 0.05 * 0.01 ** np.linspace(0, 1, steps),
    cases=[case(500), case(800)],
    accept=_enough_arrive,
    planted=[
        mistake(
            lambda steps: np.full(steps, 0.01),
            "A constant rate of 0.01 is about the best that a constant can do. Which "
            "rate would you like at the start, and which at the end?",
        ),
        mistake(
            lambda steps: np.full(steps, 0.1),
            "The walks arrive soon and never settle: your last steps are as long as "
            "the first.",
        ),
        mistake(
            lambda steps: np.full(steps, 0.001),
            "Your walks are still on their way: the start is more than a unit from the "
            "minimum. How far do your steps lead in all?",
        ),
        mistake(
            lambda steps: 0.05 / np.arange(1, steps + 1),
            "Your rates fall so fast that their sum does not reach the minimum.",
        ),
        mistake(
            lambda steps: 0.1 * np.linspace(1, 0, steps),
            "The right idea. But half of your steps are still longer than 0.05: begin "
            "with shorter ones, or let them fall faster.",
        ),
        mistake(
            lambda steps: 0.05 * 0.01 ** np.linspace(1, 0, steps),
            "Your rates grow. At which end should the walk be quiet?",
        ),
    ],
    hints=[
        "With which constant rate do the walks arrive soon? With which do they end "
        "close to the minimum?",
        "Begin with the first and end with the second. In between, let the rate fall "
        "by the same factor at each step.",
        "`np.linspace(0, 1, steps)` goes from the first step to the last; a small "
        "number to that power falls from 1 to itself.",
    ],
)

question(
    "6.5.17",
    title="A valley at an angle",
    prompt="Along the axes, Adam takes 78 steps for this bowl, and gradient descent at "
    "its best 231. Now the bowl is turned by 45 degrees. What does Adam need?",
    choices=[
        choice(
            "78 steps: turning changes nothing.",
            "For gradient descent that is so. Adam divides each *entry* of the "
            "gradient; are these the same entries after turning?",
        ),
        choice(
            "About 100: a little more.",
            "The help came from knowing how steep each axis is. What can it know about "
            "the axes if every one of them is equally steep?",
        ),
        choice(
            "More than gradient descent.",
            "Yes. Both entries of the gradient are of one size now, and dividing by "
            "their sizes balances nothing.",
            right=True,
        ),
    ],
)

question(
    "6.5.18",
    title="Ninety-nine against one",
    prompt="Where does Adam with $\\beta = 0.9$ and $\\gamma = 0.9$ go?",
    choices=[
        choice(
            "Down: the mean gradient is positive, and the mean counts.",
            "The mean of the *gradients* is positive. But each is divided by a root of "
            "$\\tilde v$ before it counts, and by which?",
        ),
        choice(
            "Up.",
            "Yes. The large gradient is divided by a large root, and its memory is "
            "gone before the small ones come.",
            right=True,
        ),
        choice(
            "Nowhere: in one round the steps cancel.",
            "That would take a coincidence. How long, roughly, is the one step down, "
            "and how long are the 99 up, in learning rates?",
        ),
    ],
)
