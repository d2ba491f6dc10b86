"""Exercises and questions of page 4.2, clipping functions."""

import numpy as np

from udl.datasets.networks import clipping_network
from udl.exercises.declare import case, choice, exercise, mistake, number, question
from udl.networks.deep import two_layers
from udl.networks.pieces import zero_crossings

_BETAS, _OMEGAS = clipping_network()
_THETA, _PSI = (np.hstack([_BETAS[k], _OMEGAS[k]]) for k in (0, 1))
_PHI = np.append(_BETAS[2], _OMEGAS[2])
_SMALL = (
    np.array([0.0, 1.0, 3.0]),
    np.array([[-1.0, 1.0]]),
    np.array([[1.0, -1.0], [-1.0, 2.0]]),
    np.array([0.5, 2.0, -3.0]),
)


def _random_network(rng):
    return case(
        rng.normal(size=5),
        rng.normal(size=(4, 2)),
        rng.normal(size=(3, 5)),
        rng.normal(size=4),
    )


def _layers(x, theta, psi, phi, *, first=None, second=None, signs=1):
    """The network with other functions in place of the two clippings."""
    h = theta[:, :1] + theta[:, 1:] * x
    h = np.maximum(0, h) if first is None else first(h)
    sums = psi[:, :1] + psi[:, 1:] @ h
    clipped = np.maximum(0, sums) if second is None else second(sums)
    weighted = phi[1:, np.newaxis] * clipped
    return sums, clipped, weighted, phi[0] * signs + weighted.sum(axis=0)


def _weighted_before_clipping(x, theta, psi, phi):
    sums = _layers(x, theta, psi, phi)[0]
    clipped = np.maximum(0, phi[1:, np.newaxis] * sums)
    return sums, np.maximum(0, sums), clipped, phi[0] + clipped.sum(axis=0)


def _unclipped_contributions(x, theta, psi, phi):
    sums, clipped, _, _ = two_layers(x, theta, psi, phi)
    weighted = phi[1:, np.newaxis] * sums
    return sums, clipped, weighted, phi[0] + weighted.sum(axis=0)


def _clipped_output(x, theta, psi, phi):
    *layers, y = two_layers(x, theta, psi, phi)
    return *layers, np.maximum(0, y)


def _without_offsets(x, theta, psi, phi):
    bare = psi.copy()
    bare[:, 0] = 0
    return _layers(x, theta, bare, phi)


def _transposed(x, theta, psi, phi):
    turned = psi.copy()
    if psi.shape[0] == psi.shape[1] - 1:
        turned[:, 1:] = psi[:, 1:].T
    return _layers(x, theta, turned, phi)


exercise(
    "4.2.1",
    title="Two hidden layers",
    stub="def two_layer_network(x, theta, psi, phi):\n    ...  # your code\n",
    reference=two_layers,
    cases=[
        case(*_SMALL),
        case(np.array([0.0, 0.25, 0.6, 1.0]), _THETA, _PSI, _PHI),
        case(np.array([0.1, 0.9]), _THETA, _PSI, np.array([1.0, 2.0, 0.5, -1.0])),
    ],
    random_case=_random_network,
    orders=[(0, 3, 2, 1)],
    planted=[
        mistake(
            lambda x, theta, psi, phi: _layers(x, theta, psi, phi, first=lambda z: z),
            "What the second layer receives must already have joints. Yours are "
            "straight lines.",
        ),
        mistake(
            lambda x, theta, psi, phi: _layers(x, theta, psi, phi, second=lambda z: z),
            "New joints appear where a pre-activation of the second layer crosses "
            "zero. Yours go on below zero as if nothing had happened.",
        ),
        mistake(
            _weighted_before_clipping,
            "You weight before you clip, so a negative weight silences what should be "
            "heard. In which order do the equations do it?",
        ),
        mistake(
            lambda x, theta, psi, phi: _layers(x, theta, psi, phi, signs=0),
            "Your output lacks its own offset.",
        ),
        mistake(
            _without_offsets,
            "The second layer has offsets too: which column of `psi` holds them?",
        ),
        mistake(
            _transposed,
            "The weights of a unit are in its row of `psi`. Do you run down a column?",
        ),
        mistake(
            _unclipped_contributions,
            "Your contributions weight what the units receive. What do they pass on?",
        ),
        mistake(
            _clipped_output,
            "Your output is never negative. Does an activation function act on it?",
        ),
        mistake(
            lambda x, theta, psi, phi: two_layers(x, theta, psi, np.roll(phi, 1)),
            "Count again in `phi`: it begins with the offset. Which entry belongs to "
            "unit 1?",
        ),
        mistake(
            lambda x, theta, psi, phi: two_layers(x, theta, np.roll(psi, 1, 1), phi),
            "You take the offsets of the second layer from the last column of `psi`. "
            "In which order does the page write a row?",
        ),
        mistake(
            lambda x, theta, psi, phi: two_layers(x, theta[:, ::-1], psi, phi),
            "In the first layer you have offset and slope exchanged.",
        ),
        mistake(
            lambda x, theta, psi, phi: two_layers(x, theta, psi, phi)[3],
            "The output alone. Asked for are four arrays: pre-activations, "
            "activations, contributions and output.",
        ),
    ],
    hints=[
        "Begin with the first layer: an offset and a slope for each row, "
        "`theta[:, :1]` and `theta[:, 1:]`. What shape has their combination with `x`?",
        "For all units at once, the sum over $j$ is a matrix product, "
        "`psi[:, 1:] @ h`.",
        "The contributions are `phi[1:, None]` times the activations; the output adds "
        "them over the rows, and `phi[0]`.",
    ],
)

