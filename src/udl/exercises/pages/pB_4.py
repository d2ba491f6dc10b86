"""Exercises and questions of page B.4, Bayesian machine learning: function view."""

import functools

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.losses.distributions import joint_normal_log_pdf
from udl.theory import gaussian_process


def _line(a, b, sigma_p_sq):
    return sigma_p_sq * (1 + np.multiply.outer(np.asarray(a), np.asarray(b)))


def _matrices(examples, inputs, seed):
    """Make kernel matrices of random features, with more features than heights."""
    rng = np.random.default_rng(seed)
    h = rng.normal(size=(examples + inputs + 1, examples + inputs))
    joint = h.T @ h / len(h)
    K, across = joint[:examples, :examples], joint[:examples, examples:]
    return K, across, joint[examples:, examples:], rng.normal(size=examples)


def _condition_case(examples, inputs, sigma_sq, seed):
    return case(*_matrices(examples, inputs, seed), sigma_sq)


def _with_gain(change):
    """Condition with another matrix A."""

    def wrong(K, across, new, y, sigma_sq):
        gain = change(K, across, sigma_sq).T
        return gain @ y, new - gain @ across

    return wrong


def _solve(matrix, across):
    return np.linalg.pinv(matrix) @ across


def _noisy(K, sigma_sq):
    return K + sigma_sq * np.eye(len(K))


def _conditioned(K, across, new, y, sigma_sq):
    return gaussian_process.condition(K, across, new, y, sigma_sq)


def _all_powers(a, b, r, sigma_p_sq):
    return sigma_p_sq / (1 - r * np.multiply.outer(np.asarray(a), np.asarray(b)))


def _series(a, b, r, sigma_p_sq, count):
    product = r * np.multiply.outer(np.asarray(a), np.asarray(b))
    return sigma_p_sq * sum(product**k for k in range(count))


def _apart(a, b):
    return np.subtract.outer(np.asarray(a, dtype=float), np.asarray(b, dtype=float))


def _is_covariance(K):
    K = np.asarray(K, dtype=float)
    if not np.allclose(K, K.T):
        return False
    return bool(np.linalg.eigvalsh(K).min() >= -1e-9 * np.abs(K).max())


def _predict(K, across, prior, y, sigma_sq):
    gain = np.linalg.solve(_noisy(K, sigma_sq), across).T
    return gain @ y, prior - np.sum(gain * across.T, axis=1) + sigma_sq


def _predict_case(examples, inputs, sigma_sq, seed):
    K, across, new, y = _matrices(examples, inputs, seed)
    return case(K, across, np.diag(new).copy(), y, sigma_sq)


def _wiggles(count, seed, length, scale):
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1.5, 1.5, size=count)
    K = gaussian_process.squared_exponential(x, x, length, scale**2)
    y = gaussian_process.draw_functions(np.zeros(count), K, rng.normal(size=(count, 1)))
    return x, y[0] + 0.1 * rng.normal(size=count), 0.01


def _of_the_page():
    random = np.random.RandomState(7)
    x = random.uniform(-1.4, 1.4, 15)
    y = 0.5 * np.cos(4.5 * x) * np.exp(-x - 1) + 0.1 * random.normal(size=15)
    return x, y, 0.01


def _height(x, y, sigma_sq, length, sigma_p_sq):
    K = gaussian_process.squared_exponential(x, x, length, sigma_p_sq)
    return joint_normal_log_pdf(y, _noisy(K, sigma_sq))


@functools.cache
def _highest(x, y, sigma_sq):
    """Find the highest log evidence, on a grid and then on a finer one around it."""
    x, y = np.array(x), np.array(y)
    center, reach = np.array([-1.0, -1.0]), np.array([3.0, 5.0])
    for _ in range(4):
        steps = np.linspace(-1, 1, 13)
        tried = [center + reach * [a, b] for a in steps for b in steps]
        heights = [_height(x, y, sigma_sq, *np.exp(at)) for at in tried]
        center, reach = tried[int(np.argmax(heights))], reach / 4
    return max(heights), np.exp(center)


def _best_pair(x, y, sigma_sq):
    return tuple(_highest(tuple(x), tuple(y), sigma_sq)[1])


def _near_the_peak(found, x, y, sigma_sq):
    if np.shape(found) != (2,):
        return "Return two numbers: the length and the prior variance."
    length, sigma_p_sq = (float(value) for value in found)
    if not (length > 0 and sigma_p_sq > 0):
        return "A length and a variance are positive."
    best, _ = _highest(tuple(x), tuple(y), sigma_sq)
    reached = _height(x, y, sigma_sq, length, sigma_p_sq)
    if reached > best - 0.2:
        return True
    if _height(x, y, sigma_sq, sigma_p_sq, length) > best - 0.02:
        return "Exchanged, your two numbers would do: which one is the length?"
    if _height(x, y, sigma_sq, length, sigma_p_sq**2) > best - 0.02:
        return "Your length will do. Is the other number a standard deviation?"
    return (
        f"With {len(x)} examples your length is {length:.3g} and your variance "
        f"{sigma_p_sq:.3g}. The log evidence is {reached:.1f}; {best:.1f} can be "
        "reached."
    )


