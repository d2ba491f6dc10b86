"""Exercises and questions of page 19.1, Markov decision processes."""

import itertools
from types import SimpleNamespace

import numpy as np

from udl.decisions import chains, grid, policies, returns
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)


class _Drawn:
    """A source of uniform numbers that gives those of the case, in turn."""

    def __init__(self, u):
        self.left = itertools.cycle(np.ravel(u).tolist())

    def random(self, size=None):
        """Give numbers between 0 and 1."""
        if size is None:
            return next(self.left)
        count = int(np.prod(size))
        return np.reshape([next(self.left) for _ in range(count)], size)

    random_sample = random

    def rand(self, *shape):
        """Give numbers by the older name."""
        return self.random(shape or None)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Give numbers of another range."""
        return low + (high - low) * self.random(size)

    def choice(self, a, size=None, replace=True, p=None):
        """Choose as numpy does."""
        values = np.arange(a) if np.ndim(a) == 0 else np.asarray(a)
        p = np.full(len(values), 1 / len(values)) if p is None else np.ravel(p)
        return values[chains.choose(p, self.random(size))]

    def seed(self, *_):
        """Ignore a seed: the numbers are given."""


def _numpy_that_draws(u):
    """Give numpy with these numbers in the place of its random ones."""
    numpy = SimpleNamespace(**vars(np))
    numpy.random = _Drawn(u)
    numpy.random.default_rng = lambda *_: numpy.random
    return numpy


def _column(rewards):
    return np.reshape(rewards, (-1, 1))


def _single(result):
    """Take the published step's results, with its reward as an array of one."""
    state, reward, *action = result
    return (state, np.ravel(reward)[0], *action)


def _table(size, seed):
    """Make a table of probabilities with some zeros, columns summing to one."""
    rng = np.random.default_rng(seed)
    table = rng.dirichlet(np.full(size, 0.8), size=size).T
    table[rng.random((size, size)) < 0.25] = 0
    table += np.eye(size)[:, rng.permutation(size)] * 0.2
    return table / table.sum(axis=0)


def _tables(size, actions, seed):
    return np.stack([_table(size, seed + a) for a in range(actions)], axis=2)


def _policy(actions, size, seed):
    return np.random.default_rng(seed).dirichlet(np.full(actions, 0.7), size=size).T


_GRID, _ICE = grid.wander(4, 4), grid.icy(4, 4)
_PAID = np.array([0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0])
_HOME = np.eye(16)[15]
_ARROWS = [2, 2, 1, 1, 2, 1, 1, 1, 1, 1, 0, 2, 1, 0, 1, 1]


def _row(table, state):
    row = np.asarray(table)[state]
    return row / row.sum()


def _by_rows(state, table, u):
    return chains.choose(_row(table, state), u)


def _likeliest(state, table, u):
    return int(np.argmax(table[:, state]))


def _first_possible(state, table, u):
    return int(np.flatnonzero(table[:, state])[0])


def _equal_chances(state, table, u):
    possible = np.flatnonzero(table[:, state])
    return int(possible[int(u * len(possible))])


def _not_cumulated(state, table, u):
    return int(np.argmax(table[:, state] > u))


def _down_the_row(state, table, u):
    """Cumulate a row as it is, whatever it sums to."""
    return int(np.argmax(np.cumsum(np.asarray(table)[state]) > u))


def _among_the_possible(state, table, u):
    possible = np.asarray(table)[:, state]
    return chains.choose(possible[possible > 0], u)


def _through_the_table(state, table, u):
    return int(np.argmax(np.cumsum(table) > u))


def _from_the_end(state, table, u):
    return chains.choose(np.asarray(table)[:, state], 1 - u)


def _rounded_place(state, table, u):
    return int(u * len(table))


question(
    "19.1.1",
    title="Back in the corner",
    prompt="The robot begins in square 0. What is the probability that it is in square "
    "0 again after exactly 1001 steps?",
    choices=[
        choice(
            "$\\frac{1}{16}$: after so many steps every square is as likely",
            "Do squares in the middle, which have more ways in, get no more than a "
            "corner? And can it be in all squares at the same time of the clock?",
        ),
        choice(
            "somewhat less than $\\frac{1}{16}$, since a corner is hard to reach",
            "That would be true of the mean over many times. Color the squares like a "
            "chessboard: what does a step do to the color?",
        ),
        choice(
            "$0$",
            "Yes. Each step changes the color of a chessboard. After an odd number of "
            "steps it is on the other color.",
            right=True,
        ),
        choice(
            "it depends on the walk, so there is no such number",
            "Where it is depends on the walk. The probability is a number, and can be "
            "computed without any walk.",
        ),
    ],
)

