"""Exercises and questions of page 17.2, the reparameterization trick."""

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
from udl.exercises.seeded import dealt
from udl.generative import gradient_estimators as estimators
from udl.generative.gradient_estimators import f, moments, score
from udl.networks.activations import sigmoid


def _noise(seed, count=7):
    return np.random.default_rng(seed).normal(size=count)


_PAIRS = [
    (0.5, _noise(0)),
    (-0.7, _noise(1, 4)),
    (0.0, _noise(2, 5)),
    (1.1, np.array([0.3])),
    (-1.3, np.array([1.0, -1.0])),
    (0.3, np.zeros(3)),
    (1, _noise(5, 3)),
]
_BY_PHI = [case(phi, epsilon) for phi, epsilon in _PAIRS]
_BY_NOISE = [case(epsilon, phi) for phi, epsilon in _PAIRS]
_BY_X = [case(phi**3 + np.exp(phi) * epsilon, phi) for phi, epsilon in _PAIRS]


def _drawing(call):
    """Make a published form that draws its noise itself."""
    return published(
        call,
        takes=["phi", lambda epsilon: len(epsilon)],
        provides={"np": lambda epsilon: dealt(epsilon)},
    )


def _sample(phi, epsilon):
    mu, sigma = moments(phi)
    return mu + sigma * epsilon


def _df(x):
    return 2 * x + np.cos(x)


def _dx(epsilon, phi):
    return 3 * phi**2 + np.exp(phi) * epsilon


def _mean(terms):
    return lambda phi, epsilon: np.mean(terms(phi, epsilon))


def _z(x, phi):
    mu, sigma = moments(phi)
    return (x - mu) / sigma


def _by_score(score, values=f):
    return _mean(lambda phi, e: values(_sample(phi, e)) * score(_sample(phi, e), phi))


def _no_normalizer(x, phi):
    return score(x, phi) + 1


question(
    "17.2.1",
    title="The slope at zero",
    prompt="On paper: what is the derivative of the exact mean with respect to $\\phi$ "
    "at $\\phi = 0$?",
    answer=number(
        2,
        tolerance=0.001,
        feedback="Yes. The mean $\\mu = \\phi^3$ does not move there, and $\\sigma^2 = "
        "\\exp[2\\phi]$ grows at the rate 2.",
    ),
    near=[
        number(
            1,
            tolerance=0.001,
            feedback="This is the value of the mean at 0, or the derivative of "
            "$\\sigma$. The mean contains $\\sigma^2$.",
        ),
        number(
            0,
            tolerance=0.001,
            feedback="$\\mu$ does not move at 0, but $\\sigma$ does.",
        ),
        number(
            2 - np.exp(-0.5),
            tolerance=0.001,
            feedback="The derivative of the damping is multiplied by $\\sin[\\mu]$, "
            "and $\\mu = 0$.",
        ),
        number(
            2 + np.exp(-0.5),
            tolerance=0.001,
            feedback="$\\cos[\\mu]$ is multiplied by the derivative of $\\mu$, which "
            "is $3\\phi^2$.",
        ),
        number(
            np.exp(-0.5),
            tolerance=0.001,
            feedback="This is the damping itself. What does $\\sigma^2$ contribute?",
        ),
        number(
            4,
            tolerance=0.001,
            feedback="Differentiate $\\exp[2\\phi]$ again: the chain rule comes once.",
        ),
        number(
            5,
            tolerance=0.001,
            feedback="The derivative of $\\phi^3$ at 0 is 0, not 3.",
        ),
    ],
    otherwise="Put $\\mu = \\phi^3$ and $\\sigma = \\exp[\\phi]$ into the formula, "
    "and differentiate term by term. What are $\\mu$, $\\sigma$ and their derivatives "
    "at 0?",
)