question(
    "B.4.1",
    title="Two heights of a line",
    prompt="Offset and slope of a line are independent, and both have the variance "
    "0.4. How do its heights at $x = -1$ and at $x = 1$ go together?",
    choices=[
        choice(
            "If one is high, the other is low: the slope takes one up and the other "
            "down.",
            "The slope does. What does the offset do to the two?",
        ),
        choice(
            "If one is high, so is the other: the offset lifts both.",
            "The offset does. What does the slope do to the two?",
        ),
        choice(
            "They are not correlated at all.",
            "Yes. The offset lifts both, the slope lifts one and lowers the other, and "
            "here the two effects cancel: $0.4\\,(1 - 1) = 0$.",
            right=True,
        ),
        choice(
            "That depends on the line that is drawn.",
            "Each line has its two heights. A correlation is about all lines that the "
            "prior may draw.",
        ),
    ],
)

exercise(
    "B.4.2",
    title="The kernel of lines",
    stub="def line_kernel(a, b, sigma_p_sq):\n    ...  # your code\n",
    solution=(
        "def line_kernel(a, b, sigma_p_sq):\n"
        "    return sigma_p_sq * (1 + np.outer(a, b))\n"
    ),
    reference=_line,
    cases=[
        case(np.array([0.5, -2.0, 3.0]), np.array([1.0, 4.0]), 0.7),
        case(np.array([0.1, 0.2]), np.array([-1.0, 0.0, 0.4]), 2.5),
        case(np.array([1, -2]), np.array([3, 0, 5]), 2.25),
        case(np.array([0.3]), np.array([-0.8]), 0.4),
    ],
    planted=[
        mistake(
            lambda a, b, s: s * np.multiply.outer(a, b),
            "These are the covariances of lines through the origin. What does the "
            "offset add?",
        ),
        mistake(
            lambda a, b, s: 1 + s * np.multiply.outer(a, b),
            "The slope has the prior variance, and the offset has 1. Both should have "
            "the same.",
        ),
        mistake(
            lambda a, b, s: s + np.multiply.outer(a, b),
            "The offset has the prior variance, and the slope has 1. Both should have "
            "the same.",
        ),
        mistake(
            lambda a, b, s: s**2 * (1 + np.multiply.outer(a, b)),
            "`sigma_p_sq` is a square already.",
        ),
        mistake(
            lambda a, b, s: s * (1 + np.add.outer(a, b)),
            "You add the inputs. The slope multiplies each of them: what is the mean "
            "of the product of two heights?",
        ),
        mistake(
            lambda a, b, s: s * (1 + np.dot(a[: len(b)], b[: len(a)])),
            "A single number came out: you have added up over the inputs. Each pair "
            "of inputs has its own covariance.",
        ),
        mistake(
            lambda a, b, s: s * (1 + np.multiply.outer(np.abs(a), np.abs(b))),
            "Inputs on different sides of zero should go together less, not more.",
        ),
        mistake(
            lambda a, b, s: s * (1 + _apart(a, b) ** 2),
            "You use the distance of the inputs. For lines it is their product that "
            "the slope brings.",
        ),
    ],
    hints=[
        "An entry is `sigma_p_sq * (1 + a[i] * b[j])`.",
        "`np.outer(a, b)` has all the products.",
    ],
)