exercise(
    "19.1.2",
    title="One step",
    stub="def markov_process_step(state, table, u):\n    ...  # your code\n",
    solution=(
        "def markov_process_step(state, table, u):\n"
        "    share = np.cumsum(table[:, state])\n"
        "    return np.argmax(share > u)\n"
    ),
    reference=chains.step,
    cases=[
        case(1, _table(3, 1), 0.71),
        case(0, _table(5, 2), 0.35),
        case(2, _table(5, 2), 0.85),
        case(3, _table(5, 2), 0.35),
        case(6, _table(7, 3), 0.6),
        case(4, _table(7, 3), 0.52),
        case(6, _table(7, 3), 0.08),
        case(9, _GRID, 0.6),
        case(0, _GRID, 0.9),
        case(10, _GRID, 0.3),
        case(13, _GRID, 0.99),
        case(2, _table(4, 5), 0.48),
    ],
    equivalent={
        "return np.argmax(share >= u)": "a draw that is exactly a sum",
        "the result has the first argument's type": "squares are whole numbers",
    },
    published=published(
        "markov_process_step(state, transition_probabilities)",
        takes=["state", "table"],
        provides={"np": _numpy_that_draws},
    ),
    planted=[
        mistake(
            _by_rows,
            "You read a row of the table, and divide by its sum. A row holds the ways "
            "into a square: if your probabilities do not sum to one, ask why first.",
        ),
        mistake(
            _likeliest,
            "You always go to the likeliest square. Then nothing is left to chance: "
            "what is `u` for?",
        ),
        mistake(
            _first_possible,
            "Every walk of yours takes the first square that is possible at all.",
        ),
        mistake(
            _equal_chances,
            "You give all possible squares the same chance. The column says how likely "
            "each of them is.",
        ),
        mistake(
            _not_cumulated,
            "You compare `u` with single probabilities. Lay them end to end first: "
            "where does each piece end?",
        ),
        mistake(
            _rounded_place,
            "Your step depends on `u` and not on the table: from a corner it would "
            "jump across the world.",
        ),
        mistake(
            lambda state, table, u: table[chains.step(state, table, u), state],
            "This is how likely the step was. Which square does it lead to?",
        ),
        mistake(
            lambda state, table, u: table[:, state],
            "This is the whole column of probabilities. Draw one square from it.",
        ),
        mistake(
            _down_the_row,
            "You cumulate a row. Where you come from picks the column.",
        ),
        mistake(
            _among_the_possible,
            "Your result counts only squares that are possible. Which number does the "
            "square have in the world?",
        ),
        mistake(
            _through_the_table,
            "You cumulate the whole table. Which part of it is about the old square?",
        ),
        mistake(
            _from_the_end,
            "Your pieces lie from right to left. Begin with square 0 on the left.",
        ),
    ],
    hints=[
        "The probabilities from `state` are `table[:, state]`. `np.cumsum` lays them "
        "end to end.",
        "The first entry of the cumulated sum that is larger than `u`: "
        "`np.argmax(share > u)`.",
    ],
)

question(
    "19.1.3",
    title="A corner and the middle",
    prompt="After 100 steps, how many times as likely is square 5, in the middle, as "
    "square 0, a corner?",
    answer=number(
        2,
        tolerance=0.02,
        feedback="Yes: it has 4 neighbors, and the corner has 2. See below why this "
        "decides it.",
    ),
    near=[
        number(
            1,
            tolerance=0.02,
            feedback="Each corner can be entered from two squares only, a middle one "
            "from four. Should they be alike?",
        ),
        number(
            0.5,
            tolerance=0.01,
            feedback="You have the two squares the other way round.",
        ),
        number(
            4,
            tolerance=0.02,
            feedback="Twice as many ways lead in. But each of those neighbors has "
            "several ways to go, about as many in both cases.",
        ),
    ],
    otherwise="Count the neighbors of both, or run the cell above with more steps.",
)


exercise(
    "19.1.4",
    title="A step and its reward",
    stub="def markov_reward_process_step(state, table, rewards, u):\n"
    "    ...  # your code\n",
    solution=(
        "def markov_reward_process_step(state, table, rewards, u):\n"
        "    share = np.cumsum(table[:, state])\n"
        "    new = np.argmax(share > u)\n"
        "    return new, rewards[new]\n"
    ),
    reference=lambda state, table, rewards, u: (
        (new := chains.step(state, table, u)),
        rewards[new],
    ),
    parts=["square", "reward"],
    cases=[
        case(1, _table(3, 1), np.array([0.5, -1.0, 2.0]), 0.71),
        case(0, _table(5, 2), -np.array([3.75, 1.25, 2.5, 0.5, 4.25]), 0.35),
        case(3, _table(5, 2), np.array([3.0, 1.0, -2.0, 0.5, 4.0]), 0.93),
        case(4, _GRID, _PAID, 0.8),
        case(9, _GRID, _PAID, 0.6),
        case(10, _GRID, _PAID, 0.1),
        case(14, _GRID, _PAID, 0.2),
        case(6, _table(7, 3), np.arange(7.0) ** 2, 0.08),
    ],
    equivalent={
        "new = np.argmax(share >= u)": "a draw that is exactly a sum",
    },
    published=published(
        "markov_reward_process_step(state, transition_probabilities, reward_structure)",
        takes=["state", "table", lambda rewards: _column(rewards)],
        provides={"np": _numpy_that_draws},
        gives=_single,
    ),
    planted=[
        mistake(
            lambda state, table, rewards, u: (
                chains.step(state, table, u),
                rewards[state],
            ),
            "You pay for the old square. On this page the square that is entered pays.",
        ),
        mistake(
            lambda state, table, rewards, u: (
                (new := chains.step(state, table, u)),
                float(rewards[new] == 2),
            ),
            "You test for a code 2, as the picture's squares have. What is stored in "
            "`rewards`?",
        ),
        mistake(
            lambda state, table, rewards, u: (
                (new := _by_rows(state, table, u)),
                rewards[new],
            ),
            "The reward fits your new square. But the square comes from a row of the "
            "table; the old square picks the column.",
        ),
        mistake(
            lambda state, table, rewards, u: (
                chains.step(state, table, u),
                rewards @ table[:, state],
            ),
            "This reward is the mean over all steps that are possible. Only one was "
            "made.",
        ),
        mistake(
            lambda state, table, rewards, u: (
                (new := chains.step(state, table, u)),
                rewards[state] + rewards[new],
            ),
            "You pay for both squares: each would be paid twice along a walk.",
        ),
        mistake(
            lambda state, table, rewards, u: (
                (new := _likeliest(state, table, u)),
                rewards[new],
            ),
            "You go to the likeliest square. What is left to chance?",
        ),
        mistake(
            lambda state, table, rewards, u: (
                (new := _down_the_row(state, table, u)),
                rewards[new],
            ),
            "You cumulate a row of the table. The ways out of the old square are a "
            "column.",
        ),
        mistake(
            lambda state, table, rewards, u: (
                state,
                rewards[chains.step(state, table, u)],
            ),
            "The reward is right. But you return the square that was left.",
        ),
        mistake(
            lambda state, table, rewards, u: (
                (new := chains.step(state, table, u)),
                rewards[chains.step(new, table, u)],
            ),
            "The reward comes from a second step. Which square has been entered in the "
            "first?",
        ),
        mistake(
            lambda state, table, rewards, u: (
                (new := chains.step(state, table, u)),
                table[new, state],
            ),
            "In place of a reward you return how likely the step was.",
        ),
        mistake(
            lambda state, table, rewards, u: (
                (new := chains.step(state, table, u)),
                int(rewards[new]),
            ),
            "You cut the reward to a whole number. A reward may be any number.",
        ),
        mistake(
            lambda state, table, rewards, u: (
                (new := chains.step(state, table, u)),
                float(rewards[new] > 0),
            ),
            "Your reward says whether there is one. How large is it?",
        ),
        mistake(
            lambda state, table, rewards, u: (
                (new := chains.step(state, table, u)),
                rewards[new] * table[new, state],
            ),
            "You multiply the reward by the probability of the step. The step has "
            "happened: it pays in full.",
        ),
    ],
    hints=[
        "First the new square, as in exercise 19.1.2.",
        "Return `new, rewards[new]`.",
    ],
)

