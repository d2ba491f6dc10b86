"""Exercises and questions of page B.5, the neural network Gaussian process."""

import numpy as np

from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    question,
)
from udl.theory import wide_network


def _relu(k_aa, k_bb, k_ab):
    return wide_network.relu_kernel(k_aa, k_bb, k_ab)


def _angle(k_aa, k_bb, k_ab):
    return np.arccos(np.clip(k_ab / np.sqrt(np.multiply(k_aa, k_bb)), -1, 1))


def _with_angle(change):
    """Use another function of scale, sine, cosine and angle."""

    def wrong(k_aa, k_bb, k_ab):
        theta = _angle(k_aa, k_bb, k_ab)
        return change(np.sqrt(np.multiply(k_aa, k_bb)), theta)

    return wrong


def _kernels(a, b, beta_sq, omega_sq):
    a, b = np.asarray(a, dtype=float)[:, np.newaxis], np.asarray(b, dtype=float)
    return (
        beta_sq + omega_sq * a**2,
        beta_sq + omega_sq * b**2,
        beta_sq + omega_sq * a * b,
    )


def _network(a, b, beta_sq, omega_sq):
    return wide_network.network_kernel(a, b, beta_sq, omega_sq)


def _drawn_network(x, z, beta_sq, omega_sq, scale=None):
    x, z = np.asarray(x, dtype=float), np.asarray(z, dtype=float)
    scale = np.sqrt(omega_sq / z.shape[1]) if scale is None else scale
    hidden = np.sqrt(beta_sq) * z[0] + np.multiply.outer(x, np.sqrt(omega_sq) * z[1])
    return np.maximum(hidden, 0) @ (scale * z[2])


def _drawn_case(inputs, width, beta_sq, omega_sq, seed):
    rng = np.random.default_rng(seed)
    return case(rng.normal(size=inputs), rng.normal(size=(3, width)), beta_sq, omega_sq)


def _deep(a, b, layers, beta_sq, omega_sq):
    return wide_network.network_kernel(a, b, beta_sq, omega_sq, int(layers))


def _deep_with(change):
    """Apply another rule from layer to layer."""

    def wrong(a, b, layers, beta_sq, omega_sq):
        k_aa, k_bb, k_ab = _kernels(a, b, beta_sq, omega_sq)
        for _ in range(int(layers)):
            k_aa, k_bb, k_ab = change(k_aa, k_bb, k_ab, beta_sq, omega_sq)
        return k_ab + 0 * k_aa * k_bb

    return wrong


def _lopsided(found):
    """Whether the outputs hardly go together across zero, and yet vary there."""
    if np.shape(found) != (2,):
        return "Return two numbers: the variance of the biases, and that of the "
        "weights."
    beta_sq, omega_sq = (float(value) for value in found)
    if not (beta_sq > 0 and omega_sq > 0):
        return "Both variances are positive."
    if max(beta_sq, omega_sq) > 120:
        return "Neither variance may be above 120."
    K = _network([-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], beta_sq, omega_sq)
    correlation, ratio = K[0, 2] / K[0, 0], K[1, 1] / K[2, 2]
    if correlation <= 0.1 and ratio >= 0.2:
        return True
    return (
        f"The correlation of the outputs at -1 and 1 is {correlation:.3f}, and the "
        f"variance at 0 is {ratio:.3f} times that at 1."
    )


question(
    "B.5.1",
    title="Twice as wide",
    prompt="You draw networks with 100 hidden units, and then others with 200, "
    "with all variances as above. How does the variance of the output at $x = 2$ "
    "change?",
    choices=[
        choice(
            "It doubles: twice as many terms are added.",
            "There are twice as many terms. And how large is each of them?",
        ),
        choice(
            "It is the same, exactly.",
            "Yes. Twice as many terms of half the variance. {eq}`res-b-5-output` "
            "has no $D$ in it.",
            right=True,
        ),
        choice(
            "It is nearly the same, and exactly so only in the limit.",
            "The *distribution* is normal in the limit only. Is the calculation of the "
            "covariance an approximation anywhere?",
        ),
        choice(
            "It becomes half as large: the weights are smaller.",
            "They are. And how many are there?",
        ),
    ],
)