exercise(
    "17.2.2",
    title="An expectation from noise",
    stub="def expectation(phi, epsilon):\n    ...  # your code\n",
    solution=(
        "def expectation(phi, epsilon):\n"
        "    x = phi**3 + np.exp(phi) * epsilon\n"
        "    return np.mean(x**2 + np.sin(x))\n"
    ),
    reference=_mean(lambda phi, epsilon: f(_sample(phi, epsilon))),
    cases=_BY_PHI,
    published=_drawing("compute_expectation(phi, n_samples)"),
    planted=[
        mistake(
            _mean(lambda phi, e: f(phi**3 + np.exp(phi) ** 2 * e)),
            "Norm lists the variance. The noise is scaled by what?",
        ),
        mistake(
            _mean(lambda phi, e: f(phi**3 + np.exp(phi / 2) * e)),
            "You take the root of exp(phi), as if it were the variance. It is squared "
            "in the distribution.",
        ),
        mistake(
            lambda phi, e: f(np.mean(_sample(phi, e))),
            "The function of the mean is not the mean of the function.",
        ),
        mistake(
            _mean(lambda phi, e: f(np.exp(phi) * e)),
            "Your samples are centered at zero: where is the mean phi cubed?",
        ),
        mistake(
            _mean(lambda phi, e: f(phi**3 + e)),
            "The noise is not scaled.",
        ),
        mistake(
            _mean(lambda phi, e: f(phi + np.exp(phi) * e)),
            "The mean of x is phi cubed, not phi.",
        ),
        mistake(
            _mean(lambda phi, e: _sample(phi, e)),
            "This is the mean of the samples. The function f is missing.",
        ),
        mistake(
            _mean(lambda phi, e: f(e)),
            "You put the noise itself into f.",
        ),
        mistake(
            lambda phi, e: (
                np.mean(_sample(phi, e)) ** 2 + np.mean(np.sin(_sample(phi, e)))
            ),
            "You square the mean. The mean of the squares is asked for.",
        ),
        mistake(
            _mean(lambda phi, e: f(3 * phi + np.exp(phi) * e)),
            "A number cubed is not three times the number: look at your mean.",
        ),
        mistake(
            _mean(lambda phi, e: f(phi**2 + np.exp(phi) * e)),
            "Look at the power of phi in the mean.",
        ),
        mistake(
            _mean(lambda phi, e: f(phi**3 + phi * e)),
            "The noise is scaled by phi itself in yours. What is the standard "
            "deviation?",
        ),
        mistake(
            _mean(lambda phi, e: f((phi**3 + e) * np.exp(phi))),
            "Scale the noise first, then shift it: in yours the mean is scaled as "
            "well.",
        ),
        mistake(
            _mean(lambda phi, e: _sample(phi, e) ** 2),
            "The square is there. The function f has a second term.",
        ),
        mistake(
            _mean(lambda phi, e: np.sin(_sample(phi, e))),
            "The sine is there. The function f has a second term.",
        ),
        mistake(
            _mean(lambda phi, e: _sample(phi, e) ** 2 + np.cos(_sample(phi, e))),
            "Look at f again: which of sine and cosine is in it?",
        ),
        mistake(
            _mean(lambda phi, e: _sample(phi, e) ** 2 * np.sin(_sample(phi, e))),
            "The two terms of f are added.",
        ),
        mistake(
            lambda phi, e: (
                np.mean(_sample(phi, e) ** 2) + np.sin(np.mean(_sample(phi, e)))
            ),
            "The square is averaged after it is taken. Do the same with the sine.",
        ),
        mistake(
            _mean(
                lambda phi, e: (
                    f(_sample(phi, e)) * np.exp(-(e**2) / 2) / np.sqrt(2 * np.pi)
                )
            ),
            "You weigh the draws by their density. How often each value occurs "
            "among them does that already.",
        ),
        mistake(
            _mean(lambda phi, e: f(phi**3 + np.exp(e))),
            "The exponential is of phi. The noise is multiplied by it.",
        ),
    ],
    hints=[
        "Make the samples of the noise first.",
        "`x = phi**3 + np.exp(phi) * epsilon`, and the mean of f of them.",
    ],
)

exercise(
    "17.2.3",
    title="The slope of f",
    stub="def df_dx(x):\n    ...  # your code\n",
    solution="def df_dx(x):\n    return 2 * x + np.cos(x)\n",
    reference=_df,
    cases=[
        case(_noise(3)),
        case(1.5),
        case(_noise(4, 6).reshape(3, 2)),
        case(np.arange(-2, 3)),
        case(0.0),
    ],
    published=published("compute_df_dx_star(x_star)"),
    planted=[
        mistake(f, "This is f itself."),
        mistake(lambda x: 2 * x - np.cos(x), "Is the derivative of the sine negative?"),
        mistake(lambda x: 2 * x + np.sin(x), "The sine has not been differentiated."),
        mistake(lambda x: x + np.cos(x), "The derivative of a square has a factor."),
        mistake(lambda x: 2 * x, "The sine has a slope, too."),
        mistake(lambda x: 2 + 0 * x, "You have differentiated twice, or left out x."),
        mistake(lambda x: x**2 + np.cos(x), "The square has not been differentiated."),
        mistake(lambda x: 2 * x * np.cos(x), "A sum is differentiated term by term."),
        mistake(
            lambda x: 2 + np.cos(x),
            "The square's derivative still depends on x.",
        ),
        mistake(
            lambda x: np.cos(x),
            "This is the slope of the sine. The square has one, too.",
        ),
        mistake(
            lambda x: 2 - np.sin(x),
            "This is the second derivative.",
        ),
        mistake(
            lambda x: x**3 / 3 - np.cos(x),
            "You have integrated.",
        ),
        mistake(
            lambda x: 2 * x + np.cos(2 * x),
            "The argument of the sine is x, and stays so.",
        ),
        mistake(
            lambda x: 2 * x * np.sin(x) + x**2 * np.cos(x),
            "This is the derivative of a product. In f the two terms are added.",
        ),
    ],
    hints=[
        "The derivative of a sum is the sum of the derivatives.",
        "`2 * x` for the square, and `np.cos(x)` for the sine.",
    ],
)

