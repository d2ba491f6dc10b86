"""Exercises and questions of page 15.1, a small adversarial network."""

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
from udl.generative import divergences, gan
from udl.generative.one_parameter_game import walk
from udl.networks.activations import sigmoid


def _numbers(count, seed, middle=0.0):
    return middle + np.random.default_rng(seed).normal(size=count)


def _d(x, phi0, phi1):
    return sigmoid(phi0 + phi1 * np.asarray(x, dtype=float))


def _loss(
    *,
    syn=lambda d: -np.log(1 - d),
    real=lambda d: -np.log(d),
    total=np.sum,
    judge=_d,
):
    """Make a loss of the discriminator with other terms."""

    def loss(x_real, x_syn, phi0, phi1):
        one = total(syn(judge(x_syn, phi0, phi1)))
        return one + total(real(judge(x_real, phi0, phi1)))

    return loss


def _in_pairs(x_real, x_syn, phi0, phi1):
    """Stop where the shorter array ends."""
    pairs = min(np.size(x_real), np.size(x_syn))
    return _loss()(np.ravel(x_real)[:pairs], np.ravel(x_syn)[:pairs], phi0, phi1)


_LOSSES = [
    (np.array([4.0, 5.5]), np.array([1.0, 2.0, 2.5]), -3.0, 1.0),
    (_numbers(6, 0, 7.5), _numbers(4, 1, 3.0), -2.0, 0.7),
    (_numbers(3, 2), _numbers(5, 3), 0.4, -0.6),
    (np.array([3, 1]), np.array([0, 2, -1]), 1, -1),
    (_numbers(1, 4), _numbers(2, 5), 0.1, 2.0),
    (_numbers(8, 6), _numbers(1, 7), -0.5, 0.0),
]

exercise(
    "15.1.1",
    title="The loss of the discriminator",
    stub=(
        "def compute_discriminator_loss(x_real, x_syn, phi0, phi1):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "from udl.generative.gan import discriminator\n\n"
        "def compute_discriminator_loss(x_real, x_syn, phi0, phi1):\n"
        "    syn = discriminator(x_syn, phi0, phi1)\n"
        "    real = discriminator(x_real, phi0, phi1)\n"
        "    return -np.sum(np.log(1 - syn)) - np.sum(np.log(real))\n"
    ),
    published=published(
        "compute_discriminator_loss(x_real, x_syn, phi0, phi1)",
        takes=[lambda x_real: x_real[None], lambda x_syn: x_syn[None], "phi0", "phi1"],
        provides={"discriminator": lambda: _d, "sig": lambda: sigmoid},
    ),
    reference=gan.discriminator_loss,
    equivalent=dict.fromkeys(
        [
            "return -np.sum(np.log(1 - syn)) - np.sum(np.log(np.maximum(real, 1e-09)))",
            "return -np.sum(np.log(1 - syn)) - np.sum(np.log(real + 1e-09))",
            "return -np.sum(np.log(np.maximum(1 - syn, 1e-09))) - np.sum(np.log(real))",
            "return -np.sum(np.log(1 - syn + 1e-09)) - np.sum(np.log(real))",
        ],
        "a tiny number against a logarithm of zero is no mistake",
    ),
    cases=[case(*args) for args in _LOSSES],
    planted=[
        mistake(_loss(total=np.mean), "The page adds over the samples."),
        mistake(
            _loss(syn=lambda d: -np.log(d), real=lambda d: -np.log(1 - d)),
            "Which of the two should the discriminator call real? Yours has it the "
            "other way round.",
        ),
        mistake(
            _loss(syn=lambda d: -np.log(d)),
            "For a synthesized number, what the discriminator should say is 1 minus "
            "the probability of real.",
        ),
        mistake(
            _loss(real=lambda d: 0 * d),
            "The real examples are missing.",
        ),
        mistake(
            _loss(syn=lambda d: 0 * d),
            "The synthesized examples are missing.",
        ),
        mistake(
            _loss(syn=lambda d: -(1 - d), real=lambda d: -d),
            "These are probabilities. The loss adds their logarithms.",
        ),
        mistake(
            _loss(syn=lambda d: np.log(1 - d)),
            "The term of the synthesized examples has the wrong sign.",
        ),
        mistake(
            _loss(real=np.log),
            "The term of the real examples has the wrong sign.",
        ),
        mistake(
            lambda x_real, x_syn, phi0, phi1: (
                _loss()(x_real, x_syn, phi0, phi1) / (len(x_real) + len(x_syn))
            ),
            "You divide by the number of all examples. The page adds over them.",
        ),
        mistake(
            _in_pairs,
            "Some examples of the longer array are left out: `zip` ends with the "
            "shorter one.",
        ),
        mistake(
            lambda x_real, x_syn, phi0, phi1: (
                -np.log(np.sum(1 - _d(x_syn, phi0, phi1)))
                - np.log(np.sum(_d(x_real, phi0, phi1)))
            ),
            "The logarithm of a sum is not the sum of the logarithms: which comes "
            "first?",
        ),
        mistake(
            _loss(syn=lambda d: np.log(d) - 1),
            "Is the 1 inside the logarithm or outside?",
        ),
        mistake(
            _loss(syn=lambda d: np.log(1 - d), real=lambda d: np.log(d)),
            "A loss is to be made small. You return the log likelihood.",
        ),
        mistake(
            _loss(judge=lambda x, phi0, phi1: _d(x, phi1, phi0)),
            "Offset and slope are exchanged.",
        ),
        mistake(
            _loss(syn=lambda d: d**2, real=lambda d: (1 - d) ** 2),
            "These are squared errors. For two classes, the page takes cross-entropy.",
        ),
    ],
    hints=[
        "What should the discriminator say for a real number, and what for a "
        "synthesized one?",
        "`-np.sum(np.log(discriminator(x_real, phi0, phi1)))`, and the same for "
        "`x_syn` with one minus the probability.",
    ],
)