question(
    "19.1.5",
    title="Paid forever",
    prompt="The robot is paid 1 at every step, forever, and $\\gamma = 0.9$. What is "
    "its return?",
    answer=number(
        10,
        tolerance=0.01,
        feedback="Yes: $1 + 0.9 + 0.81 + \\ldots = 1/(1-0.9)$. With rewards of at "
        "most 1 no return is larger.",
    ),
    near=[
        number(
            9,
            tolerance=0.01,
            feedback="This discounts the first reward, too. In the definition "
            "$r_{t+1}$ has the factor 1.",
        ),
        number(
            1.9,
            tolerance=0.01,
            feedback="These are two terms. They go on and on.",
        ),
        number(
            1,
            tolerance=0.01,
            feedback="This is the first reward alone.",
        ),
        number(
            0.9,
            tolerance=0.01,
            feedback="This is what the second reward counts. Add up all of them.",
        ),
    ],
    otherwise="Each term is 0.9 times the one before: it is a geometric series, and "
    "its sum is finite.",
)


def _weighted(weights):
    return lambda rewards, gamma: float(
        np.sum(weights(np.arange(len(rewards)), gamma) * np.asarray(rewards))
    )


exercise(
    "19.1.6",
    title="The return",
    stub="def calculate_return(rewards, gamma):\n    ...  # your code\n",
    solution=(
        "def calculate_return(rewards, gamma):\n"
        "    discounts = gamma ** np.arange(len(rewards))\n"
        "    return np.sum(discounts * rewards)\n"
    ),
    reference=returns.discounted_return,
    cases=[
        case(np.array([1.0, 0.0, 4.0]), 0.5),
        case(np.array([0.5, -2.0, 3.0, 1.5, 0.25]), 0.9),
        case(np.array([0, 0, 1, 0, 1, 0, 1, 0, 0, 0]), 0.9),
        case(np.array([-3.0, 1.0]), 0.8),
        case(np.array([2.5]), 0.7),
        case(np.array([0, 0, 200, 200, 200, 3], dtype=np.uint8), 0.99),
        case(np.array([1.0, 2.0, 3.0]), 1.0),
    ],
    random_case=lambda rng: case(rng.normal(size=12), rng.uniform(0.5, 0.99)),
    published=published("calculate_return(rewards, gamma)"),
    planted=[
        mistake(
            _weighted(lambda k, g: g ** (k + 1)),
            "Your first reward is discounted already. It is not far away: with which "
            "power does the sum begin?",
        ),
        mistake(
            _weighted(lambda k, g: g ** (k > 0)),
            "All later rewards are discounted alike. One that is two steps away is "
            "discounted twice.",
        ),
        mistake(
            _weighted(lambda k, g: (1 - g) ** k),
            "Your factor is 1 - gamma. A gamma near one should make later rewards "
            "count nearly as much.",
        ),
        mistake(
            _weighted(lambda k, g: g ** k[::-1]),
            "You discount the early rewards most: time runs the other way.",
        ),
        mistake(
            _weighted(lambda k, g: g + 0 * k),
            "Every reward is discounted once, whenever it comes. What does waiting "
            "longer do?",
        ),
        mistake(
            _weighted(lambda k, g: np.where(k > 0, g**k, 0)),
            "The first reward is missing. The rewards are in the order of time from 0 "
            "on.",
        ),
        mistake(
            _weighted(lambda k, g: np.where(k == k[-1], g**k, 0)),
            "Only the last reward counts in yours. Is a sum overwritten?",
        ),
        mistake(
            _weighted(lambda k, g: g * k),
            "You multiply gamma by the time. Each step is another factor gamma.",
        ),
        mistake(
            _weighted(lambda k, g: g**k * (1 - g)),
            "You also multiply by 1 - gamma. That makes a mean of rewards; a sum is "
            "asked for.",
        ),
        mistake(
            lambda rewards, gamma: (
                gamma ** np.arange(len(rewards)) * np.asarray(rewards)
            ),
            "These are the discounted rewards. Their sum is the return.",
        ),
        mistake(
            lambda rewards, gamma: (
                np.sum(np.asarray(rewards, dtype=float) ** gamma)
                if np.all(np.asarray(rewards) >= 0)
                else np.nan
            ),
            "You raise the rewards to the power of gamma. What is raised to which "
            "power?",
        ),
    ],
    hints=[
        "How often is the reward at position `k` multiplied by `gamma`?",
        "`gamma ** np.arange(len(rewards))`, times the rewards, summed up.",
    ],
)