exercise(
    "17.2.4",
    title="The slope of a sample",
    stub="def dx_dphi(epsilon, phi):\n    ...  # your code\n",
    solution=(
        "def dx_dphi(epsilon, phi):\n    return 3 * phi**2 + np.exp(phi) * epsilon\n"
    ),
    reference=_dx,
    cases=[*_BY_NOISE, case(np.arange(3), 0.4)],
    published=published("compute_dx_star_dphi(epsilon_star, phi)"),
    planted=[
        mistake(
            lambda e, phi: np.exp(phi) * e,
            "x* depends on phi in two places.",
        ),
        mistake(
            lambda e, phi: 3 * phi**2 + 0 * e,
            "The noise is multiplied by something that depends on phi.",
        ),
        mistake(
            lambda e, phi: _sample(phi, e),
            "This is x* itself.",
        ),
        mistake(
            lambda e, phi: 3 * phi**2 + e,
            "The derivative of exp(phi) is not one.",
        ),
        mistake(
            lambda e, phi: 3 * phi**2 + np.exp(phi),
            "The noise is a factor, and it stays when you differentiate.",
        ),
        mistake(
            lambda e, phi: 3 * phi**2 + phi * np.exp(phi - 1) * e,
            "You differentiate exp(phi) like a power. It is its own derivative.",
        ),
        mistake(
            lambda e, phi: phi**2 + np.exp(phi) * e,
            "The derivative of phi cubed has a factor.",
        ),
        mistake(
            lambda e, phi: 3 * phi**2 + 2 * np.exp(2 * phi) * e,
            "You differentiate the variance. The noise is multiplied by the standard "
            "deviation.",
        ),
        mistake(
            lambda e, phi: 3 * phi + np.exp(phi) * e,
            "Look at the power that is left of phi cubed.",
        ),
        mistake(
            lambda e, phi: 2 * phi**2 + np.exp(phi) * e,
            "Which factor does a third power give when you differentiate it?",
        ),
        mistake(
            lambda e, phi: np.exp(phi) + 0 * e,
            "This is the derivative with respect to the noise.",
        ),
        mistake(
            lambda e, phi: 3 * phi**2 + phi * np.exp(phi) * e,
            "The derivative of exp(phi) has no factor phi.",
        ),
        mistake(
            lambda e, phi: 3 * phi**2 + np.exp(2 * phi) * e,
            "You have the variance before the noise. In x* the noise is multiplied "
            "by its root.",
        ),
    ],
    hints=[
        "x* is `phi**3 + np.exp(phi) * epsilon`, and epsilon is a given number.",
        "`3 * phi**2` from the mean, and `np.exp(phi) * epsilon`.",
    ],
)