question(
    "15.1.2",
    title="The first push",
    prompt="At the start, let $\\phi_0=\\phi_1=0$. There are 10 real numbers with "
    "average 8, and 10 synthesized ones with average 3. What is "
    "$\\partial L_D/\\partial\\phi_1$?",
    answer=number(
        -25,
        0.01,
        "Yes: $0.5\\cdot30 - 0.5\\cdot80$. The slope $\\phi_1$ will become positive.",
    ),
    near=[
        number(25, 0.01, "Which of the two sums has the minus?"),
        number(
            -2.5, 0.01, "That is an average. This loss adds up all of the examples."
        ),
        number(-50, 0.01, "What does $D$ say if both parameters are 0?"),
        number(0, 0.01, "That is the derivative with respect to $\\phi_0$."),
        number(55, 0.01, "One of the sums is subtracted."),
        number(50, 0.01, "Which sum has the minus, and what does $D$ say here?"),
        number(
            2.5,
            0.01,
            "Which sum has the minus? And the loss adds, it takes no average.",
        ),
        number(-5, 0.01, "How many examples are there, and what does $D$ say?"),
    ],
    otherwise="$D$ is one half everywhere. Put it into both sums.",
)

question(
    "15.1.3",
    title="Up or down",
    prompt="$L_G$ is minus the log of the probability to be called *synthesized*. "
    "Which way should the forger go on it?",
    choices=[
        choice(
            "Down, as on every loss.",
            "Down here means: more certain to be called synthesized.",
        ),
        choice(
            "Up: where it is large, the judge thinks that the numbers are real.",
            "Yes. It has the name of a loss, and the forger climbs on it.",
            right=True,
        ),
        choice(
            "Down, and the judge goes up on the same loss.",
            "The judge minimizes $L_D$, in which $L_G$ is a part.",
        ),
        choice(
            "Neither: it should come to $\\log2$.",
            "That is where it may end. To get there, it has to know a direction.",
        ),
    ],
)


def _forger(term, *, made=lambda z, theta: np.asarray(z) + theta, total=np.sum):
    return lambda z, theta, phi0, phi1: total(term(_d(made(z, theta), phi0, phi1)))


def _generator(z, theta):
    return np.asarray(z) + theta