exercise(
    "B.4.3",
    title="What examples leave of a prior",
    stub="def condition(K, K_across, K_new, y, sigma_sq):\n    ...  # your code\n",
    solution=(
        "def condition(K, K_across, K_new, y, sigma_sq):\n"
        "    noisy = K + sigma_sq * np.eye(len(y))\n"
        "    gain = np.linalg.solve(noisy, K_across).T\n"
        "    return gain @ y, K_new - gain @ K_across\n"
    ),
    equivalent={
        "the result has the first argument's type": "two arrays are no single one",
    },
    reference=_conditioned,
    rtol=1e-6,
    atol=1e-9,
    parts=["mean", "covariance"],
    cases=[
        _condition_case(3, 2, 0.5, 0),
        _condition_case(2, 4, 0.05, 1),
        _condition_case(5, 3, 2.0, 2),
        case(
            np.array([[2, 1], [1, 3]]),
            np.array([[1, 0, 2], [1, 1, 0]]),
            np.array([[2, 1, 1], [1, 4, 0], [1, 0, 5]]),
            np.array([3, -1]),
            1,
        ),
        case(
            np.array([[4.0]]),
            np.array([[3.0]]),
            np.array([[5.0]]),
            np.array([2.0]),
            1.5,
        ),
    ],
    planted=[
        mistake(
            _with_gain(lambda K, across, s: _solve(K, across)),
            "Your examples have no noise: every curve has to go through each of them.",
        ),
        mistake(
            _with_gain(lambda K, across, s: _solve(K + s, across)),
            "You add the noise to every entry. It belongs on the diagonal: the "
            "noise of two examples is independent.",
        ),
        mistake(
            _with_gain(lambda K, across, s: _solve(_noisy(K, s**2), across)),
            "The noise is given as a variance, and you square it again.",
        ),
        mistake(
            _with_gain(lambda K, across, s: _solve(_noisy(K, np.sqrt(s)), across)),
            "Covariances are added to a *variance* of the noise, and you take its "
            "root.",
        ),
        mistake(
            lambda K, across, new, y, s: (
                _conditioned(K, across, new, y, s)[0],
                new + across.T @ _solve(_noisy(K, s), across),
            ),
            "Do examples make you less sure? The sign of the second term says so.",
        ),
        mistake(
            lambda K, across, new, y, s: (
                _conditioned(K, across, new, y, s)[0],
                _conditioned(K, across, new, y, s)[1] + s * np.eye(len(new)),
            ),
            "This covariance is that of new *targets*. The heights themselves are "
            "asked, without noise.",
        ),
        mistake(
            lambda K, across, new, y, s: (_conditioned(K, across, new, y, s)[0], new),
            "Your covariance is that of the prior. What have the examples explained?",
        ),
        mistake(
            lambda K, across, new, y, s: (
                _conditioned(K, across, new, y, s)[0],
                across.T @ _solve(_noisy(K, s), across),
            ),
            "This is the part of the covariance that the examples explain. What is "
            "left of the prior?",
        ),
        mistake(
            _with_gain(lambda K, across, s: _noisy(K, s) @ across),
            "You multiply by the covariance of the targets where you should divide by "
            "it.",
        ),
        mistake(
            _with_gain(lambda K, across, s: across / np.diag(_noisy(K, s))[:, None]),
            "You divide each row by the variance of its target. The targets are "
            "correlated: the whole matrix has to be inverted.",
        ),
        mistake(
            lambda K, across, new, y, s: (
                _conditioned(K, across, new, y, s)[0],
                np.diag(_conditioned(K, across, new, y, s)[1]),
            ),
            "You return the variances. The heights at the new inputs go together: the "
            "whole matrix is asked.",
        ),
        mistake(
            lambda K, A, N, y, s: (
                _conditioned(K, A, N, y, s)[0],
                -_conditioned(K, A, N, y, s)[1],
            ),
            "Your variances are negative: what is subtracted from what?",
        ),
        mistake(
            lambda K, A, N, y, s: (
                _conditioned(K, A, N, y, s)[0],
                np.sqrt(np.diag(_conditioned(K, A, N, y, s)[1]).clip(0)),
            ),
            "You return standard deviations. The covariance of all pairs is asked, "
            "as a matrix.",
        ),
        mistake(
            lambda K, A, N, y, s: (
                _conditioned(K, A, N, y, s)[0],
                np.diag(np.diag(_conditioned(K, A, N, y, s)[1])),
            ),
            "You have the variances right, and zeros beside them. Are heights at "
            "neighboring inputs independent?",
        ),
        mistake(
            lambda K, A, N, y, s: _conditioned(K, A, N, y, s)[0],
            "The mean is right. The covariance of the heights is asked as well.",
        ),
        mistake(
            lambda K, A, N, y, s: (
                np.transpose(A) @ np.linalg.pinv(K) @ y,
                _conditioned(K, A, N, y, s)[1],
            ),
            "The covariance is right. In the mean you trust the targets as if they "
            "had no noise.",
        ),
        mistake(
            lambda K, A, N, y, s: (
                _conditioned(K, A, N, y, s)[0],
                N - np.transpose(A) @ np.linalg.pinv(K) @ A,
            ),
            "The mean is right. The covariance has to know of the noise, too.",
        ),
        mistake(
            lambda K, A, N, y, s: (
                np.transpose(A) @ y,
                _conditioned(K, A, N, y, s)[1],
            ),
            "In your mean each target counts with its covariance. Targets that tell "
            "the same must not count twice.",
        ),
    ],
    hints=[
        "Both results need the matrix `A`, of shape `(N, I)`, which turns targets into "
        "heights.",
        "Its transpose is `np.linalg.solve(K + sigma_sq * np.eye(len(y)), K_across)`.",
        "The mean is `A @ y`, and the covariance `K_new - A @ K_across`.",
    ],
)