exercise(
    "17.2.5",
    title="The reparameterized estimate",
    stub="def derivative(phi, epsilon):\n    ...  # your code\n",
    solution=(
        "def derivative(phi, epsilon):\n"
        "    x = phi**3 + np.exp(phi) * epsilon\n"
        "    return np.mean(df_dx(x) * dx_dphi(epsilon, phi))\n"
    ),
    reference=_mean(estimators.path_terms),
    uses={"df_dx": "17.2.3", "dx_dphi": "17.2.4"},
    cases=_BY_PHI,
    published=_drawing("compute_derivative_of_expectation(phi, n_samples)"),
    planted=[
        mistake(
            _mean(lambda phi, e: _df(_sample(phi, e)) * np.exp(phi) * e),
            "The sample depends on phi in its mean, too: yours is biased for every "
            "number of draws.",
        ),
        mistake(
            _mean(lambda phi, e: _df(_sample(phi, e)) * 3 * phi**2),
            "The sample depends on phi in its standard deviation, too.",
        ),
        mistake(
            lambda phi, e: np.mean(_df(_sample(phi, e))) * np.mean(_dx(e, phi)),
            "The mean of a product is not the product of the means: multiply for each "
            "draw.",
        ),
        mistake(
            _mean(lambda phi, e: _df(e) * _dx(e, phi)),
            "Where is the slope of f taken? At the sample, not at the noise.",
        ),
        mistake(
            _mean(lambda phi, e: f(_sample(phi, e)) * _dx(e, phi)),
            "The first factor is the slope of f, not f.",
        ),
        mistake(
            _mean(lambda phi, e: _df(_sample(phi, e))),
            "This is the mean slope of f. How fast does each sample move?",
        ),
        mistake(
            _mean(lambda phi, e: _dx(e, phi)),
            "This is how fast the samples move. What does f make of it?",
        ),
        mistake(
            _mean(lambda phi, e: _df(_dx(e, phi)) * _dx(e, phi)),
            "The slope of f is taken at the sample, not at its derivative.",
        ),
        mistake(
            _mean(lambda phi, e: _df(_sample(phi, e)) + _dx(e, phi)),
            "The chain rule does not add its two factors.",
        ),
        mistake(
            _mean(lambda phi, e: _df(_sample(phi, e)) * _dx(phi, e)),
            "Look at the order in which `dx_dphi` takes its arguments.",
        ),
        mistake(
            _mean(lambda phi, e: _df(phi) * _dx(e, phi)),
            "Where is the slope of f taken? At the sample, not at phi.",
        ),
        mistake(
            _mean(lambda phi, e: _df(_dx(e, phi))),
            "You put one derivative into the other. The chain rule evaluates each "
            "of them, and then?",
        ),
        mistake(
            lambda phi, e: _df(np.mean(_sample(phi, e))) * np.mean(_dx(e, phi)),
            "You take the slope at the mean sample. Each draw has a slope of its own.",
        ),
        mistake(
            _mean(lambda phi, e: _df(phi**3 + np.exp(2 * phi) * e) * _dx(e, phi)),
            "Your samples are too wide: the noise is multiplied by the standard "
            "deviation.",
        ),
        mistake(
            _mean(lambda phi, e: _df(_sample(phi, e)) * _dx(_sample(phi, e), phi)),
            "`dx_dphi` takes the noise. You gave it the sample.",
        ),
        mistake(
            _mean(lambda phi, e: _df(_sample(phi, e)) / _dx(e, phi)),
            "In the chain rule, nothing is divided.",
        ),
        mistake(
            lambda phi, e: (
                np.mean(f(_sample(phi + 0.01, e)) - f(_sample(phi, e))) / 0.01
            ),
            "This is a difference. You have both derivatives; no step is needed.",
        ),
    ],
    hints=[
        "The chain rule, for each draw: slope of f at the sample, times slope of the "
        "sample.",
        "`np.mean(df_dx(x) * dx_dphi(epsilon, phi))` with `x` made of the noise.",
    ],
)