_FORGED = [
    (np.array([0.5, -1.0]), 3.0, -2.0, 1.0),
    (_numbers(5, 8), 1.5, -4.0, 0.8),
    (_numbers(3, 9), -2.0, 0.3, -0.5),
    (np.array([1, 0, -2]), 2, 1, -1),
    (_numbers(1, 10), 0.0, 0.2, 1.3),
    (_numbers(7, 11), 6.0, -9.0, 1.6),
]

exercise(
    "15.1.4",
    title="The loss of the generator",
    stub=(
        "def compute_generator_loss(z, theta, phi0, phi1):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "from udl.generative.gan import discriminator\n\n"
        "def compute_generator_loss(z, theta, phi0, phi1):\n"
        "    real = discriminator(z + theta, phi0, phi1)\n"
        "    return -np.sum(np.log(1 - real))\n"
    ),
    published=published(
        "compute_generator_loss(z, theta, phi0, phi1)",
        takes=[lambda z: z[None], "theta", "phi0", "phi1"],
        provides={
            "discriminator": lambda: _d,
            "generator": lambda: _generator,
            "sig": lambda: sigmoid,
        },
    ),
    reference=gan.generator_loss,
    equivalent=dict.fromkeys(
        [
            'return -np.sum(np.log(np.maximum(1 - real, 1e-09)))',
            'return -np.sum(np.log(1 - real + 1e-09))',
        ],
        "a tiny number against a logarithm of zero is no mistake",
    ),
    cases=[case(*args) for args in _FORGED],
    planted=[
        mistake(
            _forger(lambda d: -np.log(d)),
            "Which way does the update go: up or down? This is the other loss, that of "
            "the end of the page, and its sign would lead the forger away.",
        ),
        mistake(
            _forger(np.log),
            "This is the non-saturating loss of the end of the page. Here the forger "
            "climbs on the published one.",
        ),
        mistake(
            _forger(lambda d: np.log(1 - d)),
            "The sign: the forger climbs, and here a higher value would mean to be "
            "caught.",
        ),
        mistake(
            _forger(lambda d: -np.log(1 - d), total=np.mean),
            "The page adds up the samples; this is their average.",
        ),
        mistake(
            _forger(lambda d: -np.log(1 - d), made=lambda z, theta: np.asarray(z)),
            "The forger's numbers are not z itself.",
        ),
        mistake(
            _forger(lambda d: -np.log(1 - d), made=lambda z, a: a * np.asarray(z)),
            "The generator adds theta. It does not multiply.",
        ),
        mistake(
            _forger(lambda d: -(1 - d)),
            "These are probabilities, and the loss adds their logarithms.",
        ),
        mistake(
            _forger(lambda d: d),
            "You add up the probabilities to be called real. The loss adds logarithms, "
            "and of another probability.",
        ),
        mistake(
            lambda z, theta, phi0, phi1: (
                phi1 * np.sum(_d(np.asarray(z) + theta, phi0, phi1))
            ),
            "This is the slope of the loss. What is the loss itself?",
        ),
        mistake(
            _forger(lambda d: -np.log(1 - d) - np.log(d)),
            "The forger has no real examples: only one of the two terms is about what "
            "it makes.",
        ),
    ],
    hints=[
        "First the numbers that the forger makes, then what the judge says of them.",
        "`-np.sum(np.log(1 - discriminator(generator(z, theta), phi0, phi1)))`.",
    ],
)  # fmt: skip


def _judge_gently(x_real, x_syn, phi):
    """Take a step of the discriminator."""
    phi = np.asarray(phi, dtype=float)
    return phi - 0.01 * gan.discriminator_gradient(x_real, x_syn, *phi)


def _forge_gently(z, theta, phi):
    """Take a step of the generator."""
    return theta + 0.05 * gan.generator_slope(z, theta, *phi)


def _judge_by_average(x_real, x_syn, phi):
    """Move toward the difference of the averages."""
    gap = np.mean(x_real) - np.mean(x_syn)
    return np.array([phi[0] - 0.1 * gap, 0.5 * phi[1] + 0.2 * gap])