question(
    "B.5.2",
    title="A right angle",
    prompt="Two pre-activations are independent, and both have the variance 4. What is "
    "the mean of the product of their ReLUs?",
    answer=number(
        2 / np.pi,
        tolerance=0.002,
        feedback="Yes: $\\theta$ is a right angle, and $\\frac{4}{2\\pi}$ is left. "
        "It is also the product of the two means, $\\frac{2}{\\sqrt{2\\pi}}$ each.",
    ),
    near=[
        number(
            0.0,
            tolerance=0.0005,
            feedback="Independent numbers have the *covariance* zero. ReLUs have means "
            "that are not.",
        ),
        number(
            1 / (2 * np.pi),
            tolerance=0.002,
            feedback="This is for variance 1. The scale is in front of the bracket.",
        ),
        number(
            8 / np.pi,
            tolerance=0.002,
            feedback="The factor is the root of the *product* of the two "
            "variances, and not that product.",
        ),
        number(
            1 / np.pi,
            tolerance=0.002,
            feedback="You have taken a standard deviation where a variance belongs.",
        ),
        number(
            1.0,
            tolerance=0.002,
            feedback="A ReLU halves the mean square of a number. Here two different "
            "numbers are multiplied, and both are active in a quarter of the cases.",
        ),
    ],
    otherwise="The angle is a right one: its sine is 1, its cosine 0.",
)

exercise(
    "B.5.3",
    title="The mean product of two ReLUs",
    stub="def relu_kernel(k_aa, k_bb, k_ab):\n    ...  # your code\n",
    solution=(
        "def relu_kernel(k_aa, k_bb, k_ab):\n"
        "    scale = np.sqrt(k_aa * k_bb)\n"
        "    theta = np.arccos(np.clip(k_ab / scale, -1, 1))\n"
        "    shape = np.sin(theta) + (np.pi - theta) * np.cos(theta)\n"
        "    return scale / (2 * np.pi) * shape\n"
    ),
    reference=_relu,
    rtol=1e-6,
    atol=1e-12,
    cases=[
        case(
            np.array([2.0, 3.0, 0.5]),
            np.array([1.0, 0.7, 4.0]),
            np.array([0.5, -1.2, 1]),
        ),
        case(np.array([1.0, 4.0]), np.array([1.0, 9.0]), np.array([-0.9, 5.5])),
        case(
            np.array([0.07, 0.4, 1.0]),
            np.array([0.07, 0.4, 1.0]),
            np.array([0.07 * (1 + 3e-16), 0.4 * (1 + 3e-16), -1.0 - 3e-16]),
        ),
        case(np.array([4, 9]), np.array([1, 4]), np.array([1, -2])),
        case(np.float64(2.0), np.float64(3.0), np.float64(1.0)),
    ],
    planted=[
        mistake(
            _with_angle(lambda s, t: s / np.pi * (np.sin(t) + (np.pi - t) * np.cos(t))),
            "Twice too large: a number with itself should keep *half* of its variance.",
        ),
        mistake(
            _with_angle(lambda s, t: s / (2 * np.pi) * (np.sin(t) + t * np.cos(t))),
            "Try two numbers that are the same. The angle is zero, and your result is, "
            "too.",
        ),
        mistake(
            _with_angle(lambda s, t: s * np.cos(t) / 2),
            "You halve the covariance. That is right for equal numbers, and it cannot "
            "be for opposite ones: a product of ReLUs is never negative.",
        ),
        mistake(
            _with_angle(
                lambda s, t: s**2 / (2 * np.pi) * (np.sin(t) + (np.pi - t) * np.cos(t))
            ),
            "The root of the product of the variances is missing.",
        ),
        mistake(
            _with_angle(
                lambda s, t: s / (2 * np.pi) * (np.sin(t) - (np.pi - t) * np.cos(t))
            ),
            "The two terms in the bracket add.",
        ),
        mistake(
            lambda k_aa, k_bb, k_ab: _relu(
                np.multiply(k_aa, 1.0),
                np.multiply(k_bb, 1.0),
                np.clip(k_ab / np.multiply(k_aa, k_bb), -1, 1)
                * np.sqrt(np.multiply(k_aa, k_bb)),
            ),
            "A cosine is a covariance over two standard *deviations*. You divide "
            "by the product of the variances.",
        ),
        mistake(
            _with_angle(lambda s, t: s / (2 * np.pi) * (np.pi - t)),
            "You have the share of cases in which both are active. How large are they "
            "then?",
        ),
        mistake(
            _with_angle(
                lambda s, t: (
                    s / (2 * np.pi) * (np.sin(t) + (np.pi - t) * np.cos(t))
                    - s / (2 * np.pi)
                )
            ),
            "You subtract the product of the means. The mean of the *product* is "
            "asked, and no covariance.",
        ),
        mistake(
            lambda a, b, c: 2 * np.pi * _relu(a, b, c),
            "You leave out what stands below the bracket. Equal numbers should keep "
            "half of their variance.",
        ),
        mistake(
            lambda a, b, c: np.pi**2 * _relu(a, b, c),
            "`a / 2 * np.pi` divides by 2 and *multiplies* by pi.",
        ),
    ],
    hints=[
        "First the scale, the root of the product of the variances, then the angle.",
        "The angle is the `np.arccos` of `k_ab / scale`, which `np.clip` keeps between "
        "-1 and 1.",
        "The rest is {eq}`res-b-5-relu` as it stands.",
    ],
)