exercise(
    "17.2.6",
    title="The score",
    stub="def score(x, phi):\n    ...  # your code\n",
    solution=(
        "def score(x, phi):\n"
        "    sigma = np.exp(phi)\n"
        "    z = (x - phi**3) / sigma\n"
        "    return 3 * phi**2 / sigma * z + z**2 - 1\n"
    ),
    reference=score,
    cases=[*_BY_X, case(np.arange(-1, 3), 0.4)],
    published=published("d_log_pr_x_given_phi(x, phi)"),
    planted=[
        mistake(
            _no_normalizer,
            "Average your score over many samples: what must come out?",
        ),
        mistake(
            lambda x, phi: 3 * phi**2 / np.exp(phi) * _z(x, phi),
            "Only the mean moves in yours. The standard deviation depends on phi as "
            "well.",
        ),
        mistake(
            lambda x, phi: _z(x, phi) ** 2 - 1,
            "Only the standard deviation moves in yours. The mean depends on phi as "
            "well.",
        ),
        mistake(
            lambda x, phi: -3 * phi**2 / np.exp(phi) * _z(x, phi) + _z(x, phi) ** 2 - 1,
            "The sign of the mean's part: a minus from the exponent and one from "
            "x - mu.",
        ),
        mistake(
            lambda x, phi: 3 * phi**2 / np.exp(phi) * _z(x, phi) - _z(x, phi) ** 2 - 1,
            "If sigma grows, the exponent comes closer to zero: which sign has its "
            "derivative?",
        ),
        mistake(
            lambda x, phi: 3 * phi**2 * _z(x, phi) + _z(x, phi) ** 2 - 1,
            "The derivative of z with respect to the mean is -1/sigma: a factor is "
            "missing.",
        ),
        mistake(
            lambda x, phi: (
                3 * phi**2 / np.exp(phi) * _z(x, phi) + _z(x, phi) ** 2 - np.exp(-phi)
            ),
            "The derivative of log(sigma) with respect to phi: sigma is exp(phi).",
        ),
        mistake(
            lambda x, phi: -phi - _z(x, phi) ** 2 / 2 - np.log(2 * np.pi) / 2,
            "This is the log-density. Differentiate it.",
        ),
        mistake(
            lambda x, phi: (
                score(x, phi)
                * np.exp(-phi - _z(x, phi) ** 2 / 2 - np.log(2 * np.pi) / 2)
            ),
            "You differentiate the density itself, not its logarithm.",
        ),
        mistake(
            lambda x, phi: (
                3 * phi**2 / np.exp(phi) * _z(x, phi) + _z(x, phi) ** 2 / 2 - 1
            ),
            "The one half before the square goes away when you differentiate: why?",
        ),
        mistake(
            lambda x, phi: 3 * phi**2 / np.exp(phi) * _z(x, phi) - 1,
            "The part of the standard deviation is not complete: the exponent "
            "contains sigma, too.",
        ),
        mistake(
            lambda x, phi: (
                3 * phi**2 / np.exp(phi) / np.exp(phi) * _z(x, phi)
                + _z(x, phi) ** 2
                - 1
            ),
            "You divide by sigma twice: z is divided already.",
        ),
        mistake(
            lambda x, phi: 3 * phi**2 / np.exp(phi) * x + x**2 - 1,
            "You use x for z. First take the mean off, and divide by the standard "
            "deviation.",
        ),
        mistake(
            lambda x, phi: (
                3 * phi**2 / np.exp(phi) * (x - phi**3) + (x - phi**3) ** 2 - 1
            ),
            "Your z is not divided by the standard deviation.",
        ),
        mistake(
            lambda x, phi: (lambda z: 3 * phi**2 / np.exp(phi) * z + z**2 - 1)(
                (x - phi**3) / np.exp(2 * phi)
            ),
            "Your z is divided by the variance.",
        ),
        mistake(
            lambda x, phi: 3 * phi**2 / np.exp(phi) * _z(x, phi) + _z(x, phi) ** 2 + 1,
            "The density is divided by its normalizer: with which sign does the "
            "logarithm of that come?",
        ),
        mistake(
            lambda x, phi: (
                3 * phi**2 / np.exp(phi) * _z(x, phi) + _z(x, phi) ** 2 - np.exp(phi)
            ),
            "The logarithm of sigma is phi itself. What is its derivative?",
        ),
        mistake(
            lambda x, phi: 3 * phi / np.exp(phi) * _z(x, phi) + _z(x, phi) ** 2 - 1,
            "Differentiate phi cubed again.",
        ),
        mistake(
            lambda x, phi: phi**3 / np.exp(phi) * _z(x, phi) + _z(x, phi) ** 2 - 1,
            "Where the derivative of the mean belongs, you have the mean.",
        ),
        mistake(
            lambda x, phi: (
                3 * phi**2 / np.exp(phi) * _z(x, phi) + 2 * _z(x, phi) ** 2 - 1
            ),
            "The exponent has a one half, which you lost.",
        ),
        mistake(
            lambda x, phi: -_z(x, phi) / np.exp(phi),
            "You differentiate with respect to x. Here x stays where it is.",
        ),
        mistake(
            lambda x, phi: -phi - _z(x, phi) ** 2 / 2,
            "This is a logarithm of the density, but for a constant. Differentiate it.",
        ),
    ],
    hints=[
        "Write down the log-density with mu and sigma. Both depend on phi.",
        "With `z = (x - mu) / sigma`: a term with `z`, one with `z**2`, and the "
        "derivative of `-log(sigma)`.",
    ],
)

question(
    "17.2.7",
    title="The mean of the score",
    prompt="You draw a million samples $x$ from the distribution and average the score "
    "over them. What will come out, about?",
    choices=[
        choice(
            "It depends on $\\phi$: the score is the slope of the log-probability, "
            "which is steep or flat.",
            "It is positive for some samples and negative for others. All "
            "probabilities together sum to one before and after the turn.",
        ),
        choice(
            "Zero, for every $\\phi$.",
            "Yes. What becomes more probable is balanced by what becomes less so.",
            right=True,
        ),
        choice(
            "One, as probabilities sum to one.",
            "They do, before and after. What is the derivative of one?",
        ),
        choice(
            "The derivative that we want.",
            "The function $\\mathrm{f}$ has not been used. Could it be?",
        ),
    ],
)