def _forge_by_sign(z, theta, phi):
    """Take a step of fixed length."""
    return theta + 0.3 * np.sign(phi[1]) + 0.01 * np.mean(z)


def _played(
    *,
    syn=lambda z, theta, first: z + theta,
    order="judge",
    old=False,
    rounds=lambda n: n,
    forge=lambda z, theta: z,
    result=lambda theta, phi: theta,
):
    """Make a loop with another order, or with forgeries of another time."""

    def play(x_real, z, theta, phi, n, update_discriminator, update_generator):
        z, first = np.asarray(z, dtype=float), theta
        for _ in range(rounds(n)):
            before = phi
            if order == "judge":
                phi = update_discriminator(x_real, syn(z, theta, first), phi)
                theta = update_generator(forge(z, theta), theta, before if old else phi)
            else:
                theta = update_generator(z, theta, phi)
                phi = update_discriminator(x_real, syn(z, theta, first), phi)
        return result(theta, phi)

    return play


def _one_round_late(x_real, z, theta, phi, n, update_discriminator, update_generator):
    """Make the new forgeries before the forger has moved."""
    z = np.asarray(z, dtype=float)
    x_syn = z + theta
    for _ in range(n):
        phi = update_discriminator(x_real, x_syn, phi)
        x_syn = z + theta
        theta = update_generator(z, theta, phi)
    return theta


def _growing(x_real, z, theta, phi, n, update_discriminator, update_generator):
    """Add the whole offset to the last forgeries."""
    x_syn = np.asarray(z, dtype=float) + theta
    for _ in range(n):
        phi = update_discriminator(x_real, x_syn, phi)
        theta = update_generator(z, theta, phi)
        x_syn = x_syn + theta
    return theta


def _exchanged(x_real, z, theta, phi, n, update_discriminator, update_generator):
    """Hand the judge its two arrays in the other order."""
    for _ in range(n):
        phi = update_discriminator(np.asarray(z) + theta, x_real, phi)
        theta = update_generator(z, theta, phi)
    return theta


_PAIRS = [(_judge_gently, _forge_gently), (_judge_by_average, _forge_by_sign)]

exercise(
    "15.1.5",
    title="A forger that runs away",
    stub=(
        "def play(x_real, z, theta, phi, rounds,\n"
        "         update_discriminator, update_generator):\n"
        "    x_syn = z + theta\n"
        "    for _ in range(rounds):\n"
        "        phi = update_discriminator(x_real, x_syn, phi)\n"
        "        theta = update_generator(z, theta, phi)\n"
        "    return theta\n"
    ),
    solution=(
        "def play(x_real, z, theta, phi, rounds,\n"
        "         update_discriminator, update_generator):\n"
        "    for _ in range(rounds):\n"
        "        x_syn = z + theta\n"
        "        phi = update_discriminator(x_real, x_syn, phi)\n"
        "        theta = update_generator(z, theta, phi)\n"
        "    return theta\n"
    ),
    reference=_played(),
    equivalent={
        "the result has the first argument's type": "an array of one number is a number"
    },
    cases=[
        case(_numbers(3, 12, 7.5), _numbers(2, 13), 3.0, np.array([-2.0, 1.0]), 4,
             *_PAIRS[0]),
        case(_numbers(5, 14, 4.0), _numbers(4, 15), 1.0, np.array([0.0, 0.5]), 20,
             *_PAIRS[1]),
        case(_numbers(10, 16, 7.5), _numbers(10, 17), 3.0, np.array([-2.0, 1.0]), 50,
             *_PAIRS[0]),
        case(_numbers(2, 18, -3.0), _numbers(3, 19), 2.0, np.array([1.0, 0.2]), 7,
             *_PAIRS[1]),
    ],
    planted=[
        mistake(
            _played(order="forger"),
            "Now the forger goes first. In this game, the judge does.",
        ),
        mistake(
            _played(old=True),
            "The forger answers to the judge of the round before.",
        ),
        mistake(
            _played(rounds=lambda n: n - 1),
            "One round is missing.",
        ),
        mistake(
            _played(syn=lambda z, theta, first: z + theta + first),
            "The offset was added once more in each round. The numbers are z + theta.",
        ),
        mistake(
            _played(order="forger", syn=lambda z, theta, first: z + first),
            "The order of the players was right. Which numbers does the judge see in "
            "the third round?",
        ),
        mistake(
            _played(forge=lambda z, theta: z + theta),
            "The forger's step adds theta to what it gets. What should it get?",
        ),
        mistake(
            _one_round_late,
            "The judge sees the numbers of the round before. Who should come first "
            "after the forger has moved?",
        ),
        mistake(
            _growing,
            "theta is the whole offset, not what is added in this round. From what "
            "should each round start?",
        ),
        mistake(
            _exchanged,
            "The judge takes the real numbers for synthesized ones: in which order "
            "does its step expect them?",
        ),
        mistake(
            _played(syn=lambda z, theta, first: z),
            "The forger's numbers are not z itself; what does the generator add?",
        ),
        mistake(
            _played(result=lambda theta, phi: phi),
            "The judge's parameters came back. What does play return?",
        ),
        mistake(
            _played(syn=lambda z, theta, first: z * theta),
            "The generator adds its offset to z.",
        ),
    ],
    hints=[
        "Follow `x_syn` through three rounds. When does it change?",
        "Move one line of the program.",
    ],
)  # fmt: skip