question(
    "4.2.2",
    title="Which joints are where?",
    prompt="At $x=0.5$ the second unit of the first layer begins to act. All three "
    "units of the second layer receive it with a weight that is not zero. Does the "
    "output have to have a joint there?",
    choices=[
        choice(
            "Yes: each of the three lines has a joint there.",
            "Each *received* line has one. What remains of it where the line is below "
            "zero?",
        ),
        choice(
            "Yes, if at least one of the three is positive there and the changes of "
            "slope do not cancel.",
            "Right. A joint below zero is cut off together with its line. Look at the "
            "second and third panel, at 0.5.",
            right=True,
        ),
        choice(
            "No: joints of the first layer never reach the output.",
            "They do, through every unit of the second layer that is active there.",
        ),
    ],
)

question(
    "4.2.3",
    title="A joint by hand",
    prompt="Find the joint that unit 2 of the second layer makes on the left, where "
    "$x<0.3$ and $h_1=0.3-x$ alone is active.",
    answer=number(
        0.2,
        tolerance=1e-3,
        feedback="Yes: $-0.2 + 2(0.3-x) = 0.4-2x$ is zero at 0.2, and 0.2 lies in the "
        "interval.",
    ),
    near=[
        number(
            0.3,
            tolerance=1e-3,
            feedback="There the *first* layer has a joint. Where is $f_2'$ zero?",
        ),
        number(
            0.1,
            tolerance=1e-3,
            feedback="There $h_1 = 0.2$. Check which value of $h_1$ makes "
            "$-0.2 + 2h_1$ zero.",
        ),
        number(
            0.4,
            tolerance=1e-3,
            feedback="Outside of the interval $x<0.3$. Check the sign in front of $x$.",
        ),
        number(
            0.15,
            tolerance=1e-3,
            feedback="Use the second row of $\\psi$, beginning with $-0.2$.",
        ),
    ],
    otherwise="Write $f_2' = -0.2 + 2h_1$, insert $h_1$, and set it to zero.",
)

question(
    "4.2.4",
    title="Joints of one unit",
    prompt="How many new joints can a single unit of the second layer make at most, if "
    "the first layer has three units?",
    answer=number(
        4,
        tolerance=0.01,
        feedback="Yes: three joints divide the axis into four intervals, and in each "
        "the line is straight and crosses zero at most once. Three such units can make "
        "twelve, and with three joints of the first layer that is fifteen: sixteen "
        "pieces, the product $(3+1)(3+1)$ of page 4.1.",
    ),
    near=[
        number(
            3,
            tolerance=0.01,
            feedback="That is how many joints the line has. How many straight parts?",
        ),
        number(
            1,
            tolerance=0.01,
            feedback="That holds for a straight line. This one has joints already.",
        ),
        number(
            2,
            tolerance=0.01,
            feedback="A line with one joint can cross zero twice. This one has three.",
        ),
        number(
            12,
            tolerance=0.01,
            feedback="That would be for all three units of the second layer together.",
        ),
    ],
    otherwise="Draw a line with three joints that zigzags across zero.",
)


def _without_sign_check(x, z):
    share = z[:-1] / (z[:-1] - z[1:])
    return x[:-1] + share * np.diff(x)


def _in_changes(x, z):
    return np.flatnonzero(z[:-1] * z[1:] < 0)


def _from_share(share):
    """Crossings that lie some other share of the way from corner to corner."""

    def crossings(x, z):
        n = _in_changes(x, z)
        return x[n] + share(z[n], z[n + 1]) * (x[n + 1] - x[n])

    return crossings


def _share_alone(x, z):
    n = _in_changes(x, z)
    return x[n] + z[n] / (z[n] - z[n + 1])


def _falling_only(x, z):
    return zero_crossings(x, z)[z[_in_changes(x, z)] > 0]


