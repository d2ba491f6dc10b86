"""Exercises and questions of page 9.4, the Bayesian approach."""

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
from udl.generalization.bayesian import draw_parameters, posterior, predictive, update
from udl.generalization.fixed_joints import hidden_units

_NOISE, _PRIOR = 0.09, 1000.0
_FINE = np.linspace(0, 1, 401)
_SYMMETRIC = "a covariance is symmetric"
_TWO = "a vector and a matrix are no single array"


def _units(x, n_hidden):
    """Give the matrix of the published notebook's compute_H."""
    return hidden_units(np.ravel(x), int(n_hidden))


def _published_posterior(x_data, y_data, n_hidden, sigma_sq, sigma_p_sq):
    return posterior(_units(x_data, n_hidden), y_data, sigma_sq, sigma_p_sq)


def _lift_posterior(function):
    def lifted(x_data, y_data, n_hidden, sigma_sq, sigma_p_sq):
        h = _units(x_data, n_hidden)
        return function(h, np.asarray(y_data), sigma_sq, sigma_p_sq)

    return lifted


def _published_inference(x_star, x_data, y_data, sigma_sq, sigma_p_sq, n_hidden):
    return _lift_predictive(predictive)(
        x_star, x_data, y_data, sigma_sq, sigma_p_sq, n_hidden
    )


def _lift_predictive(function):
    def lifted(x_star, x_data, y_data, sigma_sq, sigma_p_sq, n_hidden):
        h = _units(x_data, n_hidden)
        found = posterior(h, np.asarray(y_data), sigma_sq, sigma_p_sq)
        return function(_units(x_star, n_hidden)[:, 0], *found, sigma_sq)

    return lifted


def _spread_examples(count, seed):
    rng = np.random.default_rng(seed)
    x = (np.arange(count) + rng.uniform(size=count)) / count
    return x, np.exp(np.sin(2 * np.pi * x)) + 0.3 * rng.normal(size=count)


def _precision(h, sigma_sq, sigma_p_sq):
    h = np.asarray(h, dtype=float)
    return h @ h.T / sigma_sq + np.eye(len(h)) / sigma_p_sq


def _from_precision(precision, h, y, sigma_sq):
    covariance = np.linalg.inv(precision)
    return covariance @ h @ y / sigma_sq, covariance


def _uninverted(h, y, sigma_sq, sigma_p_sq):
    precision = _precision(h, sigma_sq, sigma_p_sq)
    return precision @ h @ y / sigma_sq, precision


def _precision_returned(h, y, sigma_sq, sigma_p_sq):
    mean, _ = posterior(h, y, sigma_sq, sigma_p_sq)
    return mean, _precision(h, sigma_sq, sigma_p_sq)


def _prior_upside_down(h, y, sigma_sq, sigma_p_sq):
    return _from_precision(_precision(h, sigma_sq, 1 / sigma_p_sq), h, y, sigma_sq)


def _noise_left_out(h, y, sigma_sq, sigma_p_sq):
    return _from_precision(_precision(h, 1.0, sigma_p_sq), h, y, sigma_sq)


def _mean_without_noise(h, y, sigma_sq, sigma_p_sq):
    mean, covariance = posterior(h, y, sigma_sq, sigma_p_sq)
    return mean * sigma_sq, covariance


def _mean_by_prior(h, y, sigma_sq, sigma_p_sq):
    mean, covariance = posterior(h, y, sigma_sq, sigma_p_sq)
    return mean * sigma_sq / sigma_p_sq, covariance


def _row_for_each_example(h, y, sigma_sq, sigma_p_sq):
    covariance = np.linalg.inv(_precision(np.asarray(h).T, sigma_sq, sigma_p_sq))
    return covariance @ y / sigma_sq, covariance


def _second_one(h, y, sigma_sq, sigma_p_sq):
    return posterior(np.vstack([h, np.ones(len(y))]), y, sigma_sq, sigma_p_sq)


def _least_squares(h, y, sigma_sq, sigma_p_sq):
    h = np.asarray(h, dtype=float)
    covariance = sigma_sq * np.linalg.pinv(h @ h.T)
    return covariance @ h @ y / sigma_sq, covariance


def _ridge_of_one(h, y, sigma_sq, sigma_p_sq):
    return _from_precision(_precision(h, sigma_sq, 1.0), h, y, sigma_sq)


def _root_of(covariance):
    return np.linalg.cholesky(covariance)


def _covariance_without_noise(h, y, sigma_sq, sigma_p_sq):
    mean, covariance = posterior(h, y, sigma_sq, sigma_p_sq)
    return mean, covariance / sigma_sq


def _eigenvalues_unrooted(mean, covariance, z):
    values, axes = np.linalg.eigh(covariance)
    return _column_of(mean) + axes @ (values[:, np.newaxis] * z)