exercise(
    "17.2.8",
    title="The score-function estimate",
    stub="def derivative_by_score(phi, epsilon):\n    ...  # your code\n",
    solution=(
        "def derivative_by_score(phi, epsilon):\n"
        "    x = phi**3 + np.exp(phi) * epsilon\n"
        "    return np.mean((x**2 + np.sin(x)) * score(x, phi))\n"
    ),
    reference=_mean(estimators.score_terms),
    uses={"score": "17.2.6"},
    cases=_BY_PHI,
    published=_drawing(
        "compute_derivative_of_expectation_score_function(phi, n_samples)"
    ),
    planted=[
        mistake(
            _mean(
                lambda phi, e: (
                    estimators.score_terms(phi, e) + estimators.path_terms(phi, e)
                )
            ),
            "In this estimator f is only evaluated. Yours is the sum of both "
            "estimators, and twice as large on average.",
        ),
        mistake(
            _by_score(score, _df),
            "You take the slope of f. This estimator asks for its values.",
        ),
        mistake(
            _by_score(_no_normalizer),
            "Your score does not average to zero: the normalizer depends on phi.",
        ),
        mistake(
            lambda phi, e: (
                np.mean(f(_sample(phi, e))) * np.mean(score(_sample(phi, e), phi))
            ),
            "Multiply for each draw, then take the mean. The score alone averages to "
            "zero.",
        ),
        mistake(
            _mean(lambda phi, e: f(_sample(phi, e)) * score(e, phi)),
            "The score is taken at the sample, not at the noise.",
        ),
        mistake(
            _mean(lambda phi, e: f(e) * score(_sample(phi, e), phi)),
            "The function is evaluated at the sample, not at the noise.",
        ),
        mistake(
            _mean(lambda phi, e: score(_sample(phi, e), phi)),
            "This is the mean score. Where is f?",
        ),
        mistake(
            _mean(
                lambda phi, e: (
                    f(_sample(phi, e))
                    * np.exp(-phi - e**2 / 2)
                    / np.sqrt(2 * np.pi)
                    * score(_sample(phi, e), phi)
                )
            ),
            "You multiply by the density as well. The draws take care of it.",
        ),
        mistake(
            _mean(estimators.path_terms),
            "This is the reparameterized estimate.",
        ),
        mistake(
            _mean(lambda phi, e: f(e) * score(e, phi)),
            "Where are the samples? You put the noise into f and into the score.",
        ),
        mistake(
            _mean(lambda phi, e: _sample(phi, e) * score(_sample(phi, e), phi)),
            "You multiply by the sample. Which function is averaged?",
        ),
        mistake(
            _mean(lambda phi, e: f(_sample(phi, e)) * score(phi, _sample(phi, e))),
            "Look at the order in which `score` takes its arguments.",
        ),
        mistake(
            _mean(lambda phi, e: f(_sample(phi, e)) + score(_sample(phi, e), phi)),
            "Value and score are added in yours. Look at the formula.",
        ),
        mistake(
            lambda phi, e: (
                lambda y: np.mean((y - y.mean()) * score(_sample(phi, e), phi))
            )(f(_sample(phi, e))),
            "You subtract the mean of f. That may be a good idea, and comes later: "
            "here the plain estimate is asked.",
        ),
    ],
    hints=[
        "For each sample: the value of f, times the score.",
        "`np.mean(f(x) * score(x, phi))`, with f written out.",
    ],
)


def _narrow(answer, phi):
    """Tell whether a baseline brings the standard deviation below 9."""
    b = np.asarray(answer, dtype=float)
    if b.size != 1 or not np.all(np.isfinite(b)):
        return "One finite number is expected."

    def terms(phi, epsilon):
        return estimators.score_terms(phi, epsilon, float(b.item()))

    deviation = estimators.spread(terms, phi)[1]
    return deviation < 9 or (
        f"With this baseline the standard deviation is {deviation:.2f}."
    )


exercise(
    "17.2.9",
    title="A baseline",
    stub="def baseline(phi):\n    return 0.0\n",
    solution=(
        "def baseline(phi):\n"
        "    epsilon = np.random.default_rng(1).normal(size=100_000)\n"
        "    x = phi**3 + np.exp(phi) * epsilon\n"
        "    squares = score(x, phi) ** 2\n"
        "    return np.mean((x**2 + np.sin(x)) * squares) / np.mean(squares)\n"
    ),
    reference=estimators.best_baseline,
    accept=_narrow,
    uses={"score": "17.2.6"},
    equivalent={
        "epsilon = np.random.default_rng(2).normal(size=100000)": "other draws",
        "epsilon = np.random.default_rng(0).normal(size=100000)": "other draws",
        "epsilon = np.random.default_rng(1).normal(size=100001)": "one draw more",
        "epsilon = np.random.default_rng(1).normal(size=99999)": "one draw fewer",
        "x = phi ** 3 - np.exp(phi) * epsilon": "a number near by",
        "x = phi + np.exp(phi) * epsilon": "a number near by",
        "x = phi ** 4 + np.exp(phi) * epsilon": "a number near by",
        "x = phi ** 2 + np.exp(phi) * epsilon": "a number near by",
        (
            "return np.mean((x ** 2 - np.sin(x)) * squares) / np.mean(squares)"
        ): "a number near by",
    },
    cases=[case(0.3)],
    planted=[
        mistake(
            lambda phi: float(estimators.expectation(phi)),
            "The mean of f is a good start. The best is farther: where the score is "
            "large, f is larger than on average.",
        ),
        mistake(
            lambda phi: -estimators.best_baseline(phi),
            "The baseline is subtracted: what is the sign of f?",
        ),
        mistake(
            lambda phi: 2 * estimators.best_baseline(phi),
            "Too far. The variance is a parabola in b.",
        ),
        mistake(
            lambda phi: float(estimators.derivative(phi)),
            "This is the derivative that we want. The baseline is compared with values "
            "of f.",
        ),
        mistake(
            lambda phi: 1.0,
            "A small step in the right direction.",
        ),
    ],
    hints=[
        "Try 5, 10 and 15.",
        "Estimate E[f s^2] / E[s^2] from draws, or try numbers about 9.",
    ],
)