question(
    "B.4.4",
    title="Which view is cheaper?",
    prompt="The time to invert a matrix grows with the cube of its size. You have "
    "200 examples, and a model with 5000 features. In which view is the work "
    "smaller, and by what factor about?",
    choices=[
        choice(
            "In the function view, by a factor of 25.",
            "5000 over 200 is 25. And the cube?",
        ),
        choice(
            "In the parameter view, by a factor of 15,000.",
            "Which matrix does each view invert? That of the parameters has a row for "
            "each feature.",
        ),
        choice(
            "In the function view, by a factor of about 15,000.",
            "Yes: 25 cubed is 15,625. The kernel's matrix has 200 rows. With few "
            "features and many examples it is the other way round.",
            right=True,
        ),
        choice(
            "It makes no difference, since both predict the same.",
            "They predict the same, by inverting matrices of different sizes.",
        ),
    ],
)

exercise(
    "B.4.5",
    title="All powers at once",
    stub="def all_powers(a, b, r, sigma_p_sq):\n    ...  # your code\n",
    solution=(
        "def all_powers(a, b, r, sigma_p_sq):\n"
        "    return sigma_p_sq / (1 - r * np.outer(a, b))\n"
    ),
    equivalent=dict.fromkeys(
        [
            "return np.abs(sigma_p_sq / (1 - r * np.outer(a, b)))",
            "return np.maximum(sigma_p_sq / (1 - r * np.outer(a, b)), 0)",
        ],
        "where the series has a sum, it is positive",
    ),
    reference=_all_powers,
    rtol=1e-9,
    cases=[
        case(np.array([0.5, -0.6, 0.9]), np.array([0.8, 0.3]), 0.7, 1.5),
        case(np.array([1.2, -1.4]), np.array([1.0, -0.2, 0.4]), 0.5, 0.4),
        case(np.array([1, 0]), np.array([4, -2, 0]), 0.125, 3),
        case(np.array([0.99]), np.array([0.99]), 1.0, 0.4),
    ],
    planted=[
        mistake(
            lambda a, b, r, s: _series(a, b, r, s, 5),
            "You stop after the fourth power. All of them are asked.",
        ),
        mistake(
            lambda a, b, r, s: _series(a, b, r, s, 200),
            "A long sum is close, but it is not all powers, and for inputs near "
            "the edge it is not even close.",
        ),
        mistake(
            lambda a, b, r, s: _all_powers(a, b, r, s) - s,
            "Your sum begins with the first power. The features begin with a one.",
        ),
        mistake(
            lambda a, b, r, s: _all_powers(a, b, np.sqrt(r), s),
            "Each feature has the root of `r`, and a product has *two* features.",
        ),
        mistake(
            lambda a, b, r, s: s / (1 + r * np.multiply.outer(a, b)),
            "Your signs alternate from power to power.",
        ),
        mistake(
            lambda a, b, r, s: s * np.exp(r * np.multiply.outer(a, b)),
            "The exponential is the sum in which each power is divided by a factorial. "
            "Here none is.",
        ),
        mistake(
            lambda a, b, r, s: s / (1 - np.multiply.outer(a, b)),
            "The weight `r` makes no difference to your answer.",
        ),
        mistake(
            lambda a, b, r, s: _series(a, b, r, s, 2),
            "These are lines. All higher powers are missing.",
        ),
        mistake(
            lambda a, b, r, s: (
                s
                * np.multiply.outer(
                    1 / (1 - np.sqrt(r) * np.asarray(a)),
                    1 / (1 - np.sqrt(r) * np.asarray(b)),
                )
            ),
            "You multiply one sum by another: every power meets every other. Only "
            "equal powers share a parameter.",
        ),
        mistake(
            lambda a, b, r, s: 1 / (1 - r * s * np.multiply.outer(a, b)),
            "The prior variance comes once in each term. In yours it is raised to a "
            "power.",
        ),
        mistake(
            lambda a, b, r, s: s / (1 - r * np.abs(np.multiply.outer(a, b))),
            "Odd powers of inputs on different sides of zero have a negative product.",
        ),
    ],
    hints=[
        "An entry is the sum over $k$ of $\\sigma_p^2\\,(r\\,x x')^k$.",
        "$1 + q + q^2 + \\dots = 1/(1-q)$ for $|q| < 1$.",
        "Here $q$ is `r * np.outer(a, b)`.",
    ],
)

