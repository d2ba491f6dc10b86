"""Exercises and questions of page B.3, Bayesian machine learning: parameter view."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.generalization import bayesian

_X = np.array([-0.21, -0.14, -0.01, 0.12, 0.25, 0.21])
_Y = np.array([-0.2, -0.26, -0.06, 0.07, 0.06, -0.05])


def _design(x):
    x = np.asarray(x, dtype=float)
    return np.stack([np.ones_like(x), x])


def _log_likelihood(phi, x, y, sigma_sq):
    errors = np.asarray(y) - phi[0] - phi[1] * np.asarray(x)
    constant = len(errors) / 2 * np.log(2 * np.pi * sigma_sq)
    return -np.sum(errors**2) / (2 * sigma_sq) - constant


def _squares(phi, x, y):
    return np.sum((y - phi[0] - phi[1] * np.asarray(x)) ** 2)


def _most_probable(X, y, sigma_sq, sigma_p_sq, penalty=None):
    penalty = sigma_sq / sigma_p_sq if penalty is None else penalty
    X = np.asarray(X, dtype=float)
    return np.linalg.solve(X @ X.T + penalty * np.eye(len(X)), X @ np.asarray(y))


def _surest(x, sigma_sq, sigma_p_sq):
    return np.sum(x) / (len(x) + sigma_sq / sigma_p_sq)


def _predict(x, mean, covariance, sigma_sq):
    return bayesian.predictive(_design(x), mean, covariance, sigma_sq)


def _predict_case(inputs, sigma_sq, seed):
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(2, 3))
    return case(rng.normal(size=inputs), rng.normal(size=2), root @ root.T, sigma_sq)


def _mixed(x, covariance, factor):
    spread = covariance[0][0] + np.asarray(x) ** 2 * covariance[1][1]
    return spread + factor * np.asarray(x) * covariance[0][1]


def _fit_at(phi, X, y, sigma_sq):
    errors = np.asarray(y) - np.asarray(phi) @ np.asarray(X, dtype=float)
    return -errors @ errors / (2 * sigma_sq) - len(errors) / 2 * np.log(
        2 * np.pi * sigma_sq
    )


def _prior_at(phi, sigma_p_sq):
    return -phi @ phi / (2 * sigma_p_sq) - len(phi) / 2 * np.log(2 * np.pi * sigma_p_sq)


def _best_fit(X, y, sigma_sq, sigma_p_sq):
    return _fit_at(bayesian.posterior(X, y, sigma_sq, sigma_p_sq)[0], X, y, sigma_sq)


def _numerator(X, y, sigma_sq, sigma_p_sq):
    mean = bayesian.posterior(X, y, sigma_sq, sigma_p_sq)[0]
    return _fit_at(mean, X, y, sigma_sq) + _prior_at(mean, sigma_p_sq)


def _volume(X, y, sigma_sq, sigma_p_sq):
    covariance = bayesian.posterior(X, y, sigma_sq, sigma_p_sq)[1]
    return np.linalg.slogdet(2 * np.pi * covariance)[1] / 2


def _noise_added_to_all(X, y, sigma_sq, sigma_p_sq):
    X = np.asarray(X, dtype=float)
    wrong = sigma_p_sq * X.T @ X + sigma_sq * (1 + 1e-9 * np.eye(len(y)))
    misfit = y @ np.linalg.solve(wrong, y)
    return -(misfit + np.linalg.slogdet(2 * np.pi * wrong)[1]) / 2


def _evidence_case(X, seed, sigma_sq, sigma_p_sq):
    rng = np.random.default_rng(seed)
    return case(np.asarray(X), rng.normal(size=np.shape(X)[1]), sigma_sq, sigma_p_sq)


def _drawn_data(count, seed, slope):
    rng = np.random.default_rng(seed)
    X = _design(rng.uniform(-1, 1, size=count))
    return X, np.array([0.3, slope]) @ X + 0.2 * rng.normal(size=count)


_SCALES = np.geomspace(1e-4, 1e4, 1601)


def _highest(X, y, sigma_sq):
    """Tabulate the log evidence by eigenvalues, for all prior variances at once."""
    values, axes = np.linalg.eigh(np.asarray(X).T @ X)
    variances = _SCALES[:, np.newaxis] * values.clip(0) + sigma_sq
    parts = (axes.T @ y) ** 2 / variances + np.log(2 * np.pi * variances)
    return -parts.sum(axis=1) / 2


def _near_the_peak(found, X, y, sigma_sq):
    if np.size(found) != 1 or not np.isfinite(found) or float(np.squeeze(found)) <= 0:
        return "A variance is a single positive number."
    table = _highest(X, y, sigma_sq)
    found = float(np.squeeze(found))
    reached = bayesian.log_evidence(X, y, sigma_sq, found)
    if reached > table.max() - 0.01:
        return True
    if bayesian.log_evidence(X, y, sigma_sq, found**2) > table.max() - 5e-4:
        return "Its square would do: do you return a standard deviation?"
    where = "above" if found > _SCALES[table.argmax()] else "below"
    return (
        f"With {np.shape(X)[1]} measurements your prior variance is "
        f"{found:.3g}. It is {where} the best one: its log evidence "
        f"is {reached:.2f}, and {table.max():.2f} can be reached."
    )


def _best_variance(X, y, sigma_sq):
    return _SCALES[_highest(X, y, sigma_sq).argmax()]


question(
    "B.3.1",
    title="A measurement at zero",
    prompt="You measure once, at the input $x = 0$, and get $y = 0.3$. In the "
    "plane with the offset to the right and the slope upward, where are the lines "
    "that pass close to this measurement?",
    choices=[
        choice(
            "In a stripe that runs straight upward at the offset 0.3.",
            "Yes. At $x = 0$ the height of a line is its offset. Any slope will do, so "
            "the measurement says nothing about it.",
            right=True,
        ),
        choice(
            "In a horizontal stripe at the slope 0.3.",
            "Take the line with offset 5 and slope 0.3. How high is it at $x = 0$?",
        ),
        choice(
            "In a round patch about the offset 0.3 and the slope 0.",
            "A level line passes through the measurement. But does a steep one "
            "with the same offset miss it?",
        ),
        choice(
            "In a stripe that leans: a higher offset can be made up for by a smaller "
            "slope.",
            "So it is for a measurement at a positive input. How much does the slope "
            "change the height at $x = 0$?",
        ),
    ],
)

exercise(
    "B.3.2",
    title="The log likelihood of a line",
    stub="def log_likelihood(phi, x, y, sigma_sq):\n    ...  # your code\n",
    solution=(
        "def log_likelihood(phi, x, y, sigma_sq):\n"
        "    errors = y - (phi[0] + phi[1] * x)\n"
        "    constant = len(y) / 2 * np.log(2 * np.pi * sigma_sq)\n"
        "    return -np.sum(errors**2) / (2 * sigma_sq) - constant\n"
    ),
    equivalent={"errors = phi[0] + phi[1] * x - y": "the errors are squared"},
    reference=_log_likelihood,
    cases=[
        case(
            np.array([0.5, -2.0]),
            np.array([0.0, 1.0, 3.0]),
            np.array([1.0, 0, 2]),
            0.75,
        ),
        case(np.array([-0.1, 0.6]), _X, _Y, 0.005),
        case(np.array([1, 2]), np.array([3, -1]), np.array([4, 4]), 3),
        case(np.array([0.3, 1.1]), np.array([0.4]), np.array([0.2]), 0.05),
        case(np.array([0, 1]), np.array([1, 2, 5]), np.array([1, 2.00003, 5]), 1e-10),
    ],
    planted=[
        mistake(
            lambda phi, x, y, s: -_squares(phi, x, y) / (2 * s),
            "The lines come in the right order. But this is the exponent alone: what "
            "stands before the exponential in a normal density?",
        ),
        mistake(
            lambda phi, x, y, s: (
                -_squares(phi, x, y) / (2 * s) - np.log(2 * np.pi * s) / 2
            ),
            "You take the constant once. Each measurement brings its own.",
        ),
        mistake(
            lambda phi, x, y, s: (
                -_squares(phi, x, y) / (2 * s) - len(y) * np.log(2 * np.pi * s)
            ),
            "The constant is twice too large: the density has a *root* of "
            "2 pi sigma² below it.",
        ),
        mistake(
            lambda phi, x, y, s: _log_likelihood(phi, x, y, s**2),
            "`sigma_sq` is squared already, by its name.",
        ),
        mistake(
            lambda phi, x, y, s: _log_likelihood(phi[::-1], x, y, s),
            "Which entry of `phi` is the offset, and which is the slope?",
        ),
        mistake(
            lambda phi, x, y, s: (
                -_squares(phi, x, y) / s - len(y) / 2 * np.log(2 * np.pi * s)
            ),
            "The exponent of a normal density divides by *two* variances.",
        ),
        mistake(
            lambda phi, x, y, s: np.exp(_log_likelihood(phi, x, y, s)),
            "This is the likelihood. Its logarithm is asked, and for many measurements "
            "only that fits into a number.",
        ),
        mistake(
            lambda phi, x, y, s: -_log_likelihood(phi, x, y, s),
            "You return the *negative* log likelihood, a loss. Here larger is better.",
        ),
        mistake(
            lambda phi, x, y, s: _log_likelihood(phi, x, y, s) / len(y),
            "This is the mean over the measurements. The logarithms add.",
        ),
        mistake(
            lambda phi, x, y, s: (
                -_squares(phi, x, y) / (2 * s)
                - len(y) / 2 * np.log(2 * np.pi)
                - np.log(s)
            ),
            "Each measurement has the variance in its constant. You count it once "
            "altogether.",
        ),
        mistake(
            lambda phi, x, y, s: (
                -_squares(phi, x, y) / (2 * s) - len(y) / 2 * np.log(s)
            ),
            "The variance is in your constant. Which number multiplies it under "
            "the root of a normal density?",
        ),
        mistake(
            lambda phi, x, y, s: (
                -_squares(phi, x, y) / (2 * s**2) - len(y) / 2 * np.log(2 * np.pi * s)
            ),
            "The constant is right. In the exponent you square a variance.",
        ),
        mistake(
            lambda phi, x, y, s: (
                -_squares(phi, x, y) / (2 * s) + len(y) / 2 * np.log(2 * np.pi * s)
            ),
            "The density divides by the root. Which sign does its logarithm get?",
        ),
        mistake(
            lambda phi, x, y, s: (
                -_squares(phi, x, y) / 2 * s - len(y) / 2 * np.log(2 * np.pi * s)
            ),
            "`a / 2 * s` divides by 2 and *multiplies* by `s`.",
        ),
        mistake(
            lambda phi, x, y, s: (
                -(np.sum(y - phi[0] - phi[1] * np.asarray(x)) ** 2) / (2 * s)
                - len(y) / 2 * np.log(2 * np.pi * s)
            ),
            "You add the errors before you square: one above and one below the line "
            "cancel.",
        ),
        mistake(
            lambda phi, x, y, s: _log_likelihood([0, phi[1]], x, y, s),
            "All your lines pass through the origin: where is the offset?",
        ),
        mistake(
            lambda phi, x, y, s: (
                -np.sum(np.abs(y - phi[0] - phi[1] * np.asarray(x))) / (2 * s)
                - len(y) / 2 * np.log(2 * np.pi * s)
            ),
            "You add sizes of errors. Normal noise counts their squares.",
        ),
    ],
    hints=[
        "Write down the density of one measurement, take its logarithm, and add over "
        "the measurements.",
        "The errors are `y - (phi[0] + phi[1] * x)`. Their squares are divided by "
        "`2 * sigma_sq`.",
        "Then subtract `np.log(2 * np.pi * sigma_sq) / 2` once for each measurement.",
    ],
)

question(
    "B.3.3",
    title="The likeliest line of one measurement",
    prompt="You have a single measurement, at $x = 0.25$. Which line does maximum "
    "likelihood choose?",
    choices=[
        choice(
            "The level line through it.",
            "It passes through the measurement, and so does every steeper one. "
            "What would make likelihood prefer it?",
        ),
        choice(
            "The line through it and the origin.",
            "You give the origin a say. It was not measured.",
        ),
        choice(
            "None in particular: all lines through the measurement have the same "
            "likelihood.",
            "Yes. The top of the stripe is a whole ridge. "
            "$\\mathbf{X}\\mathbf{X}^T$ has no inverse then, and something else "
            "must choose.",
            right=True,
        ),
        choice(
            "The one that lies closest to the lines of the prior.",
            "The likelihood does not know of a prior. That comes next.",
        ),
    ],
)

exercise(
    "B.3.4",
    title="The MAP line",
    stub="def most_probable(X, y, sigma_sq, sigma_p_sq):\n    ...  # your code\n",
    solution=(
        "def most_probable(X, y, sigma_sq, sigma_p_sq):\n"
        "    penalty = sigma_sq / sigma_p_sq\n"
        "    return np.linalg.solve(X @ X.T + penalty * np.eye(len(X)), X @ y)\n"
    ),
    reference=_most_probable,
    rtol=1e-6,
    cases=[
        case(_design([0.0, 1.0, 3.0]), np.array([1.0, 0.5, -2.0]), 0.5, 2.0),
        case(_design(_X), _Y, 0.005, 0.4),
        case(_design([0.3]), np.array([0.8]), 0.2, 3.0),
        case(np.array([[1, 1], [2, 5], [0, 3]]), np.array([1, -4]), 3, 2),
        case(
            np.array([[1.0, 1.0], [0.2, -0.4], [0.5, 1.5]]),
            np.array([0.7, -1.2]),
            0.3,
            1.5,
        ),
    ],
    planted=[
        mistake(
            lambda X, y, s, p: _most_probable(X, y, s, p, p / s),
            "The penalty is upside down. Should a *wide* prior pull strongly?",
        ),
        mistake(
            lambda X, y, s, p: _most_probable(X, y, s, p, (s / p) ** 2),
            "Both are variances already. Squaring them once more changes the penalty.",
        ),
        mistake(
            lambda X, y, s, p: _most_probable(X, y, s, p, np.sqrt(s / p)),
            "The penalty is a ratio of variances, and not of standard deviations.",
        ),
        mistake(
            lambda X, y, s, p: _most_probable(X, y, s, p, 1 / p),
            "Your penalty does not know of the noise. What happens to it when the "
            "measurements become exact?",
        ),
        mistake(
            lambda X, y, s, p: _most_probable(X, y, s, p, s * p),
            "You multiply the variances. Let the prior become very wide: does its pull "
            "vanish?",
        ),
        mistake(
            lambda X, y, s, p: np.linalg.lstsq(np.transpose(X), y, rcond=None)[0],
            "This is the line of maximum likelihood. Where is the prior?",
        ),
        mistake(
            lambda X, y, s, p: np.linalg.pinv(X @ np.transpose(X) + s / p) @ X @ y,
            "You add the penalty to every entry of the matrix. The square of each "
            "parameter belongs to its own entry, on the diagonal.",
        ),
        mistake(
            lambda X, y, s, p: (
                np.linalg.inv(X @ np.transpose(X) / s + np.eye(len(X)) / p) @ X @ y
            ),
            "Your matrix is the precision, with the noise divided out. On the right, "
            "the noise is missing.",
        ),
        mistake(
            lambda X, y, s, p: _most_probable(X, y, s, p, 2 * s / p),
            "A factor 2 is left over. Both squares bring one when you differentiate.",
        ),
        mistake(
            lambda X, y, s, p: _most_probable(X, y, s, p, len(y) * s / p),
            "You have taken the *mean* of the squared errors. The likelihood adds "
            "them.",
        ),
        mistake(
            lambda X, y, s, p: np.linalg.solve(
                X @ np.transpose(X) + s / p * np.diag([0] + [1] * (len(X) - 1)),
                X @ np.asarray(y),
            ),
            "You leave the offset without a prior. Here both parameters have one.",
        ),
        mistake(
            lambda X, y, s, p: _most_probable(X, y, s, p) / s,
            "Your matrix is right. If nothing is divided by the noise there, nothing "
            "may be on the right side.",
        ),
        mistake(
            lambda X, y, s, p: np.transpose(X) @ _most_probable(X, y, s, p),
            "These are the heights of the line at the examples. Its parameters are "
            "asked.",
        ),
    ],
    hints=[
        "It is least squares with a penalty on the parameters. How strong is it?",
        "The strength is `sigma_sq / sigma_p_sq`. Add it to the diagonal of `X @ X.T`.",
        "Solve a linear equation: `np.linalg.solve(matrix, X @ y)`.",
    ],
)

question(
    "B.3.5",
    title="How offset and slope hang together",
    prompt="You measure at the inputs $-1$, $0$ and $4$. The noise has the "
    "variance 1, and so has the prior of each parameter. What is the *correlation* "
    "of offset and slope in the posterior, that is "
    "$\\Sigma_{01}/\\sqrt{\\Sigma_{00}\\Sigma_{11}}$?",
    answer=number(
        -3 / np.sqrt(72),
        tolerance=0.003,
        feedback="Yes. The precision has 4 and 18 on its diagonal and 3 beside it. The "
        "inverse exchanges 4 and 18 and makes the 3 negative: $-3/\\sqrt{72}$.",
    ),
    near=[
        number(
            3 / np.sqrt(72),
            tolerance=0.003,
            feedback="This is the sign in the *precision*. What happens to the entries "
            "beside the diagonal when a matrix of two rows is inverted?",
        ),
        number(
            -3 / np.sqrt(51),
            tolerance=0.003,
            feedback="Your prior is missing. It adds to both entries on the diagonal.",
        ),
        number(
            -3 / 63,
            tolerance=0.001,
            feedback="This is the covariance of the two. Divide it by both standard "
            "deviations.",
        ),
        number(
            -3 / np.sqrt(54),
            tolerance=0.003,
            feedback="You have added the prior to one of the two entries only.",
        ),
        number(
            -0.75,
            tolerance=0.003,
            feedback="You divide by one of the two entries on the diagonal. Both have "
            "a say, through the root of their product.",
        ),
        number(
            -3 / 18,
            tolerance=0.003,
            feedback="You divide by one of the two entries on the diagonal. Both have "
            "a say, through the root of their product.",
        ),
        number(
            -3 / 72,
            tolerance=0.001,
            feedback="The product of the two variances needs a square root.",
        ),
    ],
    otherwise="Fill in the precision: how many measurements, the sum of the "
    "inputs, the sum of their squares. Add 1 on the diagonal. Then invert the "
    "matrix.",
)

exercise(
    "B.3.6",
    title="Where the line is known best",
    stub="def surest(x, sigma_sq, sigma_p_sq):\n    ...  # your code\n",
    solution=(
        "def surest(x, sigma_sq, sigma_p_sq):\n"
        "    return np.sum(x) / (len(x) + sigma_sq / sigma_p_sq)\n"
    ),
    reference=_surest,
    rtol=1e-6,
    cases=[
        case(np.array([0.5, 1.0, 3.0]), 0.6, 2.0),
        case(_X, 0.005, 0.4),
        case(np.array([-2, -1, 0, 5]), 3, 1),
        case(np.array([-0.7]), 0.5, 0.1),
    ],
    planted=[
        mistake(
            lambda x, s, p: np.mean(x),
            "Nearly. Without data the prior has a place that it knows best, too: "
            "which?",
        ),
        mistake(
            lambda x, s, p: np.sum(x) / (len(x) + p / s),
            "The prior's share is upside down. Should a wide prior count for much?",
        ),
        mistake(
            lambda x, s, p: -np.sum(x) / (len(x) + s / p),
            "Check the signs: the inverse of a matrix of two rows changes that of the "
            "entries beside the diagonal, and the derivative brings another.",
        ),
        mistake(
            lambda x, s, p: np.sum(x) / (np.sum(np.square(x)) + s / p),
            "You divide by the wrong entry of the precision. The inverse has them "
            "exchanged.",
        ),
        mistake(
            lambda x, s, p: np.sum(x) / (len(x) + s),
            "The prior variance has no effect on your answer.",
        ),
        mistake(
            lambda x, s, p: np.sum(x) / (len(x) + 1 / p),
            "The noise variance has no effect on your answer. Very noisy measurements "
            "should hardly move the place from where the prior has it.",
        ),
        mistake(
            lambda x, s, p: np.median(x),
            "The middle of the data, but in another sense. Work out the two entries of "
            "the covariance.",
        ),
        mistake(
            lambda x, s, p: 2 * np.sum(x) / (len(x) + s / p),
            "A factor 2 is left: the derivative brings one from *both* terms.",
        ),
        mistake(
            lambda x, s, p: (np.sum(x) + s / p) / len(x),
            "The prior's share is a number of measurements. Where does a *number* of "
            "measurements stand in a mean?",
        ),
        mistake(
            lambda x, s, p: -np.sum(x) / (np.sum(np.square(x)) + s / p),
            "This is the ratio of two entries of the *precision*. Invert it first.",
        ),
        mistake(
            lambda x, s, p: np.mean(x) / (1 + s / p),
            "You weigh the prior against a single measurement, and not against all.",
        ),
        mistake(
            lambda x, s, p: s / (len(x) + s / p),
            "This looks like a variance. The *input* is asked at which it is smallest.",
        ),
    ],
    hints=[
        "Invert {eq}`res-b-3-posterior`. You need two entries, and only their ratio.",
        "$\\Sigma_{01}$ is minus the precision's entry beside the diagonal, and "
        "$\\Sigma_{11}$ is its *first* entry, both divided by the determinant.",
        "`np.sum(x)` over `len(x)` plus what the prior adds there.",
    ],
)

question(
    "B.3.7",
    title="Far from the data",
    prompt="The six inputs lie between $-0.21$ and $0.25$. You will measure at $x "
    "= 1$. By what factor is the *variance* of a new target there larger than that "
    "of the noise?",
    choices=[
        choice(
            "1: the noise is the same everywhere.",
            "The noise is. But the line that you predict with is not exactly the right "
            "one. How far off may its slope be, and what does that do at $x = 1$?",
        ),
        choice(
            "About 1.2: six measurements leave little doubt.",
            "In the middle of them, yes. The slope is known to 0.16, and at $x = "
            "1$ all of this counts.",
        ),
        choice(
            "About 6.",
            "Yes. The slope alone brings $0.16^2 \\approx 0.026$, five times the "
            "variance of the noise, 0.005. Add the noise itself.",
            right=True,
        ),
        choice(
            "More than 80, as before any measurement.",
            "That is what the prior alone expects. The six have narrowed down the "
            "slope a good deal.",
        ),
    ],
)

exercise(
    "B.3.8",
    title="Prediction without matrices",
    stub=(
        "def predict(x, mean, covariance, sigma_sq):\n"
        "    of_offset, of_slope = np.diag(covariance)\n"
        "    center = mean[0] + mean[1] * x\n"
        "    return center, of_offset + x**2 * of_slope + sigma_sq\n"
    ),
    solution=(
        "def predict(x, mean, covariance, sigma_sq):\n"
        "    of_offset, of_slope = np.diag(covariance)\n"
        "    center = mean[0] + mean[1] * x\n"
        "    together = 2 * x * covariance[0, 1]\n"
        "    return center, of_offset + together + x**2 * of_slope + sigma_sq\n"
    ),
    reference=_predict,
    parts=["mean", "variance"],
    equivalent={
        "the result has the first argument's type": "two results are no single array",
    },
    cases=[
        _predict_case(3, 0.5, 0),
        _predict_case(4, 0.02, 1),
        _predict_case(3, 2.0, 2),
        case(np.array([2, 0, -1]), np.array([1, -3]), np.array([[4, 1], [1, 2]]), 3),
    ],
    planted=[
        mistake(
            lambda x, m, c, s: (_predict(x, m, c, s)[0], _mixed(x, c, 1) + s),
            "You have found the missing term. In the square of a sum it comes twice.",
        ),
        mistake(
            lambda x, m, c, s: (_predict(x, m, c, s)[0], _mixed(x, c, 2)),
            "The line's doubt is right now. But a new *target* has noise, too.",
        ),
        mistake(
            lambda x, m, c, s: (_predict(x, m, c, s)[0], _mixed(x, c, -2) + s),
            "The missing term is there, with the wrong sign: height is offset *plus* "
            "`x` times slope.",
        ),
        mistake(
            lambda x, m, c, s: (
                _predict(x, m, c, s)[0],
                _mixed(x, c, 0) + 2 * c[0][1] + s,
            ),
            "You add the covariance of offset and slope. How large is its part at "
            "`x = 0`, where the slope does not count?",
        ),
        mistake(
            lambda x, m, c, s: (
                _predict(x, m, c, s)[0],
                np.sqrt(np.maximum(_mixed(x, c, 2) + s, 0)),
            ),
            "The sum is right, and then you take a root. The variance is asked.",
        ),
        mistake(
            lambda x, m, c, s: (
                _predict(x, m, c, s)[0],
                _mixed(x, c, 0) + 2 * np.asarray(x) ** 2 * c[0][1] + s,
            ),
            "In the mixed term the slope comes once. How often does `x`?",
        ),
        mistake(
            lambda x, m, c, s: (
                _predict(x, m, c, s)[0],
                _mixed(x, c, 0) + 2 * x * np.sqrt(c[0][0] * c[1][1]) + s,
            ),
            "You take offset and slope as perfectly correlated. How far they are, the "
            "matrix says.",
        ),
        mistake(
            lambda x, m, c, s: (
                _predict(x, m, c, s)[0],
                c[0][0] + (x - np.mean(x)) ** 2 * c[1][1] + s,
            ),
            "The new inputs need not have the same center as the measured ones. What "
            "does `covariance` know that you have not used?",
        ),
        mistake(
            lambda x, m, c, s: (
                _predict(x, m, c, s)[0],
                _design(x).T @ c @ _design(x) + s,
            ),
            "You have the covariances of all pairs of heights. For each input you "
            "need only the one with itself.",
        ),
        mistake(
            lambda x, m, c, s: (
                _predict(x, m, c, s)[0],
                _design(x).T @ c @ _design(x) + s * np.eye(len(x)),
            ),
            "This is the covariance matrix of all new targets. Their variances are on "
            "its diagonal.",
        ),
        mistake(
            lambda x, m, c, s: (
                _predict(x, m, c, s)[0],
                c[0][0] + 2 * x * c[0][1] + x * c[1][1] + s,
            ),
            "Your mixed term is right. But how often does the slope's own variance "
            "count at `x = 2`?",
        ),
    ],
    hints=[
        "Try it on a covariance with and without entries beside the diagonal. Does "
        "your answer see them?",
        "$\\text{Var}[a + xb] = \\text{Var}[a] + 2x\\,\\text{Cov}[a, b] + "
        "x^2\\,\\text{Var}[b]$.",
        "Add `2 * x * covariance[0, 1]`.",
    ],
)

exercise(
    "B.3.9",
    title="The log evidence",
    stub="def log_evidence(X, y, sigma_sq, sigma_p_sq):\n    ...  # your code\n",
    solution=(
        "def log_evidence(X, y, sigma_sq, sigma_p_sq):\n"
        "    precision = X @ X.T / sigma_sq + np.eye(len(X)) / sigma_p_sq\n"
        "    b = X @ y / sigma_sq\n"
        "    fit = -(y @ y / sigma_sq + len(y) * np.log(2 * np.pi * sigma_sq)) / 2\n"
        "    peak = b @ np.linalg.solve(precision, b) / 2\n"
        "    return fit + peak - np.linalg.slogdet(sigma_p_sq * precision)[1] / 2\n"
    ),
    equivalent={
        "peak = np.linalg.solve(precision, b) @ b / 2": "a product of two vectors",
    },
    reference=bayesian.log_evidence,
    rtol=1e-6,
    cases=[
        _evidence_case(_design([0.0, 1.0, 3.0]), 0, 0.5, 2.0),
        case(_design(_X), _Y, 0.005, 0.4),
        _evidence_case([[1, 1], [2, 5], [0, 3]], 1, 3, 2),
        _evidence_case(_design([0.3]), 2, 0.7, 1.5),
        _evidence_case([[1.0, 1.0], [0.2, -0.4], [0.5, 1.5]], 3, 0.3, 1.5),
        case(_design([0.3]), np.array([2e-5]), 1e-10, 1e-3),
    ],
    planted=[
        mistake(
            _best_fit,
            "This is the log likelihood of one line, the best. The evidence is an "
            "average over all lines of the prior, most of which do worse.",
        ),
        mistake(
            _numerator,
            "You have the numerator. By what does Bayes' rule make you divide it?",
        ),
        mistake(
            lambda X, y, s, p: _numerator(X, y, s, p) - _volume(X, y, s, p),
            "The posterior's density at its mean is one over the root of the "
            "determinant. Its logarithm has the other sign.",
        ),
        mistake(
            lambda X, y, s, p: _numerator(X, y, s, p) + 2 * _volume(X, y, s, p),
            "The density has the *root* of the determinant below it.",
        ),
        mistake(
            lambda X, y, s, p: _best_fit(X, y, s, p) + _volume(X, y, s, p),
            "Where is the density of the prior?",
        ),
        mistake(
            lambda X, y, s, p: (
                _numerator(X, y, s, p)
                + _volume(X, y, s, p)
                - len(X) / 2 * np.log(2 * np.pi)
            ),
            "The determinant is right, and the factors 2 pi of the posterior are "
            "missing, one for each parameter.",
        ),
        mistake(
            lambda X, y, s, p: np.exp(bayesian.log_evidence(X, y, s, p)),
            "This is the evidence itself. Return its logarithm.",
        ),
        mistake(
            lambda X, y, s, p: (
                _fit_at(np.zeros(len(X)), X, y, s)
                + _prior_at(np.zeros(len(X)), p)
                + _volume(X, y, s, p)
            ),
            "Use the same line in all three densities. You compare likelihood and "
            "prior of one to the posterior of another.",
        ),
        mistake(
            _noise_added_to_all,
            "The noise of two measurements is independent: it belongs on the "
            "diagonal of their covariance.",
        ),
        mistake(
            lambda X, y, s, p: (
                _numerator(X, y, s, p)
                + len(X) / 2 * np.log(2 * np.pi * p)
                + _volume(X, y, s, p)
            ),
            "Of the prior you have the exponent alone. How high a wide prior is "
            "matters here.",
        ),
        mistake(
            lambda X, y, s, p: (
                _numerator(X, y, s, p)
                + len(y) / 2 * np.log(2 * np.pi * s)
                + _volume(X, y, s, p)
            ),
            "Of the likelihood you have the exponent alone.",
        ),
        mistake(
            lambda X, y, s, p: (
                _numerator(X, y, s, p)
                + (len(X) - 1) / 2 * np.log(2 * np.pi * p)
                + _volume(X, y, s, p)
            ),
            "The prior's constant is there once. Every parameter has a prior.",
        ),
        mistake(
            lambda X, y, s, p: (
                _numerator(X, y, s, p)
                + _volume(X, y, s, p)
                - (len(X) - 1) / 2 * np.log(2 * np.pi)
            ),
            "In the density of the posterior 2 pi stands once for *each* parameter.",
        ),
        mistake(
            lambda X, y, s, p: (
                _best_fit(X, y, s, p)
                + _prior_at(np.zeros(len(X)), p)
                + _volume(X, y, s, p)
            ),
            "Likelihood and posterior are those of one line, the prior that of "
            "another.",
        ),
        mistake(
            lambda X, y, s, p: (
                2 * _best_fit(X, y, s, p) - _numerator(X, y, s, p) - _volume(X, y, s, p)
            ),
            "Prior and posterior are exchanged: which one does Bayes' rule multiply "
            "by?",
        ),
    ],
    hints=[
        "Take the logarithm of {eq}`res-b-3-evidence` and choose a line at which the "
        "densities are easy, say $\\bphi = \\mathbf{0}$ or the posterior mean.",
        "At zero the likelihood has the errors `y`, and the prior is its constant "
        "alone. The posterior is `-mean @ precision @ mean / 2` and half the "
        "logarithm of the determinant of `precision / (2 * np.pi)`.",
        "The factors 2 pi of prior and posterior cancel. What stays of both is "
        "minus half of `np.linalg.slogdet(sigma_p_sq * precision)[1]`.",
    ],
)

exercise(
    "B.3.10",
    title="The prior that the data prefer",
    stub="def prior_variance(X, y, sigma_sq):\n    return 0.4\n",
    solution=(
        "def prior_variance(X, y, sigma_sq):\n"
        "    variances = np.geomspace(1e-3, 1e3, 400)\n"
        "    heights = [log_evidence(X, y, sigma_sq, v) for v in variances]\n"
        "    return variances[np.argmax(heights)]\n"
    ),
    uses={"log_evidence": "B.3.9"},
    equivalent=dict.fromkeys(
        [
            "variances = np.geomspace(0.001, 1001.0, 400)",
            "variances = np.geomspace(0.001, 999.0, 400)",
            "variances = np.geomspace(0.001, 1000.0, 401)",
            "variances = np.geomspace(0.001, 1000.0, 399)",
        ],
        "candidates as close together as these do as well",
    ),
    reference=_best_variance,
    accept=_near_the_peak,
    cases=[
        case(_design(_X), _Y, 0.005),
        case(*_drawn_data(5, 0, 1.0), 0.04),
        case(*_drawn_data(12, 1, -9.0), 0.04),
        case(*_drawn_data(3, 2, 0.2), 0.09),
        case(np.array([[1, 1, 1], [0, 1, 2]]), np.array([1, 2, 2]), 1),
    ],
    planted=[
        mistake(
            lambda X, y, s: 0.15,
            "This suits the six measurements of the page. Other data may have steeper "
            "lines: let the function look at them.",
        ),
        mistake(
            lambda X, y, s: np.mean(
                np.linalg.lstsq(np.transpose(X), y, rcond=None)[0] ** 2
            ),
            "The squares of the likeliest parameters are close. They count the "
            "noise as part of the parameters.",
        ),
        mistake(
            lambda X, y, s: 1e4,
            "A prior this wide lets any line pass, and therefore says nothing in favor "
            "of the data at hand.",
        ),
        mistake(
            lambda X, y, s: np.sqrt(_best_variance(X, y, s)),
            "You are on the right track, and return a standard deviation.",
        ),
        mistake(
            lambda X, y, s: np.max(_highest(X, y, s)),
            "This is the height of the peak. Its place is asked.",
        ),
        mistake(
            lambda X, y, s: _SCALES[np.argmin(_highest(X, y, s))],
            "You look for the lowest evidence.",
        ),
        mistake(
            lambda X, y, s: np.var(y),
            "The scatter of the targets is one thing. How steep are the lines that "
            "could have made it, over *these* inputs?",
        ),
    ],
    hints=[
        "Try many variances, and keep the one with the highest log evidence.",
        "A variance can be 0.01 as well as 100. `np.geomspace` spaces candidates by "
        "factors.",
        "`np.argmax` gives the position of the largest.",
    ],
)