exercise(
    "4.2.5",
    title="Where a bent line crosses zero",
    stub="def crossings_of(x, z):\n    ...  # your code\n",
    reference=zero_crossings,
    cases=[
        case(np.array([0.0, 4.0, 6.0]), np.array([1.0, -3.0, 3.0])),
        case(np.array([0.0, 4.0, 6.0, 7.0]), np.array([1.0, 2.0, -1.0, -2.0])),
        case(np.array([-1.0, 0.0, 2.0]), np.array([2.0, 1.0, 3.0])),
        case(
            np.array([0.0, 0.3, 0.5, 0.75, 1.0]),
            np.array([0.4, -0.2, -0.2, 0.43, -0.2]),
        ),
    ],
    random_case=lambda rng: case(np.sort(rng.uniform(0, 3, 8)), rng.normal(size=8)),
    planted=[
        mistake(
            lambda x, z: ((x[:-1] + x[1:]) / 2)[_in_changes(x, z)],
            "You answer with the middle between two corners. Is zero reached halfway, "
            "however high the one and however low the other?",
        ),
        mistake(
            lambda x, z: x[_in_changes(x, z)],
            "You answer with the corner before the crossing. How far is it from there?",
        ),
        mistake(
            lambda x, z: x[_in_changes(x, z) + 1],
            "You answer with the corner after the crossing. The line was zero before.",
        ),
        mistake(
            _without_sign_check,
            "You extend each straight part until it is zero. Does that happen between "
            "its two corners?",
        ),
        mistake(
            lambda x, z: np.array(
                [
                    x[n] + z[n] / (z[n] + z[n + 1]) * (x[n + 1] - x[n])
                    for n in _in_changes(x, z)
                ]
            ),
            "The two heights have opposite signs: how far apart are they?",
        ),
        mistake(
            _from_share(lambda here, there: here / (there - here)),
            "Your crossings lie outside of their two corners. Check the sign of the "
            "share.",
        ),
        mistake(
            _from_share(lambda here, there: there / (there - here)),
            "Your share is measured from the other corner. Which of the two is the "
            "crossing nearer to: the one far from zero, or the one close to it?",
        ),
        mistake(
            _share_alone,
            "A share is a share of something. How far is it from one corner to the "
            "next?",
        ),
        mistake(
            _falling_only,
            "You find where the line falls through zero. And where it rises?",
        ),
        mistake(
            lambda x, z: _in_changes(x, z).size,
            "You count the crossings. Asked for are their places.",
        ),
        mistake(
            lambda x, z: zero_crossings(x, z)[:1],
            "You stop at the first crossing. There may be more.",
        ),
    ],
    hints=[
        "When do two neighboring heights have a zero between them? Think of their "
        "signs.",
        "From height $z_n$ to $z_{n+1}$ the line falls by $z_n - z_{n+1}$. To reach "
        "zero it has to fall by $z_n$.",
        "So go the share $z_n/(z_n - z_{n+1})$ of the way from $x_n$ to $x_{n+1}$.",
    ],
)

question(
    "4.2.6",
    title="Raise an offset",
    prompt="$\\psi_{10}$ rises from 0.3 to 0.8, and unit 1 contributes with the weight "
    "$\\phi_1' = 0.5$. What does the output do?",
    choices=[
        choice(
            "It rises by 0.25 everywhere.",
            "Where unit 1 was clipped, its line has to climb up to zero first. Is the "
            "rise the same there?",
        ),
        choice(
            "It rises by 0.25 where unit 1 was active, and by less where it was "
            "clipped.",
            "Yes. Where the unit was silent, a part of the rise is used up below zero. "
            "On the way its two joints move toward each other, meet and vanish.",
            right=True,
        ),
        choice(
            "It rises by 0.5 everywhere.",
            "Which weight stands between unit 1 and the output? And what about the "
            "places where the unit is clipped?",
        ),
        choice(
            "Its shape moves to the left.",
            "An offset of the *first* layer would move a joint along the axis. This "
            "one is added to a line that is bent already.",
        ),
    ],
)

question(
    "4.2.7",
    title="Turn a unit around",
    prompt="All four numbers of the second row of $\\psi$ change their signs. What "
    "becomes of the contribution of unit 2?",
    choices=[
        choice(
            "It changes its sign.",
            "That would happen if the *output weight* changed its sign. Flipping "
            "happens before clipping: which part of the line survives now?",
        ),
        choice(
            "Nothing changes: a ReLU ignores the sign.",
            "A ReLU passes on what is positive. Which part of the line is positive "
            "after the flip?",
        ),
        choice(
            "What was clipped appears, and what was visible vanishes.",
            "Yes. The line turns upside down before it is cut. The joints stay where "
            "they were.",
            right=True,
        ),
        choice(
            "It becomes zero everywhere.",
            "Only if the whole line had been positive before. Look at it again.",
        ),
    ],
)

question(
    "4.2.8",
    title="Change an output weight",
    prompt="$\\phi_3'$ changes from 2.2 to $-1$. What happens to the joints of the "
    "output?",
    choices=[
        choice(
            "Those made by unit 3 move.",
            "The joints are made where the unit's sum crosses zero. Does that sum "
            "contain $\\phi_3'$?",
        ),
        choice(
            "They all stay where they are; slopes change where unit 3 is active.",
            "Yes. The weight comes after the clipping.",
            right=True,
        ),
        choice(
            "Those made by unit 3 vanish, because its contribution is negative now.",
            "A negative contribution is not clipped any more: no ReLU follows it.",
        ),
        choice(
            "They all stay, and the output changes its sign.",
            "Only the contribution of unit 3 does. The two others are as before.",
        ),
    ],
)