question(
    "15.1.6",
    title="Where the arrows lead",
    prompt="The synthesized number is to the right of the real one, $\\theta>0$, and "
    "the judge's slope is $\\phi=0$. What happens next?",
    choices=[
        choice(
            "Nothing: without a slope, nobody learns anything.",
            "The forger has no slope to climb. But the judge sees a difference.",
        ),
        choice(
            "The forger moves left, to the real number.",
            "It does not know where the real number is. What does it know?",
        ),
        choice(
            "The judge's slope becomes negative, and then the forger moves left.",
            "Yes. First the judge learns that larger numbers are synthesized; then the "
            "forger learns it from the judge.",
            right=True,
        ),
        choice(
            "The judge's slope becomes positive, and the forger moves right.",
            "A positive slope would say that the number on the right is the real one.",
        ),
    ],
)


def _ends_near(result):
    found = np.asarray(result, dtype=float)
    if found.size != 1 or not np.isfinite(found).all():
        return "One finite number is expected."
    with np.errstate(over="ignore", invalid="ignore"):
        end = walk(1.5, 0.0, 0.2, 100, together=True, penalty=float(found.item()))[-1]
    off = np.hypot(*end)
    if found.item() < 0:
        return "A negative penalty is a reward for being sure."
    if not off < 100:
        return "With your penalty they run away."
    return off <= 0.01 or f"They end {off:.3f} from the goal."


exercise(
    "15.1.7",
    title="A penalty for being sure",
    stub="def penalty():\n    return 0.1\n",
    solution="def penalty():\n    return 0.8\n",
    reference=lambda: 0.8,
    accept=_ends_near,
    cases=[case()],
    planted=[
        mistake(lambda: 0.0, "Without any penalty they spiral outward."),
        mistake(lambda: -0.8, "A negative penalty is a reward for being sure."),
        mistake(lambda: 0.3, "You are going the right way, and not far enough."),
        mistake(lambda: 3.0, "That is too much: the judge hardly has a slope, and the "
                "forger creeps."),
        mistake(lambda: 12.0, "With a step of 0.2 this penalty overshoots, farther "
                "each time."),
    ],
    hints=[
        "Try a few values between 0 and 3, and look at the distance.",
        "Near 0.8, it circles less than once and does not creep yet.",
    ],
)  # fmt: skip

question(
    "15.1.8",
    title="At one place",
    prompt="At some place, real numbers have the density 0.3 and synthesized ones 0.1. "
    "What does the best discriminator say there?",
    answer=number(
        0.75,
        0.001,
        "Yes. Of all the numbers that come from there, three in four are real.",
    ),
    near=[
        number(0.25, 0.001, "That is the probability of synthesized."),
        number(1 / 3, 0.001, "Those are the odds of synthesized. A probability is a "
               "share of the whole."),
        number(3, 0.01, "Those are odds. A probability is a share of the whole."),
        number(0.3, 0.001, "That is a density. How many come from there in all?"),
        number(0.5, 0.001, "That would be so if both densities were equal there."),
        number(0.54983, 0.001, "No sigmoid is needed: the discriminator may be any "
               "function."),
    ],
    otherwise="Set the derivative of $-0.1\\log[1-D]-0.3\\log D$ to zero.",
)  # fmt: skip