exercise(
    "B.4.6",
    title="The squared exponential kernel",
    stub="def squared_exponential(a, b, length, sigma_p_sq):\n    ...  # your code\n",
    solution=(
        "def squared_exponential(a, b, length, sigma_p_sq):\n"
        "    apart = a[:, None] - b\n"
        "    return sigma_p_sq * np.exp(-apart**2 / (2 * length**2))\n"
    ),
    equivalent={
        "apart = b - a[:, None]": "the difference is squared",
        "return np.abs(sigma_p_sq * np.exp(-apart ** 2 / (2 * length ** 2)))": (
            "an exponential is positive"
        ),
        "return np.maximum(sigma_p_sq * np.exp(-apart ** 2 / (2 * length ** 2)), 0)": (
            "an exponential is positive"
        ),
    },
    reference=gaussian_process.squared_exponential,
    cases=[
        case(np.array([0.5, -1.0, 2.0]), np.array([0.0, 1.5]), 0.8, 2.0),
        case(np.array([0.1, 0.2]), np.array([-1.0, 0.0, 0.4]), 0.5, 0.4),
        case(np.array([1, -2]), np.array([3, 0, 1]), 2, 3),
        case(np.array([0.3]), np.array([0.3]), 0.1, 0.7),
    ],
    planted=[
        mistake(
            lambda a, b, k, s: s * np.exp(-(_apart(a, b) ** 2) / k**2),
            "The 2 below the square is missing. That is the kernel of another length.",
        ),
        mistake(
            lambda a, b, k, s: s * np.exp(-(_apart(a, b) ** 2) / (2 * k)),
            "The length has to be squared, as the distance is: otherwise the unit of "
            "the inputs does not cancel.",
        ),
        mistake(
            lambda a, b, k, s: np.exp(-(_apart(a, b) ** 2) / (2 * k**2)),
            "Your heights have the variance 1, whatever the prior says.",
        ),
        mistake(
            lambda a, b, k, s: s * np.exp(-np.abs(_apart(a, b)) / (2 * k**2)),
            "You have not squared the distance. Your functions have a sharp bend "
            "everywhere.",
        ),
        mistake(
            lambda a, b, k, s: s * np.exp(_apart(a, b) ** 2 / (2 * k**2)),
            "Far apart, heights should have less to do with each other. Yours have "
            "more.",
        ),
        mistake(
            lambda a, b, k, s: (
                s * np.exp(-(_apart(a, b) ** 2) / (2 * k**2)) / (k * np.sqrt(2 * np.pi))
            ),
            "This is a normal density. A kernel need not have the area 1; at distance "
            "zero it is the variance of a height.",
        ),
        mistake(
            lambda a, b, k, s: s * np.exp(-(np.add.outer(a, b) ** 2) / (2 * k**2)),
            "You add the inputs. Their distance is what counts.",
        ),
        mistake(
            lambda a, b, k, s: s * np.exp(-(_apart(a, b) ** 2) * k**2 / 2),
            "You multiply by the squared length. A *longer* length should make more "
            "distant inputs go together.",
        ),
        mistake(
            lambda a, b, k, s: s * np.exp(-np.abs(_apart(a, b)) / k),
            "This kernel exists, and its functions are rough. The one of the page "
            "squares the distance.",
        ),
        mistake(
            lambda a, b, k, s: s * np.exp(-_apart(a, b) / (2 * k**2)),
            "Exchange the two inputs: a covariance must not change.",
        ),
        mistake(
            lambda a, b, k, s: -s * _apart(a, b) ** 2 / (2 * k**2),
            "This is the exponent. Where is the exponential?",
        ),
        mistake(
            lambda a, b, k, s: s * np.exp(-2 * _apart(a, b) ** 2),
            "You have written out the published length. It is an argument here.",
        ),
        mistake(
            lambda a, b, k, s: s * np.exp(-np.sum(_apart(a, b) ** 2) / (2 * k**2)),
            "You add up over all pairs of inputs. Each pair has its own covariance.",
        ),
        mistake(
            lambda a, b, k, s: s * np.exp(-np.multiply.outer(a, b) / (2 * k**2)),
            "You multiply the inputs. How far apart they are is what counts.",
        ),
    ],
    hints=[
        "First all differences, in an array of shape `(N, M)`.",
        "`a[:, None] - b` has them.",
        "Square, divide by `2 * length**2`, change the sign, `np.exp`, times "
        "`sigma_p_sq`.",
    ],
)

question(
    "B.4.7",
    title="Half correlated",
    prompt="At which distance, in units of the length $\\ell$, do two heights have the "
    "correlation 0.5 under the squared exponential kernel?",
    answer=number(
        np.sqrt(2 * np.log(2)),
        tolerance=0.003,
        feedback="Yes. The correlation is the kernel over $\\sigma_p^2$, and "
        "$e^{-d^2/(2\\ell^2)} = \\frac12$ at $d = \\ell\\sqrt{2\\log 2}$.",
    ),
    near=[
        number(
            2 * np.sqrt(2 * np.log(2)),
            tolerance=0.01,
            feedback="This is the width of the bell from side to side. The distance "
            "is counted from its middle.",
        ),
        number(
            2 * np.log(2),
            tolerance=0.003,
            feedback="This is the square of the distance.",
        ),
        number(
            np.sqrt(np.log(2)),
            tolerance=0.003,
            feedback="The exponent has a 2 below the square.",
        ),
        number(
            np.log(2),
            tolerance=0.003,
            feedback="In the exponent the distance is squared, and there is a 2 below "
            "it.",
        ),
        number(
            np.exp(-0.5),
            tolerance=0.003,
            feedback="This is the correlation at a distance of one length. The "
            "distance at which it is one half is asked.",
        ),
        number(
            np.exp(-0.125),
            tolerance=0.003,
            feedback="This is the correlation at half a length. You are asked the "
            "other way round.",
        ),
    ],
    otherwise="Set the kernel to half of its value at distance zero, and take the "
    "logarithm.",
)