def _turned_back(mean, covariance, z):
    values, axes = np.linalg.eigh(covariance)
    return _column_of(mean) + axes.T @ (np.sqrt(values)[:, np.newaxis] * z)


def _deviation(h, covariance, sigma_sq):
    return np.sqrt(np.sum(h * (covariance @ h), axis=0) + sigma_sq)


def _column_of(mean):
    return np.asarray(mean, dtype=float)[:, np.newaxis]


def _right_draws(found, mean, covariance, z):
    """Find the matrix A that made the draws of z, and look at A times A transposed."""
    found = np.asarray(found, dtype=float)
    if found.shape != np.shape(z):
        return False
    off, z = found - _column_of(mean), np.asarray(z, dtype=float)
    root = off @ np.linalg.pinv(z)
    if not np.allclose(root @ z, off, atol=1e-8):
        return (
            "Your draws are not the mean plus a matrix times `z`. Draw nothing of your "
            "own, so that the result can be repeated."
        )
    return bool(np.allclose(root @ root.T, covariance, rtol=1e-7, atol=1e-9))


def _draw_case(size, draws, seed):
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(size, size + 1))
    return case(rng.normal(size=size), root @ root.T, rng.normal(size=(size, draws)))


def _predictive_case(size, sigma_sq, seed):
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(size, size + 1))
    return case(
        np.append(rng.uniform(size=size - 1), 1.0),
        rng.normal(size=size),
        root @ root.T / 4,
        sigma_sq,
    )


def _quadratic(h, covariance):
    h = np.asarray(h, dtype=float)
    return h @ np.asarray(covariance) @ h


def _band(h, mean, covariance, sigma_sq):
    center, variance = predictive(h, mean, covariance, sigma_sq)
    return _edges(center, np.sqrt(variance))


def _edges(center, deviation):
    return center - 2 * deviation, center + 2 * deviation


def _spreads(h, covariance):
    h = np.asarray(h, dtype=float)
    return np.sum(h * (np.asarray(covariance) @ h), axis=0)


def _band_case(size, inputs, sigma_sq, seed):
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(size, size))
    return case(
        np.vstack([rng.uniform(size=(size - 1, inputs)), np.ones(inputs)]),
        rng.normal(size=size),
        root @ root.T / 2,
        sigma_sq,
    )


def _update_case(size, sigma_sq, seed):
    rng = np.random.default_rng(seed)
    root = rng.normal(size=(size, size + 2))
    h = np.append(rng.uniform(size=size - 1), 1.0)
    return case(rng.normal(size=size), root @ root.T, h, rng.normal(), sigma_sq)


def _updated(mean, covariance, h, y, sigma_sq, prior=None):
    """Update with another linear term of the prior."""
    _, new = update(mean, covariance, h, y, sigma_sq)
    prior = np.linalg.inv(covariance) @ mean if prior is None else prior
    return new @ (prior + np.asarray(h) * y / sigma_sq), new


def _mean_left_out(mean, covariance, h, y, sigma_sq):
    return _updated(mean, covariance, h, y, sigma_sq, 0 * np.asarray(mean))


def _mean_unweighted(mean, covariance, h, y, sigma_sq):
    return _updated(mean, covariance, h, y, sigma_sq, np.asarray(mean))


def _mean_by_covariance(mean, covariance, h, y, sigma_sq):
    return _updated(mean, covariance, h, y, sigma_sq, covariance @ mean)


def _mean_shifted(mean, covariance, h, y, sigma_sq):
    found, new = _mean_left_out(mean, covariance, h, y, sigma_sq)
    return found + mean, new


def _covariances_added(mean, covariance, h, y, sigma_sq):
    new = np.linalg.inv(covariance + np.outer(h, h) / sigma_sq)
    return new @ (np.linalg.inv(covariance) @ mean + h * y / sigma_sq), new


def _update_precision(mean, covariance, h, y, sigma_sq):
    found, new = update(mean, covariance, h, y, sigma_sq)
    return found, np.linalg.inv(new)


def _inner_for_outer(mean, covariance, h, y, sigma_sq):
    before = np.linalg.inv(covariance)
    new = np.linalg.inv(before + h @ h / sigma_sq * np.eye(len(h)))
    return new @ (before @ mean + h * y / sigma_sq), new


def _prior_forgotten(mean, covariance, h, y, sigma_sq):
    return posterior(np.asarray(h)[:, np.newaxis], np.array([y]), sigma_sq, _PRIOR)