def _terms(p, q, *, half=0.5, middle=lambda p, q: (p + q) / 2, log=np.log):
    def one(p, m):
        there = (p > 0) & (m > 0)
        return np.sum(p[there] * log(p[there] / m[there]))

    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    m = middle(p, q)
    return half * one(p, m), half * one(q, m)


def _relative(p, q):
    """Compute the divergence of p from q, infinite where only q is zero."""
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    there = p > 0
    with np.errstate(divide="ignore"):
        return np.sum(p[there] * np.log(p[there] / q[there]))


def _where_both(p, q):
    both = (np.asarray(p) > 0) & (np.asarray(q) > 0)
    return sum(_terms(np.asarray(p)[both], np.asarray(q)[both]))


_COLORS = [
    (np.array([0.5, 0.5, 0.0]), np.array([0.2, 0.3, 0.5])),
    (np.array([0.1, 0.2, 0.3, 0.4]), np.array([0.4, 0.3, 0.2, 0.1])),
    (np.array([1.0, 0.0]), np.array([0.0, 1.0])),
    (np.array([0.3, 0.7, 0.0, 0.0]), np.array([0.3, 0.6, 0.1, 0.0])),
    (np.array([0.25, 0.75]), np.array([0.25, 0.75])),
    (np.array([1, 0]), np.array([0, 1])),
]

exercise(
    "15.1.9",
    title="The divergence of colors",
    stub="def jensen_shannon(p, q):\n    ...  # your code\n",
    solution=(
        "def jensen_shannon(p, q):\n"
        "    def divergence(a, m):\n"
        "        there = a > 0\n"
        "        return np.sum(a[there] * np.log(a[there] / m[there]))\n\n"
        "    m = (p + q) / 2\n"
        "    return (divergence(p, m) + divergence(q, m)) / 2\n"
    ),
    reference=divergences.jensen_shannon,
    equivalent={
        "return np.sum(a[there] * np.log(np.maximum(a[there] / m[there], 1e-09)))": (
            "a ratio that small adds next to nothing"
        )
    },
    cases=[case(*args) for args in _COLORS],
    planted=[
        mistake(
            lambda p, q: sum(_terms(p, q, half=1)),
            "Half the sum of the two divergences.",
        ),
        mistake(
            lambda p, q: 2 * _terms(p, q)[0],
            "That is the divergence of p alone from the middle.",
        ),
        mistake(
            lambda p, q: 2 * _terms(p, q)[1],
            "That is the divergence of q alone from the middle.",
        ),
        mistake(
            lambda p, q: _terms(p, q)[0],
            "Only p is compared with the middle. What about q?",
        ),
        mistake(
            _where_both,
            "You leave out colors that one side lacks. Only the term of the side that "
            "lacks it is zero there.",
        ),
        mistake(
            lambda p, q: sum(_terms(p, q, middle=np.add)),
            "The middle of two distributions adds up to one. Yours adds up to two.",
        ),
        mistake(
            lambda p, q: sum(_terms(p, q, log=np.log2)),
            "The page's logarithm is the natural one.",
        ),
        mistake(
            lambda p, q: np.sqrt(sum(_terms(p, q))),
            "This is the root of the divergence, which is often called the "
            "Jensen-Shannon distance.",
        ),
        mistake(
            lambda p, q: _terms(p, q, half=1, middle=lambda p, q: q)[0],
            "This is the Kullback-Leibler divergence of p from q. Where is the middle?",
        ),
        mistake(
            _relative,
            "This is the Kullback-Leibler divergence of p from q, and infinite where "
            "q lacks a color. Where is the middle?",
        ),
        mistake(
            lambda p, q: (_relative(p, q) + _relative(q, p)) / 2,
            "You compare p and q with each other. With which third distribution does "
            "the page compare both?",
        ),
        mistake(
            lambda p, q: (
                (_relative(np.add(p, q) / 2, p) + _relative(np.add(p, q) / 2, q)) / 2
            ),
            "In your divergences the middle comes first. Which of the two "
            "distributions weights the logarithms?",
        ),
        mistake(
            lambda p, q: 2 * np.log(2) - 2 * sum(_terms(p, q)),
            "That is the loss of the best discriminator. How does the divergence come "
            "out of it?",
        ),
        mistake(
            lambda p, q: np.sum(np.abs(np.subtract(p, q))) / 2,
            "This is how much probability would have to be moved.",
        ),
    ],
    hints=[
        "First the distribution of a color of unknown kind, then two divergences from "
        "it.",
        "Where `p` is zero, nothing is added: select `p > 0` before you take the "
        "logarithm.",
    ],
)