def _cut(rewards, gamma):
    rewards = np.asarray(rewards)
    made = np.zeros_like(rewards)
    later = 0.0
    for t in reversed(range(len(rewards))):
        later = rewards[t] + gamma * later
        made[t] = later
    return made


def _all_but(change):
    """Change all returns, where something is added up."""
    return lambda rewards, gamma: change(
        returns.all_returns(rewards, gamma), np.asarray(rewards, dtype=float), gamma
    )


def _kept(*, order=reversed, first=0, before=False, both=False, whole=False):
    """Run through the rewards with a part of the program changed."""

    def kept(rewards, gamma):
        made, later = np.zeros(len(rewards)), 0.0
        for t in order(range(len(rewards) - first)):
            new = rewards[t] + gamma * later
            new = gamma * (rewards[t] + later) if both else new
            new = int(new) if whole else new
            made[t] = later if before else new
            later = new
        return made

    return kept


def _from_the_start(rewards, gamma):
    return gamma ** np.arange(len(rewards)) * np.asarray(rewards)


exercise(
    "19.1.7",
    title="Returns of whole numbers",
    stub=(
        "def all_returns(rewards, gamma):\n"
        "    returns = np.zeros_like(rewards)\n"
        "    later = 0.0\n"
        "    for t in reversed(range(len(rewards))):\n"
        "        later = rewards[t] + gamma * later\n"
        "        returns[t] = later\n"
        "    return returns\n"
    ),
    solution=(
        "def all_returns(rewards, gamma):\n"
        "    returns = np.zeros(len(rewards))\n"
        "    later = 0.0\n"
        "    for t in reversed(range(len(rewards))):\n"
        "        later = rewards[t] + gamma * later\n"
        "        returns[t] = later\n"
        "    return returns\n"
    ),
    reference=returns.all_returns,
    cases=[
        case(np.array([1, 0, 3]), 0.5),
        case(np.array([0, 0, 1, 0, 1, 0, 1, 0, 0, 0]), 0.9),
        case(np.array([0.5, 0.25, 1.5, -2.0]), 0.8),
        case(np.array([2, -1, 5, 4, 1]), 0.7),
        case(np.array([4]), 0.9),
    ],
    equivalent={
        "returns = np.ones(len(rewards))": "all entries are overwritten",
    },
    planted=[
        mistake(
            _cut,
            "With whole numbers your returns come out as whole numbers. What type does "
            "`zeros_like` give?",
        ),
        mistake(
            lambda rewards, gamma: np.round(returns.all_returns(rewards, gamma)),
            "Your returns are rounded now. They should keep their decimals.",
        ),
        mistake(
            _all_but(lambda made, rewards, gamma: made - rewards),
            "Each return of yours lacks its own first reward.",
        ),
        mistake(
            lambda rewards, gamma: returns.all_returns(np.flip(rewards), gamma),
            "You run forward in time: a return counts what comes after it.",
        ),
        mistake(
            _kept(order=iter),
            "Your loop runs forward, so `later` holds what came before.",
        ),
        mistake(
            _kept(first=1),
            "The last reward is left out: where does your loop begin?",
        ),
        mistake(
            _kept(before=True),
            "You store `later` before the reward of this time is in it.",
        ),
        mistake(
            _kept(both=True),
            "Gamma multiplies the next reward, too. Which of the two terms comes a "
            "step later?",
        ),
        mistake(
            _kept(whole=True),
            "`later` itself is a whole number in yours. Who cuts it off?",
        ),
        mistake(
            lambda rewards, gamma: np.cumsum(_from_the_start(rewards, gamma)),
            "These sums end at each time. A return counts what is still to come.",
        ),
        mistake(
            lambda rewards, gamma: np.cumsum(_from_the_start(rewards, gamma)[::-1])[
                ::-1
            ],
            "You discount everything back to the beginning. Each return counts the "
            "steps from its own time.",
        ),
        mistake(
            lambda rewards, gamma: returns.all_returns(rewards, 1.0),
            "Nothing is discounted any more.",
        ),
        mistake(
            lambda rewards, gamma: (
                np.asarray(rewards, dtype=float)
                + gamma * np.append(np.asarray(rewards, dtype=float)[1:], 0.0)
            ),
            "Your returns end after two rewards. `later` must carry all that follows.",
        ),
        mistake(
            lambda rewards, gamma: np.full(
                len(rewards), returns.discounted_return(rewards, gamma)
            ),
            "All of your returns are the first one.",
        ),
    ],
    hints=[
        "Print `returns.dtype` for both kinds of rewards.",
        "Make an array of floats: `np.zeros(len(rewards))`.",
    ],
)