question(
    "B.4.8",
    title="Beyond the last example",
    prompt="The examples end at $x = 1.34$, and the length is 0.5. You ask the smooth "
    "functions for $x = 3$. What do mean and standard deviation do there?",
    choices=[
        choice(
            "The mean follows the last trend, and the deviation grows in proportion to "
            "the distance.",
            "So it is for lines: their slope is the same everywhere. What does the "
            "kernel say about heights that are more than three lengths apart?",
        ),
        choice(
            "The mean goes back to zero, and the deviation to that of the prior.",
            "Yes. Three lengths away the heights have nothing to do with the examples, "
            "and the prior is all that is left.",
            right=True,
        ),
        choice(
            "The mean keeps the last value, and the deviation stays small.",
            "That would need heights which go together over any distance. Your kernel "
            "is nearly zero three lengths away.",
        ),
        choice(
            "The mean goes back to zero, and the deviation grows without bound.",
            "The first half is right. Can examples make you *less* sure than you were "
            "before?",
        ),
    ],
)

exercise(
    "B.4.9",
    title="Is it a covariance?",
    stub="def is_covariance(K):\n    ...  # your code\n",
    solution=(
        "def is_covariance(K):\n"
        "    if not np.allclose(K, K.T):\n"
        "        return False\n"
        "    lowest = np.linalg.eigvalsh(K).min()\n"
        "    return lowest >= -1e-9 * np.abs(K).max()\n"
    ),
    equivalent={
        "return lowest >= -1e-09 * K.max()": (
            "the largest entry of a covariance is on its diagonal"
        ),
        "the result has the first argument's type": "1.0 counts as True",
    },
    reference=_is_covariance,
    cases=[
        case(np.array([[2.0, 1.0, 0.5], [1.0, 3.0, -1.0], [0.5, -1.0, 1.0]])),
        case(np.array([[1.0, 0.0, -1.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 1.0]])),
        case(np.array([[1.0, 0.9, 0.0], [0.9, 1.0, 0.9], [0.0, 0.9, 1.0]])),
        case(np.array([[2.0, 1.0], [0.5, 2.0]])),
        case(np.array([[2, 1], [-1, 2]])),
        case(np.array([[1, 2], [2, 1]])),
        case(np.outer([1.0, 2.0, 3.0, 0.7], [1.0, 2.0, 3.0, 0.7])),
        case(1e6 * np.outer([1.0, 2.0, 3.0, 0.7], [1.0, 2.0, 3.0, 0.7])),
        case(np.diag([1.0, 1.0, -1e-7])),
        case(np.diag([1e4, 1.0, -1e-6])),
        case(np.diag([1.0, 1.0, -1e-3])),
        case(np.array([[-1.0, -3.0], [-3.0, -1.0]])),
        case(np.array([[0.0, 0.0], [0.0, 0.0]])),
        case(np.array([[4.0, -5.0], [-5.0, 4.0]])),
        case(np.array([[-3.0]])),
    ],
    planted=[
        mistake(
            lambda K: bool(np.all(np.asarray(K) >= 0)),
            "A covariance may have negative entries: two numbers of which one falls "
            "as the other rises.",
        ),
        mistake(
            lambda K: bool(np.all(np.diag(K) > 0) and np.allclose(K, np.transpose(K))),
            "Variances must be positive, and that is not all. Is every weighted "
            "*sum* of the numbers to have a variance that is not negative?",
        ),
        mistake(
            lambda K: bool(np.linalg.eigvalsh(K).min() >= -1e-9 * np.abs(K).max()),
            "Is the covariance of the first with the second that of the second with "
            "the first? `eigvalsh` does not look at both.",
        ),
        mistake(
            lambda K: bool(
                np.allclose(K, np.transpose(K)) and np.linalg.eigvalsh(K).min() > 1e-9
            ),
            "You demand an inverse. Heights of a line at three inputs have a "
            "covariance without one.",
        ),
        mistake(
            lambda K: bool(np.allclose(K, np.transpose(K))),
            "Symmetric it must be, and more. Can a variance come out negative?",
        ),
        mistake(
            lambda K: bool(
                np.allclose(K, np.transpose(K))
                and np.linalg.det(K) >= -1e-9 * np.abs(K).max()
            ),
            "Two negative eigenvalues make a positive determinant.",
        ),
        mistake(
            lambda K: bool(
                np.allclose(K, np.transpose(K))
                and np.all(np.abs(K) <= np.sqrt(np.outer(np.diag(K), np.diag(K)) + 0j))
            ),
            "You have made sure that every *pair* is possible. Three numbers can still "
            "contradict each other.",
        ),
        mistake(
            lambda K: bool(np.allclose(K, np.transpose(K)) and np.diag(K).min() >= 0),
            "No number has a negative variance in your matrices. What about sums and "
            "differences of the numbers?",
        ),
        mistake(
            lambda K: bool(
                np.allclose(K, np.transpose(K)) and np.linalg.eigvalsh(K).max() >= 0
            ),
            "One good eigenvalue is not enough.",
        ),
        mistake(
            lambda K: bool(np.allclose(K, np.transpose(K)) and np.trace(K) >= 0),
            "The trace is the sum of the eigenvalues. One can be negative and hide "
            "behind the others.",
        ),
        mistake(
            lambda K: np.linalg.eigvalsh(K),
            "These are the eigenvalues. Say yes or no.",
        ),
        mistake(
            lambda K: np.linalg.eigvalsh(K).min(),
            "This is the smallest eigenvalue. Say whether it is acceptable.",
        ),
        mistake(
            lambda K: not _is_covariance(K),
            "You say no where yes is right, and the reverse.",
        ),
        mistake(
            lambda K: bool(
                np.allclose(K, np.transpose(K)) and np.linalg.eigvalsh(K).min() >= -1e-9
            ),
            "A matrix of large numbers has large rounding errors: your limit does not "
            "grow with the entries.",
        ),
    ],
    hints=[
        "Two conditions: one about the entries across the diagonal, one about "
        "eigenvalues.",
        "`np.allclose(K, K.T)` is the first.",
        "`np.linalg.eigvalsh(K)` gives the eigenvalues of a symmetric matrix. Compare "
        "the lowest with `-1e-9 * np.abs(K).max()`.",
    ],
)