exercise(
    "17.2.10",
    title="A hopeless difference",
    stub=(
        "def by_difference(phi, epsilon):\n"
        "    N = len(epsilon) // 2\n"
        "    high = expectation(phi + 0.001, epsilon[:N])\n"
        "    low = expectation(phi - 0.001, epsilon[N:])\n"
        "    return (high - low) / 0.002\n"
    ),
    solution=(
        "def by_difference(phi, epsilon):\n"
        "    high = expectation(phi + 0.001, epsilon)\n"
        "    low = expectation(phi - 0.001, epsilon)\n"
        "    return (high - low) / 0.002\n"
    ),
    uses={"expectation": "17.2.2"},
    reference=lambda phi, epsilon: (
        np.mean(f(_sample(phi + 0.001, epsilon)) - f(_sample(phi - 0.001, epsilon)))
        / 0.002
    ),
    cases=[
        case(0.5, _noise(10, 8)),
        case(-0.7, _noise(11, 6)),
        case(0.0, _noise(12, 10)),
        case(1.1, np.array([0.3, -0.2])),
        case(-1.3, _noise(13, 8)),
        case(1, _noise(14, 4)),
    ],
    planted=[
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 0.001, e[: len(e) // 2])))
                    - np.mean(f(_sample(phi - 0.001, e[: len(e) // 2])))
                )
                / 0.002
            ),
            "The same noise on both sides: yes. Now use all of it.",
        ),
        mistake(
            lambda phi, e: (
                (np.mean(f(_sample(phi + 0.001, e))) - np.mean(f(_sample(phi, e))))
                / 0.002
            ),
            "One of your sides is phi itself: by how much do you turn?",
        ),
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 0.001, e)))
                    - np.mean(f(_sample(phi - 0.001, e)))
                )
                / 0.001
            ),
            "From one side to the other it is twice the step.",
        ),
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 0.001, e)))
                    - np.mean(f(_sample(phi - 0.001, -e)))
                )
                / 0.002
            ),
            "Mirrored noise is still other noise.",
        ),
        mistake(
            lambda phi, e: (
                (np.mean(f(_sample(phi + 0.1, e))) - np.mean(f(_sample(phi - 0.1, e))))
                / 0.2
            ),
            "A large step makes the noise harmless, and the derivative wrong.",
        ),
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 0.001, e[len(e) // 2 :])))
                    - np.mean(f(_sample(phi - 0.001, e[len(e) // 2 :])))
                )
                / 0.002
            ),
            "The same noise on both sides, and the first half of it thrown away.",
        ),
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 0.1, e[: len(e) // 2])))
                    - np.mean(f(_sample(phi - 0.1, e[len(e) // 2 :])))
                )
                / 0.2
            ),
            "A larger step does not cure it: there is still different noise on the "
            "two sides.",
        ),
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 0.001, e[::2])))
                    - np.mean(f(_sample(phi - 0.001, e[1::2])))
                )
                / 0.002
            ),
            "You deal the noise out in another way. Each side still gets draws of "
            "its own.",
        ),
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 0.001, np.sort(e[: len(e) // 2]))))
                    - np.mean(f(_sample(phi - 0.001, np.sort(e[len(e) // 2 :]))))
                )
                / 0.002
            ),
            "Sorting brings the two halves closer. Different noise it remains.",
        ),
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 0.001, e)))
                    - np.mean(f(_sample(phi - 0.001, e[len(e) // 2 :])))
                )
                / 0.002
            ),
            "One side has all of the noise, and the other a half.",
        ),
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 0.0001, e)))
                    - np.mean(f(_sample(phi - 0.0001, e)))
                )
                / 0.0002
            ),
            "The noise is as it should be. Leave the step as it was: your values "
            "are compared with those for 0.001.",
        ),
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 1e-12, e)))
                    - np.mean(f(_sample(phi - 1e-12, e)))
                )
                / 2e-12
            ),
            "The noise is as it should be. With a step this small, rounding takes "
            "over: leave it as it was.",
        ),
        mistake(
            lambda phi, e: (
                (np.mean(f(_sample(phi + 0.001, e))) - np.mean(f(_sample(phi, e))))
                / 0.001
            ),
            "The noise is as it should be. Turn the knob to both sides.",
        ),
        mistake(
            lambda phi, e: (
                (
                    np.mean(f(_sample(phi + 0.001, e)))
                    - np.mean(f(_sample(phi - 0.001, e)))
                )
                / 1
            ),
            "This is the difference. By how much did the knob turn in between?",
        ),
    ],
    hints=[
        "Which numbers differ between the two sides, besides the knob?",
        "Freeze the noise: give all of `epsilon` to both.",
    ],
)