question(
    "19.1.8",
    title="Two squares, on paper",
    prompt="From square A the robot always goes to B. From B it goes to A or stays, "
    "with probability $\\frac12$ each. Entering A pays 1, entering B pays 0, and "
    "$\\gamma = \\frac12$. Write down both Bellman equations and solve them. What is "
    "the value of B?",
    answer=number(
        0.8,
        tolerance=0.001,
        feedback="Yes: $v_A = \\frac12 v_B$, and "
        "$v_B = \\frac12(1 + \\frac12 v_A) + \\frac12\\cdot\\frac12 v_B$ give "
        "$\\frac58 v_B = \\frac12$.",
    ),
    near=[
        number(
            0.4,
            tolerance=0.001,
            feedback="This is the value of A, one step before B.",
        ),
        number(
            0.5,
            tolerance=0.001,
            feedback="This is the mean of the next reward alone. What comes after it "
            "counts, too.",
        ),
        number(
            2 / 3,
            tolerance=0.005,
            feedback="The robot may also go to A and come back: $v_A$ is not zero.",
        ),
        number(
            1.2,
            tolerance=0.001,
            feedback="Is A paid for being entered, or for being left?",
        ),
    ],
    otherwise="Begin with A: it pays nothing to enter B, and $v_A = \\gamma\\, v_B$. "
    "Put this into the equation of B.",
)


def _first_step(table, goal, *, cost=1.0, gamma=1.0, turn=np.transpose):
    table = np.asarray(table, dtype=float)
    others = np.delete(np.arange(len(table)), goal)
    inside = turn(table[np.ix_(others, others)])
    steps = np.zeros(len(table))
    steps[others] = np.linalg.solve(
        np.eye(len(others)) - gamma * inside, np.full(len(others), cost)
    )
    return steps


def _with_return(table, goal):
    """Count at the goal the steps until it is entered again."""
    steps = chains.expected_steps(table, goal)
    steps[goal] = 1 + steps @ np.asarray(table, dtype=float)[:, goal]
    return steps


def _looks_ahead(table, goal):
    """Leave the goal's own equation as it was, with a 0 for its step."""
    steps = chains.expected_steps(table, goal)
    steps[goal] = steps @ np.asarray(table, dtype=float)[:, goal]
    return steps


def _shortest(table, goal):
    steps = np.where(np.arange(len(table)) == goal, 0.0, np.inf)
    for _ in table:
        reach = np.where(np.asarray(table) > 0, steps[:, None] + 1, np.inf)
        steps = np.minimum(steps, reach.min(axis=0))
    return steps


_THREE = np.array([[0.0, 0.25, 0.0], [0.5, 0.25, 1.0], [0.5, 0.5, 0.0]])
_LINE = grid.wander(1, 5)

exercise(
    "19.1.9",
    title="Steps to a goal",
    stub="def expected_steps(table, goal):\n    ...  # your code\n",
    solution=(
        "def expected_steps(table, goal):\n"
        "    A = np.eye(len(table)) - table.T\n"
        "    A[goal] = np.eye(len(table))[goal]\n"
        "    b = np.ones(len(table))\n"
        "    b[goal] = 0\n"
        "    return np.linalg.solve(A, b)\n"
    ),
    reference=chains.expected_steps,
    cases=[
        case(_THREE, 2),
        case(_LINE, 4),
        case(_LINE, 1),
        case(np.eye(6)[:, [1, 2, 3, 4, 5, 0]] * 0.5 + np.eye(6) * 0.5, 0),
        case(_GRID, 15),
        case(_table(5, 8) * 0.8 + 0.04, 3),
    ],
    rtol=1e-6,
    equivalent={
        "the result has the first argument's type": "a table of whole numbers has no "
        "chance in it",
    },
    planted=[
        mistake(
            lambda table, goal: _first_step(table, goal, turn=np.asarray),
            "You sum over the old squares. The steps that follow are those from the "
            "new square: transpose.",
        ),
        mistake(
            _with_return,
            "At the goal you count until it is entered again. There the number is 0.",
        ),
        mistake(
            _looks_ahead,
            "Only the goal's entry is wrong: its equation still looks at where the "
            "robot would go from there.",
        ),
        mistake(
            lambda table, goal: chains.expected_steps(table, len(table) - 1),
            "Your goal is always the last square.",
        ),
        mistake(
            _shortest,
            "This is the shortest way, for a robot that is lucky at each step. The "
            "mean is asked for.",
        ),
        mistake(
            lambda table, goal: _first_step(table, goal, gamma=0.9),
            "You discount. A step far away is a step like any other.",
        ),
        mistake(
            lambda table, goal: 1 + chains.expected_steps(table, goal),
            "One step too many: at the goal you need none.",
        ),
        mistake(
            lambda table, goal: np.maximum(chains.expected_steps(table, goal) - 1, 0),
            "The last step, into the goal, counts as well.",
        ),
        mistake(
            lambda table, goal: 1 / chains.stationary(table),
            "This is how long each square takes to come back to itself. It does not "
            "depend on the goal.",
        ),
        mistake(
            lambda table, goal: np.delete(chains.expected_steps(table, goal), goal),
            "The goal is missing in your result: its entry is 0.",
        ),
    ],
    hints=[
        "For every square but the goal, $t[s] = 1 + \\sum_{s'} P_{s's}\\, t[s']$. At "
        "the goal, $t = 0$.",
        "Solve with the matrix `np.eye(S) - table.T`, whose row `goal` you replace by "
        "that of the identity, and a right-hand side of ones with a 0 there.",
    ],
)