exercise(
    "B.4.10",
    title="Noise in the right place",
    stub=(
        "def predict(K, K_across, prior, y, sigma_sq):\n"
        "    noisy = K + sigma_sq\n"
        "    gain = np.linalg.solve(noisy, K_across).T\n"
        "    explained = np.sum(gain * K_across.T, axis=1)\n"
        "    return gain @ y, prior - explained + sigma_sq\n"
    ),
    solution=(
        "def predict(K, K_across, prior, y, sigma_sq):\n"
        "    noisy = K + sigma_sq * np.eye(len(K))\n"
        "    gain = np.linalg.solve(noisy, K_across).T\n"
        "    explained = np.sum(gain * K_across.T, axis=1)\n"
        "    return gain @ y, prior - explained + sigma_sq\n"
    ),
    equivalent={
        "noisy = K + sigma_sq * np.eye(len(K_across))": "both have a row an example",
    },
    reference=_predict,
    rtol=1e-6,
    atol=1e-9,
    parts=["mean", "variance"],
    cases=[
        _predict_case(3, 2, 0.5, 10),
        _predict_case(2, 4, 0.05, 11),
        _predict_case(5, 3, 2.0, 12),
        case(
            np.array([[2, 1], [1, 3]]),
            np.array([[1, 0, 2], [1, 1, 0]]),
            np.array([2, 4, 5]),
            np.array([3, -1]),
            1,
        ),
    ],
    planted=[
        mistake(
            lambda K, across, prior, y, s: (
                _predict(K, across, prior, y, s)[0],
                _predict(K, across, prior, y, s)[1] - s,
            ),
            "The matrix is right now. A new *target* is asked, with noise of its own.",
        ),
        mistake(
            lambda K, across, prior, y, s: (
                _solve(K, across).T @ y,
                prior - np.sum(across * _solve(K, across), axis=0) + s,
            ),
            "Without any noise in the matrix, the curve goes through each example.",
        ),
        mistake(
            lambda K, across, prior, y, s: (
                _predict(K, across, prior, y, s)[0],
                2 * prior - _predict(K, across, prior, y, s)[1] + 2 * s,
            ),
            "Examples should take away from the variance. Here they add to it.",
        ),
        mistake(
            lambda K, across, prior, y, s: (
                _predict(K, across, prior, y, s)[0],
                prior + s,
            ),
            "The mean has learned from the examples, and the variance has not.",
        ),
        mistake(
            lambda K, across, prior, y, s: (
                _solve((1 + s) * K, across).T @ y,
                prior - np.sum(across * _solve((1 + s) * K, across), axis=0) + s,
            ),
            "You have scaled the whole matrix. Only the variance of each target grows "
            "by the noise.",
        ),
        mistake(
            lambda K, A, p, y, s: (
                _predict(K, A, p, y, s**2)[0],
                _predict(K, A, p, y, s**2)[1] - s**2 + s,
            ),
            "The noise is where it belongs, squared once too often.",
        ),
        mistake(
            lambda K, A, p, y, s: (
                _predict(K, A, p, y, 1)[0],
                _predict(K, A, p, y, 1)[1] - 1 + s,
            ),
            "A matrix with ones on the diagonal says *where*. How much of it?",
        ),
        mistake(
            lambda K, A, p, y, s: (
                _predict(K, A, p, y, s)[0],
                np.diag(p) - np.transpose(A) @ np.linalg.solve(_noisy(K, s), A) + s,
            ),
            "You return a matrix. The variance of each target is asked, and no pairs.",
        ),
        mistake(
            lambda K, A, p, y, s: (
                _predict(K, A, p, y, s)[0],
                np.sqrt(_predict(K, A, p, y, s)[1]),
            ),
            "You take a root at the end: not a deviation, but a variance is asked.",
        ),
        mistake(
            lambda K, A, p, y, s: (
                _predict(K, A, p, y, s)[0],
                _predict(K, A, p, y, s)[1] + s,
            ),
            "The noise of the new target is in your variance twice.",
        ),
    ],
    hints=[
        "Write the covariance of two targets, once of the same and once of two "
        "different examples. In which does the noise occur?",
        "`np.eye(n)` has ones on its diagonal, and zeros elsewhere.",
    ],
)