exercise(
    "B.5.4",
    title="The kernel of a shallow network",
    stub=(
        "def network_kernel(a, b, sigma_beta_sq, sigma_omega_sq):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def network_kernel(a, b, sigma_beta_sq, sigma_omega_sq):\n"
        "    k_aa = sigma_beta_sq + sigma_omega_sq * a[:, None]**2\n"
        "    k_bb = sigma_beta_sq + sigma_omega_sq * b**2\n"
        "    k_ab = sigma_beta_sq + sigma_omega_sq * np.outer(a, b)\n"
        "    return sigma_beta_sq + sigma_omega_sq * relu_kernel(k_aa, k_bb, k_ab)\n"
    ),
    uses={"relu_kernel": "B.5.3"},
    equivalent=dict.fromkeys(
        [
            "return np.abs(sigma_beta_sq + sigma_omega_sq * "
            "relu_kernel(k_aa, k_bb, k_ab))",
            "return np.maximum(sigma_beta_sq + sigma_omega_sq * "
            "relu_kernel(k_aa, k_bb, k_ab), 0)",
        ],
        "variances and products of ReLUs are not negative",
    ),
    reference=_network,
    rtol=1e-6,
    cases=[
        case(np.array([0.5, -1.0, 2.0]), np.array([1.0, -0.3]), 0.5, 2.0),
        case(np.array([-1.0, 0.0, 1.0]), np.array([-2.0, 0.5, 1.0, 3.0]), 0.25, 1.0),
        case(np.array([1, -2]), np.array([3, 1, 0]), 1, 3),
        case(np.array([0.7]), np.array([-0.7]), 2.0, 0.5),
    ],
    planted=[
        mistake(
            lambda a, b, s, w: _relu(*_kernels(a, b, s, w)),
            "This is what a hidden unit passes on. Then come the output's weights and "
            "its bias.",
        ),
        mistake(
            lambda a, b, s, w: w * _relu(*_kernels(a, b, s, w)),
            "The output's bias is shared by all inputs. It adds to every covariance.",
        ),
        mistake(
            lambda a, b, s, w: s + _relu(*_kernels(a, b, s, w)),
            "You take weights of variance 1 in the last layer.",
        ),
        mistake(
            lambda a, b, s, w: _kernels(a, b, s, w)[2],
            "This is the kernel before the ReLU, that of straight lines.",
        ),
        mistake(
            lambda a, b, s, w: s + w * _relu(*_kernels(a, b, 0 * s + 1e-300, w)),
            "The hidden units have biases, too. Without them all bends are at zero.",
        ),
        mistake(
            lambda a, b, s, w: _network(a, b, s**2, w**2),
            "Both arguments are variances already.",
        ),
        mistake(
            lambda a, b, s, w: _network(a, b, np.sqrt(s), np.sqrt(w)),
            "You have taken standard deviations where the formula has variances.",
        ),
        mistake(
            lambda a, b, s, w: s + w * _kernels(a, b, s, w)[2] / 2,
            "You halve every covariance. The ReLU does so for equal inputs; for others "
            "the angle counts.",
        ),
        mistake(
            lambda a, b, s, w: w * (_network(a, b, s, w) - s) / w + w * s,
            "The output's bias is not multiplied by a weight.",
        ),
        mistake(
            lambda a, b, s, w: s + w * (_network(a, b, s, w) - s),
            "The weights' variance is squared: the output has its weights once.",
        ),
    ],
    hints=[
        "Three things come first: the variances at `a` as a column, those at `b` as a "
        "row, and the covariances, all before the ReLU.",
        "The covariances are the kernel of a line, with `np.outer(a, b)`; for the "
        "variances, put the square of the input in place of the product.",
        "Then {eq}`res-b-5-output`.",
    ],
)