def _decision(state, tables, rewards, policy, u, *, action=None, step=chains.step):
    action = policy[state] if action is None else action
    new = step(state, np.asarray(tables)[:, :, action], u)
    return new, rewards[new]


_SMALL_REWARDS = np.array([0.5, -1.0, 2.0, 4.0, -3.0])

exercise(
    "19.1.10",
    title="A step under orders",
    stub="def decision_step(state, tables, rewards, policy, u):\n    ...  # your "
    "code\n",
    solution=(
        "def decision_step(state, tables, rewards, policy, u):\n"
        "    share = np.cumsum(tables[:, state, policy[state]])\n"
        "    new = np.argmax(share > u)\n"
        "    return new, rewards[new]\n"
    ),
    reference=_decision,
    parts=["square", "reward"],
    cases=[
        case(1, _tables(3, 2, 1), np.array([0.5, -1.0, 2.0]), [0, 1, 1], 0.71),
        case(3, _tables(5, 4, 2), _SMALL_REWARDS, [1, 3, 0, 2, 1], 0.35),
        case(0, _tables(5, 4, 2), _SMALL_REWARDS, [1, 3, 0, 2, 1], 0.83),
        case(4, _tables(5, 4, 9), _SMALL_REWARDS, [2, 0, 1, 0, 3], 0.5),
        case(10, _ICE, _HOME, _ARROWS, 0.6),
        case(14, _ICE, _HOME, _ARROWS, 0.7),
        case(0, _ICE, _HOME, _ARROWS, 0.2),
        case(2, _tables(6, 3, 20), np.arange(6.0) ** 2, [0, 2, 1, 1, 0, 2], 0.44),
    ],
    equivalent={
        "new = np.argmax(share >= u)": "a draw that is exactly a sum",
    },
    published=published(
        "markov_decision_process_step_deterministic(state, "
        "transition_probabilities_given_action, reward_structure, policy)",
        takes=["state", "tables", lambda rewards: _column(rewards), "policy"],
        provides={"np": _numpy_that_draws},
        gives=_single,
    ),
    planted=[
        mistake(
            lambda state, tables, rewards, policy, u: _decision(
                state, tables, rewards, policy, u, action=policy[0]
            ),
            "You take the action of square 0 wherever you are.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: _decision(
                state, tables, rewards, policy, u, step=_by_rows
            ),
            "The action is right. Its table has the old square as a column, and you "
            "read a row.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: _decision(
                state, tables, rewards, policy, u, step=_down_the_row
            ),
            "The action is right. But what you cumulate are ways into the old square.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: _decision(
                state, tables, rewards, policy, u, action=policy[state] - 1
            ),
            "Actions are numbered from 0. Yours is one too low.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: _decision(
                state, tables, rewards, policy, u, action=-1
            ),
            "You read the table of the last action, whatever the policy says.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: _decision(
                state, tables, rewards, policy, u, step=_likeliest
            ),
            "You go where it is likeliest to go. A command is not a move: it can slip.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: (
                _decision(state, tables, rewards, policy, u)[0],
                rewards[state],
            ),
            "The square is right. Its reward is for entering it, and you pay for the "
            "one that is left.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: (
                (new := chains.step(state, np.mean(tables, axis=2), u)),
                rewards[new],
            ),
            "You average the tables of all actions. Only one action was taken.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: (
                (new := _decision(state, tables, rewards, policy, u)[0]),
                rewards[new],
                policy[state],
            ),
            "Two results are expected: the square and the reward. The action is known.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: _decision(
                state, tables, rewards, policy, u, action=0
            ),
            "You read the table of action 0 and leave the policy unread.",
        ),
    ],
    hints=[
        "Which of the tables, and which of its columns?",
        "The probabilities are `tables[:, state, policy[state]]`. Go on as before.",
    ],
)


def _policy_step(state, tables, rewards, policy, u):
    new, action = policies.decide(state, tables, policy, u)
    return new, rewards[new], action


def _drawn(choose_action=None, second=lambda u: u[1], step=chains.step, pay=None):
    """Make a policy step with a part of it changed."""

    def policy_step(state, tables, rewards, policy, u):
        chooser = choose_action or (lambda shares, u: chains.choose(shares, u[0]))
        action = chooser(np.asarray(policy)[:, state], u)
        new = step(state, np.asarray(tables)[:, :, action], second(u))
        return new, rewards[new] if pay is None else rewards[state], action

    return policy_step