_COINS = np.array([1, 0, 1, 1, 0])

exercise(
    "17.2.11",
    title="Coins",
    stub="def coin_estimate(phi, x, f_0, f_1):\n    ...  # your code\n",
    solution=(
        "def coin_estimate(phi, x, f_0, f_1):\n"
        "    score = x - 1 / (1 + np.exp(-phi))\n"
        "    return np.mean(np.where(x == 1, f_1, f_0) * score)\n"
    ),
    reference=lambda phi, x, f_0, f_1: np.mean(
        np.where(x == 1, f_1, f_0) * (x - sigmoid(phi))
    ),
    cases=[
        case(0.4, _COINS, 2.0, 5.0),
        case(-1.2, np.array([0, 0, 1]), -1.0, 3.0),
        case(0.0, np.array([1, 0]), 0.0, 1.0),
        case(2.0, np.array([1]), 4.0, -2.0),
        case(0.7, np.array([0]), 3.0, 1.0),
        case(-0.3, np.array([0, 1, 1, 0, 1, 0, 0]), 1.5, 1.5),
        case(1, _COINS, 2.0, 5.0),
    ],
    planted=[
        mistake(
            lambda phi, x, f_0, f_1: (f_1 - f_0) * sigmoid(phi) * (1 - sigmoid(phi)),
            "This is exact. Asked for is the estimate from these throws.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(np.where(x == 1, f_1, f_0) * sigmoid(phi)),
            "The score of a zero is negative: it becomes less probable as phi grows.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(
                np.where(x == 1, f_1, f_0)
                * np.where(x == 1, sigmoid(phi), -sigmoid(phi))
            ),
            "The derivative of log(1 - sig) is -sig. And that of log(sig)?",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(
                np.where(x == 1, f_1, f_0)
                * (2 * x - 1)
                * sigmoid(phi)
                * (1 - sigmoid(phi))
            ),
            "You differentiate the probabilities. The score is the derivative of their "
            "logarithm.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(np.where(x == 1, f_1, f_0) * (x - phi)),
            "phi is not the probability: it goes through a sigmoid.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(np.where(x == 1, f_1, f_0)),
            "This estimates the mean of f, not its derivative.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(x - sigmoid(phi)),
            "This is the mean score. Each throw also has its value of f.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(
                np.where(x == 1, f_1, f_0)
                * np.where(x == 1, 1 / sigmoid(phi), -1 / (1 - sigmoid(phi)))
            ),
            "You differentiate with respect to the probability. It depends on phi "
            "in turn.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(
                np.where(x == 1, f_1 * sigmoid(phi), -f_0 * (1 - sigmoid(phi)))
            ),
            "You gave the score of each side to the other. Which is larger if a "
            "coin rarely shows 1: the score of 1, or that of 0?",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(
                np.where(x == 1, f_1 * (1 - sigmoid(phi)), f_0 * sigmoid(phi))
            ),
            "If phi grows, which of the two probabilities falls?",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(x * (x - sigmoid(phi))),
            "You multiply by the throw. What is f of it?",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean((f_0 + f_1 * x) * (x - sigmoid(phi))),
            "What does your formula give for f at x = 1?",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(f_1 * x * (x - sigmoid(phi))),
            "A throw of 0 has a value, too.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: (f_1 - f_0) * np.mean(x) * (1 - np.mean(x)),
            "This comes out if the frequency of ones takes the place of their "
            "probability, or if the mean of f is subtracted. Neither is asked here.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: (
                np.mean(np.where(x == 1, f_1, f_0)) * np.mean(x - sigmoid(phi))
            ),
            "Multiply for each throw, then take the mean.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: (
                np.mean(np.where(x == 1, f_1, f_0)) * sigmoid(phi) * (1 - sigmoid(phi))
            ),
            "The factor of each throw depends on what it shows.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean(
                np.where(x == 1, f_1, f_0)
                * np.log(np.where(x == 1, sigmoid(phi), 1 - sigmoid(phi)))
            ),
            "You have the logarithm of the probability. Its derivative is asked.",
        ),
        mistake(
            lambda phi, x, f_0, f_1: np.mean((f_1 - f_0) * (x - sigmoid(phi))),
            "Each throw counts with its own value, not with the difference of the two.",
        ),
    ],
    hints=[
        "The probability of a throw is sig for a one and 1 - sig for a zero. "
        "Differentiate both logarithms.",
        "Both are `x - sig`. Multiply by `f_1` or `f_0`, and take the mean.",
    ],
)