question(
    "B.5.5",
    title="How wide is wide enough?",
    prompt="How many hidden units does a network without output bias need so that the "
    "excess kurtosis of its output is at most 0.05?",
    answer=number(
        300,
        tolerance=0.5,
        feedback="Yes, $15/0.05 = 300$. With a bias in the output, which is normal by "
        "itself, fewer are enough.",
    ),
    near=[
        number(
            60,
            tolerance=0.5,
            feedback="A fourth moment of 18, less 3, is 15. You seem to have "
            "divided 3.",
        ),
        number(
            360,
            tolerance=0.5,
            feedback="You have taken 18, the ratio itself. The excess is what is above "
            "3.",
        ),
        number(
            30,
            tolerance=0.5,
            feedback="Check the division: 15 over 0.05.",
        ),
        number(
            90_000,
            tolerance=0.5,
            feedback="The distance falls as one over the width, and not as one "
            "over its root.",
        ),
    ],
    otherwise="Set {eq}`res-b-5-kurtosis` equal to 0.05, and solve for $D$.",
)

exercise(
    "B.5.6",
    title="Networks that get flatter",
    stub=(
        "def network(x, z, sigma_beta_sq, sigma_omega_sq):\n"
        "    beta = np.sqrt(sigma_beta_sq) * z[0]\n"
        "    omega = np.sqrt(sigma_omega_sq) * z[1]\n"
        "    out = np.sqrt(sigma_omega_sq) * z[2] / z.shape[1]\n"
        "    hidden = np.maximum(beta + np.outer(x, omega), 0)  # (N, D)\n"
        "    return hidden @ out\n"
    ),
    solution=(
        "def network(x, z, sigma_beta_sq, sigma_omega_sq):\n"
        "    beta = np.sqrt(sigma_beta_sq) * z[0]\n"
        "    omega = np.sqrt(sigma_omega_sq) * z[1]\n"
        "    out = np.sqrt(sigma_omega_sq / z.shape[1]) * z[2]\n"
        "    hidden = np.maximum(beta + np.outer(x, omega), 0)  # (N, D)\n"
        "    return hidden @ out\n"
    ),
    reference=_drawn_network,
    cases=[
        _drawn_case(3, 4, 0.5, 2.0, 0),
        _drawn_case(4, 9, 0.25, 1.0, 1),
        _drawn_case(2, 16, 1.5, 3.0, 2),
        case(np.array([1, -2]), np.array([[1, 0, -1], [2, 1, 1], [1, 3, -2]]), 4, 9),
        _drawn_case(1, 1, 2.0, 0.5, 3),
    ],
    planted=[
        mistake(
            lambda x, z, s, w: _drawn_network(x, z, s, w, np.sqrt(w)),
            "Now the weights are not divided at all, and wide networks get wild.",
        ),
        mistake(
            lambda x, z, s, w: _drawn_network(x, z, s, w, w / z.shape[1]),
            "This is the variance. What has to be multiplied by a standard normal "
            "number?",
        ),
        mistake(
            lambda x, z, s, w: _drawn_network(x, z, s, w, np.sqrt(w) / z.shape[1] ** 2),
            "The other way: for a sum that keeps its size, the terms must not "
            "become so small.",
        ),
        mistake(
            lambda x, z, s, w: _drawn_network(x, z, s, w) / np.sqrt(z.shape[1]),
            "You divide by the root twice.",
        ),
        mistake(
            lambda x, z, s, w: _drawn_network(
                x, z, s, w / z.shape[1], np.sqrt(w / z.shape[1])
            ),
            "The hidden weights have a single input. Only those of the output are "
            "many.",
        ),
    ],
    hints=[
        "Which quantity is divided by the width, according to the text: the standard "
        "deviation or the variance?",
        "A standard deviation is the root of a variance.",
    ],
)

exercise(
    "B.5.7",
    title="Two sides that do not know each other",
    stub="def variances():\n    return 0.25, 1.0\n",
    solution="def variances():\n    return 25, 100\n",
    reference=lambda: (29.8, 119.5),
    accept=lambda found: _lopsided(found),
    cases=[case()],
    equivalent=dict.fromkeys(
        ["return (26, 100)", "return (25, 101)", "return (25, 99)"],
        "a whole region has both properties",
    ),
    planted=[
        mistake(
            lambda: (1.0, 100.0),
            "The two sides hardly know each other. But near zero your networks hardly "
            "vary: give them more bias.",
        ),
        mistake(
            lambda: (4.0, 1.0),
            "With so much bias the bends are far away, and most units serve both "
            "sides.",
        ),
        mistake(
            lambda: (0.3, 1.2),
            "The ratio of the two is good. What does the output's bias do to the "
            "correlation, and what makes its share smaller?",
        ),
    ],
    hints=[
        "Print correlation and ratio of variances for a few pairs with "
        "`wide_network.network_kernel`.",
        "Keep the ratio of the two at about one quarter, and scale both up.",
    ],
)