exercise(
    "19.1.11",
    title="Two draws",
    stub="def policy_step(state, tables, rewards, policy, u):\n    ...  # your code\n",
    solution=(
        "def policy_step(state, tables, rewards, policy, u):\n"
        "    action = np.argmax(np.cumsum(policy[:, state]) > u[0])\n"
        "    share = np.cumsum(tables[:, state, action])\n"
        "    new = np.argmax(share > u[1])\n"
        "    return new, rewards[new], action\n"
    ),
    reference=_policy_step,
    parts=["square", "reward", "action"],
    cases=[
        case(
            1,
            _tables(3, 2, 1),
            np.array([0.5, -1.0, 2.0]),
            _policy(2, 3, 1),
            np.array([0.61, 0.27]),
        ),
        case(
            3, _tables(5, 4, 2), _SMALL_REWARDS, _policy(4, 5, 2), np.array([0.35, 0.8])
        ),
        case(
            0,
            _tables(5, 4, 2),
            _SMALL_REWARDS,
            _policy(4, 5, 2),
            np.array([0.83, 0.15]),
        ),
        case(
            4, _tables(5, 4, 9), _SMALL_REWARDS, _policy(4, 5, 3), np.array([0.5, 0.42])
        ),
        case(10, _ICE, _HOME, _policy(4, 16, 4), np.array([0.93, 0.7])),
        case(14, _ICE, _HOME, _policy(4, 16, 5), np.array([0.44, 0.81])),
        case(11, _ICE, _HOME, _policy(4, 16, 6), np.array([0.12, 0.55])),
        case(
            2,
            _tables(6, 3, 20),
            np.arange(6.0) ** 2,
            _policy(3, 6, 7),
            np.array([0.72, 0.33]),
        ),
    ],
    equivalent={
        "new = np.argmax(share >= u[1])": "a draw that is exactly a sum",
        "action = np.argmax(np.cumsum(policy[:, state]) >= u[0])": "exactly a sum",
    },
    published=published(
        "markov_decision_process_step_stochastic(state, "
        "transition_probabilities_given_action, reward_structure, stochastic_policy)",
        takes=["state", "tables", lambda rewards: _column(rewards), "policy"],
        provides={"np": _numpy_that_draws},
        gives=_single,
    ),
    planted=[
        mistake(
            _drawn(choose_action=lambda shares, u: int(np.argmax(shares))),
            "You always take the likeliest action. The policy leaves it to chance.",
        ),
        mistake(
            _drawn(second=lambda u: u[0]),
            "You use one number twice. Decision and slip are independent: two draws.",
        ),
        mistake(
            _drawn(
                choose_action=lambda shares, u: chains.choose(shares, u[1]),
                second=lambda u: u[0],
            ),
            "The two draws are exchanged: the first one chooses the action.",
        ),
        mistake(
            _drawn(choose_action=lambda shares, u: int(u[0] * len(shares))),
            "Your actions are all equally likely. The policy says how likely each is.",
        ),
        mistake(
            _drawn(step=_by_rows),
            "Action drawn, and then a row of its table. The old square is a column.",
        ),
        mistake(
            _drawn(step=_down_the_row),
            "Action drawn, and then you cumulate the ways into the old square.",
        ),
        mistake(
            _drawn(choose_action=lambda shares, u: chains.choose(shares, u[1])),
            "The second number does both. What is the first one for?",
        ),
        mistake(
            _drawn(choose_action=lambda shares, u: 0),
            "The action is always 0. The policy draws it, with the first number.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: (
                (made := _policy_step(state, tables, rewards, policy, u))[2],
                made[0],
                made[1],
            ),
            "The action comes last: square, reward, action.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: (
                (made := _policy_step(state, tables, rewards, policy, u))[0],
                rewards[made[2]],
                made[2],
            ),
            "You look up the reward of the action. Squares have rewards.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: (
                (made := _policy_step(state, tables, rewards, policy, u))[0],
                made[1],
                chains.choose(np.asarray(policy)[:, made[0]], u[0]),
            ),
            "The action that you return is one for the new square. Which was taken?",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: (
                (
                    new := chains.step(
                        state, policies.policy_chain(tables, policy), u[1]
                    )
                ),
                rewards[new],
                chains.choose(np.asarray(policy)[:, state], u[0]),
            ),
            "The step mixes all actions, as if none had been drawn. Which table is it "
            "now?",
        ),
        mistake(
            _drawn(step=_likeliest),
            "After the decision nothing is left to chance: where are the slips?",
        ),
        mistake(
            _drawn(pay="old"),
            "You pay for the square that is left.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: (
                (made := _policy_step(state, tables, rewards, policy, u))[0],
                made[2],
                made[1],
            ),
            "Square, reward, action: your last two results are exchanged.",
        ),
        mistake(
            lambda state, tables, rewards, policy, u: _policy_step(
                state, tables, rewards, policy, u
            )[:2],
            "The action is missing among your results.",
        ),
    ],
    hints=[
        "The probabilities of the actions are `policy[:, state]`. Draw from them as "
        "you draw a square.",
        "Then the new square from `tables[:, state, action]`, with `u[1]`.",
    ],
)


_TURNS = np.stack([np.eye(3, dtype=int), np.eye(3, dtype=int)[[1, 2, 0]]], axis=2)


def _weigh(subscripts):
    return lambda tables, policy: np.einsum(subscripts, tables, policy)