exercise(
    "B.4.11",
    title="Length and variance",
    stub="def choose(x, y, sigma_sq):\n    return 0.5, 0.4\n",
    solution=(
        "def choose(x, y, sigma_sq):\n"
        "    def height(scales):\n"
        "        K = squared_exponential(x, x, *np.exp(scales))\n"
        "        K = K + sigma_sq * np.eye(len(x))\n"
        "        return -y @ np.linalg.solve(K, y) - np.linalg.slogdet(K)[1]\n"
        "    grid = np.mgrid[-3:2:0.15, -5:4:0.3].reshape(2, -1).T\n"
        "    return np.exp(max(grid, key=height))\n"
    ),
    uses={"squared_exponential": "B.4.6"},
    equivalent=dict.fromkeys(
        [
            "grid = np.mgrid[-3:3:0.15, -5:4:0.3].reshape(2, -1).T",
            "grid = np.mgrid[-3:1:0.15, -5:4:0.3].reshape(2, -1).T",
            "grid = np.mgrid[-3:2:0.15, -5:5:0.3].reshape(2, -1).T",
            "grid = np.mgrid[-3:2:0.15, -5:3:0.3].reshape(2, -1).T",
            "grid = np.mgrid[-4:2:0.15, -5:4:0.3].reshape(2, -1).T",
            "grid = np.mgrid[-2:2:0.15, -5:4:0.3].reshape(2, -1).T",
            "grid = np.mgrid[-3:2:0.15, -6:4:0.3].reshape(2, -1).T",
            "grid = np.mgrid[-3:2:0.15, -4:4:0.3].reshape(2, -1).T",
        ],
        "candidates as close together as these do as well",
    )
    | {
        "return np.linalg.solve(K, y) @ -y - np.linalg.slogdet(K)[1]": (
            "a product of two vectors"
        ),
        "K = K + sigma_sq * np.eye(len(y))": "a target for each input",
        "grid = np.mgrid[-3:2:0.15, -5:4:0.3].reshape(2, -2).T": (
            "any negative size is the one that fits"
        ),
        "the result has the first argument's type": "a pair of floats, from floats",
    },
    reference=_best_pair,
    accept=_near_the_peak,
    cases=[
        case(*_of_the_page()),
        case(*_wiggles(12, 0, 0.25, 1.0)),
        case(*_wiggles(10, 4, 0.9, 3.0)),
    ],
    planted=[
        mistake(
            lambda x, y, s: (0.28, 0.15),
            "This suits the fifteen examples of the page. Other data vary over other "
            "lengths: let the function look at them.",
        ),
        mistake(
            lambda x, y, s: _best_pair(x, y, s)[::-1],
            "You return the two in the other order: the length comes first.",
        ),
        mistake(
            lambda x, y, s: (_best_pair(x, y, s)[0], np.sqrt(_best_pair(x, y, s)[1])),
            "The length is right. Beside it, the *variance* of the prior is asked, and "
            "you give a standard deviation.",
        ),
        mistake(
            lambda x, y, s: (0.5, _best_pair(x, y, s)[1]),
            "The length does not change with the data.",
        ),
        mistake(
            lambda x, y, s: (1e-3, np.var(y)),
            "With such a short length every example is by itself, and the prior "
            "explains all of them as noise of its own.",
        ),
        mistake(
            lambda x, y, s: (np.std(x), np.var(y)),
            "You have taken the spread of the inputs for the length. How far apart "
            "inputs lie says nothing about how fast the function turns.",
        ),
    ],
    hints=[
        "Try pairs on a grid, and keep the one with the highest log evidence. Both are "
        "scales: space them by factors.",
        "For each pair, `joint_normal_log_pdf(y, K + sigma_sq * np.eye(len(x)))`.",
        "About thirty lengths from 0.05 to 7 and thirty variances from 0.007 to 50 are "
        "enough.",
    ],
)