exercise(
    "B.5.8",
    title="The kernel of a deep network",
    stub=(
        "def deep_kernel(a, b, layers, sigma_beta_sq, sigma_omega_sq):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def deep_kernel(a, b, layers, sigma_beta_sq, sigma_omega_sq):\n"
        "    s, w = sigma_beta_sq, sigma_omega_sq\n"
        "    k_aa, k_bb = s + w * a[:, None]**2, s + w * b**2\n"
        "    k_ab = s + w * np.outer(a, b)\n"
        "    for _ in range(layers):\n"
        "        k_ab = s + w * relu_kernel(k_aa, k_bb, k_ab)\n"
        "        k_aa, k_bb = s + w * k_aa / 2, s + w * k_bb / 2\n"
        "    return k_ab\n"
    ),
    uses={"relu_kernel": "B.5.3"},
    reference=_deep,
    rtol=1e-6,
    cases=[
        case(np.array([0.5, -1.0, 2.0]), np.array([1.0, -0.3]), 2, 0.5, 2.0),
        case(np.array([-1.0, 0.4, 1.0]), np.array([-2.0, 0.5]), 1, 0.25, 1.0),
        case(np.array([1, -2]), np.array([3, 1, 0]), 5, 1, 3),
        case(np.array([0.7, 0.2]), np.array([-0.7, 1.0]), 0, 0.1, 0.5),
        case(np.array([0.7]), np.array([-0.7]), 3, 0.1, 2.0),
    ],
    planted=[
        mistake(
            _deep_with(lambda p, q, c, s, w: (p, q, s + w * _relu(p, q, c))),
            "The variances change from layer to layer, too. Yours stay as in the "
            "first.",
        ),
        mistake(
            _deep_with(
                lambda p, q, c, s, w: (s + w * p / 2, s + w * q / 2, w * _relu(p, q, c))
            ),
            "Every layer has biases, and all inputs share them.",
        ),
        mistake(
            _deep_with(
                lambda p, q, c, s, w: (s + w * p, s + w * q, s + w * _relu(p, q, c))
            ),
            "A ReLU halves the mean square. Your variances do not feel it.",
        ),
        mistake(
            lambda a, b, n, s, w: _deep(a, b, 1, s, w),
            "Your network has one hidden layer, whatever is asked.",
        ),
        mistake(
            lambda a, b, n, s, w: _deep(a, b, n + 1, s, w),
            "You have one hidden layer too many. With none, straight lines should "
            "be left.",
        ),
        mistake(
            _deep_with(
                lambda p, q, c, s, w: (
                    s + w * p / 2,
                    s + w * q / 2,
                    s + w * _relu(s + w * p / 2, s + w * q / 2, c),
                )
            ),
            "In each layer the covariance needs the variances *before* it. You have "
            "updated them first.",
        ),
        mistake(
            _deep_with(
                lambda p, q, c, s, w: (w * p / 2, w * q / 2, s + w * _relu(p, q, c))
            ),
            "The biases are in your covariance, and not in your variances.",
        ),
        mistake(
            lambda a, b, n, s, w: n * _network(a, b, s, w),
            "Layers do not add up. Each takes what the one before it gives.",
        ),
        mistake(
            lambda a, b, n, s, w: _network(a, b, s, w) ** n,
            "A power of the kernel belongs to a product of networks. Here one layer "
            "works on what the one before it gives.",
        ),
    ],
    hints=[
        "Carry three arrays from layer to layer: two of variances, one of covariances.",
        "Covariance: {eq}`res-b-5-output`. Variance: the same with $\\theta = 0$, "
        "which makes the bracket $\\pi$.",
        "`k_aa = sigma_beta_sq + sigma_omega_sq * k_aa / 2`, after the covariance has "
        "used the old one.",
    ],
)

question(
    "B.5.9",
    title="Deeper and deeper",
    prompt="With the variances of this page, the outputs of a shallow network at "
    "$-1$ and $1$ have the correlation 0.34. What becomes of it as the network "
    "gets deeper?",
    choices=[
        choice(
            "It goes to 0: more random layers, more disorder.",
            "Each layer averages over many units, all with biases that the two inputs "
            "share. Put a correlation of 0 into {eq}`res-b-5-relu`: does it stay at 0?",
        ),
        choice(
            "It stays near 0.34: each layer does the same.",
            "Each layer applies the same *function* to the correlation. Is 0.34 a "
            "place where it stays?",
        ),
        choice(
            "It goes to 1: deep networks tell inputs apart less and less.",
            "Yes. The product of ReLUs is positive, and every layer adds a shared "
            "bias. Both draw the correlation up.",
            right=True,
        ),
        choice(
            "It goes to $-1$: differences are amplified.",
            "ReLUs are never negative, so their mean product cannot be.",
        ),
    ],
)