exercise(
    "19.1.12",
    title="A process from a policy",
    stub="def policy_chain(tables, policy):\n    ...  # your code\n",
    solution=(
        "def policy_chain(tables, policy):\n"
        "    chain = np.zeros(tables.shape[:2])\n"
        "    for action in range(len(policy)):\n"
        "        chain += policy[action] * tables[:, :, action]\n"
        "    return chain\n"
    ),
    reference=policies.policy_chain,
    cases=[
        case(_tables(3, 2, 1), _policy(2, 3, 1)),
        case(_tables(5, 4, 2), _policy(4, 5, 2)),
        case(_ICE, _policy(4, 16, 4)),
        case(_tables(2, 3, 5), np.array([[0, 1], [1, 0], [0, 0]])),
        case(_TURNS, _policy(2, 3, 8)),
        case(_tables(4, 1, 7), np.ones((1, 4))),
    ],
    equivalent={
        "return np.abs(chain)": "probabilities are not negative",
        "return np.maximum(chain, 0)": "probabilities are not negative",
    },
    planted=[
        mistake(
            lambda tables, policy: np.mean(tables, axis=2),
            "All actions count alike in yours. The policy weighs them.",
        ),
        mistake(
            _weigh("nsa,an->ns"),
            "You weigh with the policy of the new square. The decision is made in the "
            "old one.",
        ),
        mistake(
            lambda tables, policy: policies.policy_chain(
                tables, np.argmax(policy, axis=0)
            ),
            "You keep the likeliest action only. The others are taken at times.",
        ),
        mistake(
            lambda tables, policy: np.sum(tables, axis=2),
            "Your columns sum to the number of actions: where are the weights?",
        ),
        mistake(
            lambda tables, policy: np.einsum(
                "nsa,a->ns", tables, np.mean(policy, axis=1)
            ),
            "You use the same weights in all squares, the means over the policy.",
        ),
        mistake(
            lambda tables, policy: np.einsum("nsa,as->nsa", tables, policy),
            "The weights are right. The sum over the actions is missing.",
        ),
        mistake(
            lambda tables, policy: np.max(
                np.einsum("nsa,as->nsa", tables, policy), axis=2
            ),
            "You keep the largest of the terms. A new square can be reached by any "
            "action.",
        ),
        mistake(
            lambda tables, policy: (
                (chain := policies.policy_chain(tables, policy))
                / np.maximum(chain.sum(axis=1, keepdims=True), 1e-12)
            ),
            "Your rows are divided by their sums. What sums to one without it?",
        ),
        mistake(
            lambda tables, policy: np.einsum("nsa,at->nst", tables, policy),
            "Every square's table is weighted by the policy of every other. Whose "
            "decision is it?",
        ),
        mistake(
            _weigh("nsa,as->n"),
            "You sum over the old squares, too. They stay apart, as columns.",
        ),
    ],
    hints=[
        "`policy[a]` holds a weight for each old square, so for each column of "
        "`tables[:, :, a]`.",
        "Sum `policy[a] * tables[:, :, a]` over `a`.",
    ],
)

_ENOUGH = 0.70


def _worth(arrows):
    """Compute what square 0 is worth under these arrows, or say what is wrong."""
    try:
        arrows = np.asarray(arrows, dtype=float).ravel()
    except (TypeError, ValueError):
        return "A list of 16 actions is expected."
    if arrows.shape != (16,) or not np.all(np.isin(arrows, range(4))):
        return "A list of 16 actions is expected, each 0, 1, 2 or 3."
    chain = policies.policy_chain(_ICE, arrows.astype(int))
    return float(chains.state_values(chain, _HOME, 0.9)[0])


def _good_enough(result):
    worth = _worth(result)
    if isinstance(worth, str):
        return worth
    return worth > _ENOUGH or (
        f"With your arrows square 0 is worth {worth:.3f}; more than 0.70 is the aim."
    )


def _changed(*changes):
    arrows = list(_ARROWS)
    for square, action in changes:
        arrows[square] = action
    return lambda: arrows


_BETTER = _changed((3, 2), (7, 2), (10, 1), (13, 1))


def _single_changes():
    """Change one arrow by one, where the arrows stay good enough."""
    for square, change in itertools.product(range(16), (1, -1)):
        arrows = list(_BETTER())
        arrows[square] += change
        if _good_enough(arrows) is True:
            yield arrows


exercise(
    "19.1.13",
    title="Better arrows",
    stub=(
        "def my_arrows():\n"
        "    return [2, 2, 1, 1,\n"
        "            2, 1, 1, 1,\n"
        "            1, 1, 0, 2,\n"
        "            1, 0, 1, 1]\n"
    ),
    solution=(
        "def my_arrows():\n"
        "    return [2, 2, 1, 2,\n"
        "            2, 1, 1, 2,\n"
        "            1, 1, 1, 2,\n"
        "            1, 1, 1, 1]\n"
    ),
    reference=_BETTER,
    equivalent={
        f"return {arrows}": "good enough as well" for arrows in _single_changes()
    },
    accept=_good_enough,
    cases=[case()],
    planted=[
        mistake(
            _changed((3, 2), (7, 2)),
            "The arrows that pointed at a wall are better now. Which others lead away "
            "from the charger?",
        ),
        mistake(
            _changed((10, 1), (13, 1)),
            "Nothing leads away from the charger any more. Which arrows point at a "
            "wall?",
        ),
        mistake(
            _changed((10, 1)),
            "One arrow is better. It is not the only bad one.",
        ),
        mistake(
            lambda: [1] * 16,
            "With all arrows to the right, the robot bumps into the right wall until a "
            "slip takes it down.",
        ),
        mistake(
            lambda: [2] * 16,
            "With all arrows down, the robot bumps into the lower wall until a slip "
            "takes it right.",
        ),
    ],
    hints=[
        "In which squares does the arrow point at a wall, or away from square 15?",
        "Change squares 3 and 7, and then 10 and 13.",
    ],
)