def _slope(term, *, factor=lambda phi0, phi1, z, theta: phi1, total=np.sum):
    def slope(z, theta, phi0, phi1):
        real = _d(np.asarray(z) + theta, phi0, phi1)
        return factor(phi0, phi1, z, theta) * total(term(real))

    return slope


exercise(
    "15.1.10",
    title="The slope that does not saturate",
    stub="def generator_slope(z, theta, phi0, phi1):\n    ...  # your code\n",
    solution=(
        "from udl.generative.gan import discriminator\n\n"
        "def generator_slope(z, theta, phi0, phi1):\n"
        "    real = discriminator(z + theta, phi0, phi1)\n"
        "    return phi1 * np.sum(1 - real)\n"
    ),
    reference=lambda z, theta, phi0, phi1: gan.generator_slope(
        z, theta, phi0, phi1, saturating=False
    ),
    cases=[case(*args) for args in _FORGED],
    planted=[
        mistake(
            _slope(lambda d: d),
            "This is the slope of the published loss, which saturates.",
        ),
        mistake(
            _slope(lambda d: 1 - d, factor=lambda *_: 1),
            "By which factor does theta enter what is under the sigmoid?",
        ),
        mistake(
            _slope(lambda d: d * (1 - d)),
            "This is the derivative of D, not of its logarithm.",
        ),
        mistake(
            _slope(lambda d: d - 1),
            "The sign: on the log of being called real, the forger climbs.",
        ),
        mistake(
            _slope(lambda d: 1 - d, total=np.mean),
            "The loss is a sum over the samples; this is the slope of their average.",
        ),
        mistake(
            _slope(lambda d: 1 / d),
            "The derivative of the logarithm is there. What is inside has one, too.",
        ),
        mistake(
            lambda z, theta, phi0, phi1: (
                phi1
                * np.sum((1 - _d(np.asarray(z) + theta, phi0, phi1)) * np.asarray(z))
            ),
            "The derivative of z + theta with respect to theta is 1, not z.",
        ),
        mistake(
            lambda z, theta, phi0, phi1: np.sum(
                (1 - _d(np.asarray(z) + theta, phi0, phi1)) * (np.asarray(z) + theta)
            ),
            "This is the derivative with respect to phi1.",
        ),
        mistake(
            _slope(lambda d: 1 - d, factor=lambda phi0, *_: phi0),
            "Which of the two parameters multiplies theta under the sigmoid?",
        ),
        mistake(
            _slope(np.log, factor=lambda *_: 1),
            "This is the loss itself. What is its derivative?",
        ),
        mistake(
            _slope(lambda d: 1 / d, factor=lambda *_: 1),
            "The derivative of the logarithm alone: the chain has two more links.",
        ),
        mistake(
            lambda z, theta, phi0, phi1: (
                phi1 * (1 - np.sum(_d(np.asarray(z) + theta, phi0, phi1)))
            ),
            "The 1 is counted only once. How many terms are there?",
        ),
    ],
    hints=[
        "What is the derivative of the log of a sigmoid?",
        "`phi1 * np.sum(1 - discriminator(z + theta, phi0, phi1))`.",
    ],
)