def _even_share(n_hidden, count):
    joints = np.append(np.arange(n_hidden) / n_hidden, 1.0)
    return np.tile(joints, int(count) // len(joints))


def _narrow(found, n_hidden, count):
    """Whether the variance is nowhere more than 1.1 times the average possible."""
    if np.size(found) != count:
        return f"{np.size(found)} places, where `count` is {int(count)}."
    x = np.ravel(np.asarray(found, dtype=float))
    if not np.all((x >= 0) & (x <= 1)):
        return "Some of your places are outside of the interval from 0 to 1."
    column = hidden_units(_FINE, int(n_hidden))
    found = posterior(hidden_units(x, int(n_hidden)), 0 * x, _NOISE, _PRIOR)
    _, variance = predictive(column, *found, 0.0)
    ratio = variance.max() / ((n_hidden + 1) * _NOISE / count)
    if ratio <= 1.1:
        return True
    return (
        f"With {int(n_hidden)} units and {int(count)} measurements, the largest "
        f"variance is {ratio:.2f} times K sigma²/I, at x = "
        f"{_FINE[variance.argmax()]:.2f}."
    )


question(
    "9.4.1",
    title="Two measurements",
    prompt="Your prior for a number has mean 0 and variance 2. You measure twice, with "
    "noise of variance 1, and get 3 and 6. Which mean does the posterior have?",
    answer=number(
        3.6,
        tolerance=0.005,
        feedback="Yes. The precision is $2 + \\frac12 = 2.5$, and $9/2.5 = 3.6$. The "
        "prior pulls the mean of the data, 4.5, a fifth of the way to zero.",
    ),
    near=[
        number(
            4.5,
            tolerance=0.005,
            feedback="This is the mean of the data. The prior has a say, too.",
        ),
        number(
            3.0,
            tolerance=0.005,
            feedback="You count the prior as one more measurement, of 0. Its variance "
            "is 2, so it is worth less than one.",
        ),
        number(
            2.25,
            tolerance=0.005,
            feedback="You add 2, the prior's *variance*, to the precision of the data.",
        ),
        number(
            0.4,
            tolerance=0.005,
            feedback="This is the variance of the posterior. Where is its mean?",
        ),
        number(
            1.8,
            tolerance=0.005,
            feedback="You average the measurements and then divide by the full "
            "precision. It is their sum that has to be divided.",
        ),
        number(
            6.0,
            tolerance=0.005,
            feedback="You count one measurement in the precision. There are two.",
        ),
    ],
    otherwise="The precision is the number of measurements divided by the noise "
    "variance, plus one divided by the prior variance. Divide the sum of the "
    "measurements (over the noise variance) by it.",
)

question(
    "9.4.2",
    title="Other targets",
    prompt="Keep the fifteen inputs, and replace all targets by others that are twice "
    "as scattered. What happens to the width of the inner band?",
    choices=[
        choice(
            "It doubles: data with more scatter leave more doubt.",
            "The noise variance is *given*, 0.09. In this model, scattered targets "
            "call for larger weights and not for more doubt.",
        ),
        choice(
            "Nothing at all.",
            "Yes. How sure you are of the function depends on where you measured, and "
            "not on what you found. The derivation will show it.",
            right=True,
        ),
        choice(
            "It gets wider at the inputs whose targets moved the most.",
            "The mean follows the targets. Does the formula for the precision of one "
            "number, above, have a $y$ in it?",
        ),
        choice(
            "It gets narrower, since larger targets stand out from the noise.",
            "They move the mean away from zero. Look at the variance of one number, "
            "above: which quantities are in it?",
        ),
    ],
)

exercise(
    "9.4.3",
    title="The posterior over the parameters",
    stub="def posterior(h, y, sigma_sq, sigma_p_sq):\n    ...  # your code\n",
    solution=(
        "def posterior(h, y, sigma_sq, sigma_p_sq):\n"
        "    precision = h @ h.T / sigma_sq + np.eye(len(h)) / sigma_p_sq\n"
        "    covariance = np.linalg.inv(precision)\n"
        "    return covariance @ h @ y / sigma_sq, covariance\n"
    ),
    equivalent={"the result has the first argument's type": _TWO},
    reference=posterior,
    rtol=1e-6,
    atol=1e-9,
    parts=["mean", "covariance"],
    cases=[
        case(
            np.array([[1.0, 2.0, 4.0], [1.0, 1.0, 1.0]]),
            np.array([3.0, 1.0, -2.0]),
            0.25,
            2.0,
        ),
        case(_units([0.1, 0.7], 3), np.array([1.0, -2.0]), 0.5, 4.0),
        case(
            _units(_spread_examples(15, 0)[0], 5),
            _spread_examples(15, 0)[1],
            _NOISE,
            _PRIOR,
        ),
        case(np.array([[2, 0, 1], [1, 1, 1]]), np.array([4, 1, 3]), 2, 5),
        case(np.array([[1.0]]), np.array([3.0]), 1.5, 4.0),
    ],
    published=published(
        "compute_param_mean_covar(x_data, y_data, n_hidden, sigma_sq, sigma_p_sq)",
        provides={"compute_H": lambda: _units},
        reference=_published_posterior,
        cases=[
            case(*_spread_examples(15, 1), 5, _NOISE, _PRIOR),
            case(*_spread_examples(7, 2), 3, 0.3, 2.0),
            case(*_spread_examples(4, 3), 6, 0.2, 5.0),
        ],
        lifts=_lift_posterior,
    ),
    planted=[
        mistake(
            lambda h, y, s, p: posterior(h, y, s**2, p**2),
            "Both arguments are squares already: look at their names.",
        ),
        mistake(
            lambda h, y, s, p: posterior(h, y, np.sqrt(s), np.sqrt(p)),
            "You take roots. Variances are what the equation wants, and what the "
            "arguments are.",
        ),
        mistake(
            _uninverted,
            "Should more data make the covariance larger or smaller? Try a second copy "
            "of the same examples.",
        ),
        mistake(
            _precision_returned,
            "The mean is right. What you return beside it grows with every example: "
            "what is it called?",
        ),
        mistake(
            _mean_without_noise,
            "The covariance is right. Let the prior variance grow: the mean should "
            "become the least squares fit.",
        ),
        mistake(
            _mean_by_prior,
            "The covariance is right. The mean's factor belongs to the data: which "
            "variance is theirs?",
        ),
        mistake(
            _prior_upside_down,
            "A vague prior should hardly matter. What does your formula do when its "
            "variance is 1000?",
        ),
        mistake(
            _noise_left_out,
            "Examples with less noise should count for more. Does the noise enter "
            "your precision?",
        ),
        mistake(
            _row_for_each_example,
            "Your covariance has a row for each example. It should have one for each "
            "parameter: how many are there?",
        ),
        mistake(
            _second_one,
            "How many rows does `h` have before you touch it? The ones are there "
            "already.",
        ),
        mistake(
            _least_squares,
            "This is the fit to the data alone. What does the prior add?",
        ),
        mistake(
            _ridge_of_one,
            "Your prior has the variance 1, whatever is passed in.",
        ),
        mistake(
            _covariance_without_noise,
            "The mean is right. You have multiplied the precision by the "
            "variance of the noise, and the covariance does not know of it yet.",
        ),
        mistake(
            lambda h, y, sigma_sq, sigma_p_sq: _from_precision(
                h @ h.T / sigma_sq + 1 / sigma_p_sq, h, y, sigma_sq
            ),
            "You add the prior to every entry of the matrix. It belongs on the "
            "diagonal: the parameters are independent beforehand.",
        ),
        mistake(
            lambda h, y, sigma_sq, sigma_p_sq: (lambda c: (c @ h @ y / sigma_sq, c))(
                1 / _precision(h, sigma_sq, sigma_p_sq)
            ),
            "`1 / A` inverts each entry. The inverse of a matrix is something else.",
        ),
    ],
    hints=[
        "Precisions add: that of the data, and that of the prior. Which matrix has a "
        "row and a column for each parameter?",
        "The precision is `h @ h.T / sigma_sq + np.eye(len(h)) / sigma_p_sq`. Its "
        "inverse is the covariance.",
        "The mean is the covariance times `h @ y / sigma_sq`.",
    ],
)

exercise(
    "9.4.4",
    title="Draw from the posterior",
    stub="def draw_parameters(mean, covariance, z):\n    ...  # your code\n",
    solution=(
        "def draw_parameters(mean, covariance, z):\n"
        "    root = np.linalg.cholesky(covariance)\n"
        "    return mean[:, None] + root @ z\n"
    ),
    equivalent={
        "return mean[:, None] - root @ z": "the distribution of z is symmetric",
    },
    reference=draw_parameters,
    accept=_right_draws,
    cases=[
        _draw_case(2, 5, 0),
        _draw_case(3, 8, 1),
        case(
            np.array([1.0, -1.0]),
            np.array([[1.0, 0.0], [0.0, 9.0]]),
            np.array([[1.0, -0.5, 2.0], [0.3, 1.0, 1.0]]),
        ),
        case(
            np.array([1, 2]),
            np.array([[4, 2], [2, 7]]),
            np.array([[1, 0, 2], [0, 1, 1]]),
        ),
        case(np.array([2.0]), np.array([[4.0]]), np.array([[1.0, -3.0]])),
    ],
    planted=[
        mistake(
            lambda m, c, z: _column_of(m) + _root_of(c).T @ z,
            "Multiply your matrix by its own transpose, in this order: is the product "
            "the covariance?",
        ),
        mistake(
            lambda m, c, z: _column_of(m) + np.sqrt(np.diag(c))[:, None] * z,
            "Each parameter has the right variance. But they are drawn independently: "
            "where are the entries beside the diagonal?",
        ),
        mistake(
            lambda m, c, z: _column_of(m) + np.diag(c)[:, None] * z,
            "You multiply by variances. What does a factor do to a variance? And "
            "where are the entries beside the diagonal?",
        ),
        mistake(
            lambda m, c, z: _column_of(m) + np.asarray(c) @ z,
            "Your draws have the covariance times itself as covariance. A kind of "
            "square root is needed.",
        ),
        mistake(
            lambda m, c, z: _column_of(m) + z,
            "Which covariance did you just compute, and where do you use it?",
        ),
        mistake(
            lambda m, c, z: _root_of(c) @ z,
            "They scatter as they should, around zero. Around what should they?",
        ),
        mistake(
            lambda m, c, z: _column_of(m) + np.sqrt(np.abs(c)) @ z,
            "You take the root of each entry. Multiply this matrix by its transpose: "
            "do you get the covariance back?",
        ),
        mistake(
            lambda m, c, z: _column_of(m) + _root_of(np.linalg.inv(c)) @ z,
            "You use a root of the precision: the less you know, the less your draws "
            "scatter.",
        ),
        mistake(
            _eigenvalues_unrooted,
            "Your matrix times its transpose has the squares of the "
            "eigenvalues. A root is missing.",
        ),
        mistake(
            _turned_back,
            "The roots of the eigenvalues are right. But your draws are turned "
            "the wrong way: which of Q and its transpose brings the axes of the "
            "ellipse into place?",
        ),
    ],
    hints=[
        "For a single parameter, it is the mean plus the standard deviation times `z`. "
        "What takes the place of a square root for a matrix?",
        "`np.linalg.cholesky(covariance)` is a matrix $\\mathbf{A}$ with "
        "$\\mathbf{A}\\mathbf{A}^T = \\boldsymbol\\Sigma$.",
        "`mean[:, None]` is the mean as a column, to be added to all draws.",
    ],
)

question(
    "9.4.5",
    title="A million examples",
    prompt="Suppose that you have a million examples, spread over the whole interval. "
    "About how far, from its center to each edge, does the band reach that holds 95% "
    "of *new measurements*?",
    choices=[
        choice(
            "0: with so many examples everything is known.",
            "Everything about the *function*. What does a new measurement have that "
            "no earlier one can tell you?",
        ),
        choice(
            "0.0006, that is $2\\cdot 0.3/\\sqrt{1{,}000{,}000}$.",
            "About so well is the function known. The next measurement comes with "
            "noise of its own.",
        ),
        choice(
            "0.18, twice the variance of the noise.",
            "The noise is what remains. A band reaches two *standard deviations*.",
        ),
        choice(
            "0.6, twice the standard deviation of the noise.",
            "Yes. The function is known, and the new noise is as large as ever.",
            right=True,
        ),
    ],
)

exercise(
    "9.4.6",
    title="Mean and variance of a new measurement",
    stub="def predictive(h, mean, covariance, sigma_sq):\n    ...  # your code\n",
    solution=(
        "def predictive(h, mean, covariance, sigma_sq):\n"
        "    return h @ mean, h @ covariance @ h + sigma_sq\n"
    ),
    equivalent={
        "return (mean @ h, h @ covariance @ h + sigma_sq)": "a product of two vectors",
        "return (h @ mean, h @ (h @ covariance) + sigma_sq)": _SYMMETRIC,
        "return (h @ mean, covariance @ h @ h + sigma_sq)": _SYMMETRIC,
    },
    reference=predictive,
    parts=["mean", "variance"],
    cases=[
        _predictive_case(3, 0.25, 0),
        _predictive_case(6, 0.09, 1),
        _predictive_case(2, 4.0, 2),
        case(np.array([2, 1]), np.array([1, -3]), np.array([[4, 1], [1, 2]]), 0.5),
        case(np.array([1.0]), np.array([2.4]), np.array([[0.8]]), 1.5),
    ],
    published=published(
        "inference(x_star, x_data, y_data, sigma_sq, sigma_p_sq, n_hidden)",
        provides={"compute_H": lambda: _units},
        reference=_published_inference,
        cases=[
            case(np.array([[0.1]]), *_spread_examples(15, 1), _NOISE, _PRIOR, 5),
            case(np.array([[0.77]]), *_spread_examples(7, 2), 0.3, 2.0, 3),
            case(np.array([[1.0]]), *_spread_examples(4, 3), 0.2, 5.0, 6),
        ],
        lifts=_lift_predictive,
    ),
    planted=[
        mistake(
            lambda h, m, c, s: (h @ m, _quadratic(h, c)),
            "Is your band for the function or for a new measurement?",
        ),
        mistake(
            lambda h, m, c, s: (h @ m, _quadratic(h, c) + np.sqrt(s)),
            "You add a standard deviation to a variance.",
        ),
        mistake(
            lambda h, m, c, s: (h @ m, _quadratic(h, c) + s**2),
            "`sigma_sq` is a square already: look at its name.",
        ),
        mistake(
            lambda h, m, c, s: (h @ m, np.sqrt(_quadratic(h, c) + s)),
            "This is the standard deviation. The variance is asked.",
        ),
        mistake(
            lambda h, m, c, s: (h @ m, h @ np.diag(np.diag(c)) @ h + s),
            "You use the variances of the parameters only. They depend on each other: "
            "the entries beside the diagonal count as well.",
        ),
        mistake(
            lambda h, m, c, s: (h @ m, np.asarray(h) @ h * s + s),
            "Where is the covariance of the parameters?",
        ),
        mistake(
            lambda h, m, c, s: (h @ m, np.trace(c) + s),
            "How much the parameters vary is one thing. What does the input make "
            "of it?",
        ),
        mistake(
            lambda h, m, c, s: (h @ m, _quadratic(h, np.linalg.inv(c)) + s),
            "You use the precision where the covariance belongs.",
        ),
        mistake(
            lambda h, m, c, s: (h[:-1] @ m[:-1], _quadratic(h[:-1], c[:-1, :-1]) + s),
            "The vector of parameters ends with the offset: what multiplies it?",
        ),
        mistake(
            lambda h, m, c, s: (h @ m, _quadratic(h, c) * s),
            "Function and noise are independent, and their sum is measured. What do "
            "the variances do?",
        ),
        mistake(
            lambda h, mean, covariance, sigma_sq: (
                h @ mean,
                np.sum(covariance @ h) + sigma_sq,
            ),
            "You add up the entries of the matrix times `h`. The input enters "
            "on both sides.",
        ),
        mistake(
            lambda h, mean, covariance, sigma_sq: (h @ mean, h @ h + sigma_sq),
            "Where is the covariance? Certain parameters should leave the noise alone.",
        ),
    ],
    hints=[
        "A new measurement is a linear function of the parameters, plus noise. What "
        "is the mean of each, and the variance?",
        "The variance of `h @ phi` is `h @ covariance @ h`.",
        "Add the variance of the noise.",
    ],
)

exercise(
    "9.4.7",
    title="The band of new measurements",
    stub=(
        "def band(h, mean, covariance, sigma_sq):\n"
        "    center = h.T @ mean\n"
        "    of_function = np.sqrt(np.sum(h * (covariance @ h), axis=0))\n"
        "    deviation = of_function + np.sqrt(sigma_sq)\n"
        "    return center - 2 * deviation, center + 2 * deviation\n"
    ),
    solution=(
        "def band(h, mean, covariance, sigma_sq):\n"
        "    center = h.T @ mean\n"
        "    of_function = np.sum(h * (covariance @ h), axis=0)\n"
        "    deviation = np.sqrt(of_function + sigma_sq)\n"
        "    return center - 2 * deviation, center + 2 * deviation\n"
    ),
    reference=_band,
    parts=["lower", "upper"],
    cases=[
        _band_case(2, 3, 0.5, 0),
        _band_case(6, 4, 0.09, 1),
        _band_case(3, 3, 2.0, 2),
        case(
            np.array([[2, 0, 1, 5], [1, 1, 1, 1]]),
            np.array([1, -3]),
            np.array([[4, 1], [1, 2]]),
            3,
        ),
        _band_case(1, 1, 0.7, 3),
    ],
    planted=[
        mistake(
            lambda h, m, c, s: _edges(h.T @ m, np.sqrt(_spreads(h, c))),
            "Now the noise is gone. The band is for a new measurement.",
        ),
        mistake(
            lambda h, m, c, s: _edges(h.T @ m, _spreads(h, c) + s),
            "Adding variances is right. A band reaches two standard deviations.",
        ),
        mistake(
            lambda h, m, c, s: _edges(h.T @ m, np.sqrt(_spreads(h, c)) + s),
            "You add a variance to a standard deviation now.",
        ),
        mistake(
            lambda h, m, c, s: _edges(
                h.T @ m, np.maximum(np.sqrt(_spreads(h, c)), np.sqrt(s))
            ),
            "You take the larger of the two. Both contribute, though not by their sum.",
        ),
        mistake(
            lambda h, m, c, s: _edges(h.T @ m, np.sqrt(_spreads(h, c) + np.sqrt(s))),
            "Inside of the root, all terms have to be variances.",
        ),
        mistake(
            lambda h, m, c, s: _edges(h.T @ m, np.sqrt(_spreads(h, c) + s) / 2),
            "Your band reaches one standard deviation on each side.",
        ),
        mistake(
            lambda h, m, c, s: _edges(
                h.T @ m, np.sqrt((np.sqrt(_spreads(h, c)) + np.sqrt(s)) ** 2 / 2)
            ),
            "Test a function without any doubt, `covariance` zero: the band should "
            "be that of the noise.",
        ),
        mistake(
            lambda h, mean, covariance, sigma_sq: tuple(
                h.T @ mean + k * _deviation(h, covariance, sigma_sq)
                for k in (-1.96, 1.96)
            ),
            "The deviation is right. The edges are asked for at 2 deviations.",
        ),
        mistake(
            lambda h, mean, covariance, sigma_sq: tuple(
                h.T @ mean + k * _deviation(h, covariance, sigma_sq)
                for k in (-(2**0.5), 2**0.5)
            ),
            "The 2 multiplies the deviation. You have it under the root.",
        ),
    ],
    hints=[
        "Take one parameter, variance 1 for the function and 1 for the noise. Draw "
        "many of both, add them, and compute the standard deviation.",
        "The line with the fault is the one that adds. Which quantity of independent "
        "variables adds up?",
        "Leave out the first root, add `sigma_sq`, and take one root of all.",
    ],
)

question(
    "9.4.8",
    title="More parameters than examples",
    prompt="Twenty hidden units have 21 parameters, and there are 15 examples. What "
    "becomes of the posterior?",
    choices=[
        choice(
            "It does not exist: 15 equations cannot determine 21 parameters.",
            "A *single best fit* to the data is not determined. The prior has an "
            "opinion on each of the 21, and the precision has an inverse.",
        ),
        choice(
            "It exists. The band gets wider, most of all where examples are rare.",
            "Yes. More units can do more between the examples, and the data do not "
            "forbid it; only the prior does.",
            right=True,
        ),
        choice(
            "It exists. The band shrinks to nothing, since every curve passes through "
            "all of the examples.",
            "They pass near them, within the noise. And what do they do between?",
        ),
        choice(
            "It exists, and the band is as before: noise and data are the same.",
            "The noise is. But the function has more ways to bend: do 15 examples "
            "decide all of them?",
        ),
    ],
)

question(
    "9.4.9",
    title="A narrow prior",
    prompt="Back to five hidden units. Lower the prior variance from 1000 to 1. What "
    "happens to mean and inner band?",
    choices=[
        choice(
            "The mean gets flatter, and the band wider: prior and data disagree.",
            "They do. But the covariance does not know any targets, so it cannot know "
            "of the disagreement.",
        ),
        choice(
            "Hardly anything: with 15 examples, the data outweigh the prior.",
            "They would, if their weights were of the order of 1. How steep are the "
            "flanks of the curve?",
        ),
        choice(
            "The mean gets flatter, and the band narrower.",
            "Yes. Large weights are as good as forbidden, and a smaller set of curves "
            "is left to choose from. It looks surer, and is worse.",
            right=True,
        ),
        choice(
            "The mean stays, and the band gets narrower: more is known beforehand.",
            'The band does get narrower. But what is "known" is that the weights '
            "are near zero, and the mean has to obey.",
        ),
    ],
)

exercise(
    "9.4.10",
    title="One more example",
    stub="def update(mean, covariance, h, y, sigma_sq):\n    ...  # your code\n",
    solution=(
        "def update(mean, covariance, h, y, sigma_sq):\n"
        "    before = np.linalg.inv(covariance)\n"
        "    covariance = np.linalg.inv(before + np.outer(h, h) / sigma_sq)\n"
        "    return covariance @ (before @ mean + h * y / sigma_sq), covariance\n"
    ),
    equivalent={
        "the result has the first argument's type": _TWO,
        "return ((before @ mean + h * y / sigma_sq) @ covariance, covariance)": (
            _SYMMETRIC
        ),
        "return (covariance @ (mean @ before + h * y / sigma_sq), covariance)": (
            _SYMMETRIC
        ),
    },
    reference=update,
    rtol=1e-6,
    atol=1e-9,
    parts=["mean", "covariance"],
    cases=[
        _update_case(2, 0.5, 0),
        _update_case(6, 0.09, 1),
        _update_case(3, 2.0, 2),
        case(np.array([1, -2]), np.array([[4, 1], [1, 2]]), np.array([3, 1]), 5, 2),
        case(np.array([2.0]), np.array([[3.0]]), np.array([2.0]), 4.0, 0.5),
    ],
    planted=[
        mistake(
            _mean_left_out,
            "The covariance is right. With what you believed before, the mean is no "
            "longer zero: where does it enter?",
        ),
        mistake(
            _mean_unweighted,
            "The covariance is right. How strongly the old mean pulls depends on how "
            "sure you were of it.",
        ),
        mistake(
            _mean_by_covariance,
            "The covariance is right. The less sure you were, the harder your old "
            "mean pulls: is it not the other way round?",
        ),
        mistake(
            _mean_shifted,
            "The covariance is right. You add the old mean to a fit of the whole "
            "target; part of the target is explained already.",
        ),
        mistake(
            _covariances_added,
            "You add a precision to a covariance.",
        ),
        mistake(
            _update_precision,
            "The mean is right. What you return beside it is the precision.",
        ),
        mistake(
            _inner_for_outer,
            "One example informs you along one direction, that of `h`. Yours makes "
            "you surer in all of them.",
        ),
        mistake(
            _prior_forgotten,
            "You start from the vague prior of the page. What was believed before is "
            "passed in.",
        ),
        mistake(
            lambda mean, covariance, h, y, sigma_sq: (
                mean,
                update(mean, covariance, h, y, sigma_sq)[1],
            ),
            "The covariance is right. The mean is the old one: does the new "
            "target change nothing?",
        ),
        mistake(
            lambda mean, covariance, h, y, sigma_sq: (
                update(mean, covariance, h, y, sigma_sq)[0],
                np.asarray(covariance, dtype=float),
            ),
            "The mean is right. The covariance is the old one: you know more now.",
        ),
        mistake(
            lambda mean, covariance, h, y, sigma_sq: (
                update(mean, covariance, h, y, sigma_sq)[0],
                2 * np.asarray(covariance)
                - update(mean, covariance, h, y, sigma_sq)[1],
            ),
            "The mean is right. Your covariance has grown: a measurement does "
            "not make you less certain.",
        ),
        mistake(
            lambda mean, covariance, h, y, sigma_sq: (
                lambda c: (c @ (np.linalg.solve(covariance, mean) + h * y), c)
            )(update(mean, covariance, h, y, sigma_sq)[1]),
            "The covariance is right. In the mean, the target counts as much as "
            "it is precise: what is it divided by?",
        ),
        mistake(
            lambda mean, covariance, h, y, sigma_sq: (
                lambda c: (c @ (covariance @ mean + h * y / sigma_sq), c)
            )(np.linalg.inv(covariance + np.outer(h, h) / sigma_sq)),
            "Precisions add up. You add a precision to a covariance.",
        ),
        mistake(
            lambda mean, covariance, h, y, sigma_sq: (
                lambda p: (lambda c: (c @ (p @ mean + h * y / sigma_sq), c))(
                    np.linalg.inv(p + h @ h / sigma_sq)
                )
            )(np.linalg.inv(covariance)),
            "`h @ h` is one number, added to every entry. Which product of `h` "
            "with itself is a matrix?",
        ),
    ],
    hints=[
        "The exponent of the prior is now "
        "$-\\frac12(\\bphi-\\boldsymbol\\mu)^T\\boldsymbol\\Sigma^{-1}"
        "(\\bphi-\\boldsymbol\\mu)$. Which terms are quadratic in the parameters, "
        "which linear?",
        "The new precision is the inverse of the old covariance plus "
        "`np.outer(h, h) / sigma_sq`.",
        "The linear term is the old precision times the old mean, plus "
        "`h * y / sigma_sq`. The new covariance multiplies it.",
    ],
)

exercise(
    "9.4.11",
    title="Where to measure",
    stub="def places(n_hidden, count):\n    ...  # your code\n",
    solution=(
        "def places(n_hidden, count):\n"
        "    joints = np.append(np.arange(n_hidden) / n_hidden, 1)\n"
        "    return np.tile(joints, count // (n_hidden + 1))\n"
    ),
    reference=_even_share,
    accept=_narrow,
    cases=[case(5, 12), case(3, 8), case(7, 8), case(4, 20), case(1, 6)],
    planted=[
        mistake(
            lambda n_hidden, count: np.linspace(0, 1, count),
            "A fair spread. But the two ends are measured once each, and nobody "
            "else helps them. Which places determine a polyline?",
        ),
        mistake(
            lambda n_hidden, count: (np.arange(count) + 0.5) / count,
            "You leave out both ends, where the function is extended beyond the data. "
            "Where does your variance have its peak?",
        ),
        mistake(
            lambda n_hidden, count: np.random.default_rng(0).uniform(size=int(count)),
            "Chance leaves gaps. You may choose the places freely.",
        ),
        mistake(
            lambda n_hidden, count: np.repeat([0.0, 1.0], int(count) // 2),
            "Two places determine a straight line. How many parameters are there?",
        ),
        mistake(
            lambda n_hidden, count: np.tile(
                np.arange(n_hidden + 1) / (n_hidden + 1), count // (n_hidden + 1)
            ),
            "As many places as parameters, a good start. The last one is not at the "
            "end of the interval: what does the band do behind it?",
        ),
        mistake(
            lambda n_hidden, count: np.resize(
                np.arange(n_hidden) / n_hidden, int(count)
            ),
            "These are the joints. What determines the slope behind the last one?",
        ),
    ],
    hints=[
        "A network with `n_hidden` fixed joints is a polyline. At how many places do "
        "you need to know its height to know it everywhere?",
        "At the joints, and at the right end: `n_hidden + 1` places.",
        "Use each of them equally often: `np.tile` or `np.repeat`.",
    ],
)
