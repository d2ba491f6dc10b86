"""Exercises and questions of page 19.3, Monte Carlo methods."""

import numpy as np

from udl.decisions import grid
from udl.decisions import monte_carlo as mc
from udl.decisions.returns import all_returns
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)

question(
    "19.3.1",
    title="Always obedient",
    prompt="The robot always obeys. After many episodes each square takes the "
    "action with the largest mean return; an action that was never taken "
    "counts as 0. Will that lead to the best commands?",
    choices=[
        choice(
            "Yes, if it plays enough episodes.",
            "More episodes sharpen the numbers that it has. Which numbers does "
            "it not have?",
        ),
        choice(
            "Yes, since its slips show it what the other actions do.",
            "A slip leads to another square. But the action was the one that you "
            "commanded, and the return counts for that one.",
        ),
        choice(
            "No. In each square it has a number for one action, and compares "
            "it with three zeros that nobody measured.",
            "Yes. It must try the other three now and then.",
            right=True,
        ),
        choice(
            "No, because returns are random.",
            "They are, but their means settle.",
        ),
    ],
)


def _shared(chosen, other):
    """Build a table from the probability of the chosen action and of another."""

    def table(policy, epsilon):
        policy = np.asarray(policy).astype(int)
        probabilities = np.full((4, len(policy)), other(epsilon))
        probabilities[policy, np.arange(len(policy))] = chosen(epsilon)
        return probabilities

    return table


def _filled(index):
    """Fill more of the table than one entry for each square."""

    def table(policy, epsilon):
        probabilities = np.full((4, len(policy)), epsilon / 3)
        probabilities[index(np.asarray(policy).astype(int))] = 1 - epsilon
        return probabilities

    return table


exercise(
    "19.3.2",
    title="Mostly obedient",
    stub="def epsilon_greedy(policy, epsilon):\n    ...  # your code\n",
    solution=(
        "def epsilon_greedy(policy, epsilon):\n"
        "    probabilities = np.full((4, len(policy)), epsilon / 3)\n"
        "    probabilities[policy, np.arange(len(policy))] = 1 - epsilon\n"
        "    return probabilities\n"
    ),
    reference=mc.epsilon_greedy,
    cases=[
        case(np.array([2, 0, 3, 1, 1]), 0.3),
        case(np.array([1, 1, 2, 0, 3, 2, 0]), 0.2),
        case(np.array([3, 3, 0, 2, 1, 0, 0, 2, 1]), 0.0),
        case(np.arange(16) % 4, 0.6),
        case(np.array([2]), 0.09),
        case(np.array([0, 1, 2, 3, 3, 1]), 1.0),
    ],
    equivalent=dict.fromkeys(
        ["return np.abs(probabilities)", "return np.maximum(probabilities, 0)"],
        "no probability is negative",
    ),
    published=published(
        "deterministic_policy_to_epsilon_greedy(policy, epsilon=0.2)",
        takes=["policy", "epsilon"],
    ),
    planted=[
        mistake(
            _shared(lambda e: 1 - 0.75 * e, lambda e: e / 4),
            "Yours lets all four actions share epsilon, as many books do. Here "
            "the other three share it.",
        ),
        mistake(
            _shared(lambda e: 1 - e, lambda e: e / 4),
            "What do the columns sum to? How many actions share epsilon?",
        ),
        mistake(
            _shared(lambda e: 1 - e, lambda e: e),
            "Each of the others gets all of epsilon. They have to share it.",
        ),
        mistake(
            _shared(lambda e: 1 - 3 * e, lambda e: e),
            "Epsilon is what the other three get together, not each of them.",
        ),
        mistake(
            _shared(lambda e: e, lambda e: (1 - e) / 3),
            "The robot disobeys with probability epsilon. Yours obeys with it.",
        ),
        mistake(
            _shared(lambda e: 1.0, lambda e: e / 3),
            "What others get has to be taken from the chosen action.",
        ),
        mistake(
            _shared(lambda e: 1 - e, lambda e: 0.0),
            "Nobody gets the epsilon that you take from the chosen action.",
        ),
        mistake(
            lambda policy, epsilon: np.full((4, len(policy)), 0.25),
            "All actions are equally likely. What does the policy say?",
        ),
        mistake(
            lambda policy, epsilon: mc.epsilon_greedy(
                np.full(len(policy), policy[0]), epsilon
            ),
            "Every square gets the action of the first one.",
        ),
        mistake(
            lambda policy, epsilon: mc.epsilon_greedy(policy, 0.2),
            "This is right for one epsilon, that of the notebook. Use the argument.",
        ),
        mistake(
            lambda policy, epsilon: mc.epsilon_greedy(
                policy, float(epsilon > 0) * epsilon / 3
            ),
            "Epsilon is divided by three once too often. How likely is the "
            "chosen action?",
        ),
        mistake(
            _shared(lambda e: e / 3, lambda e: 1 - e),
            "What the chosen action should get, the other three have.",
        ),
        mistake(
            _shared(lambda e: 1 - e + e / 3, lambda e: e / 3),
            "The chosen action has its share, and that of another one on top. "
            "What do the columns sum to?",
        ),
        mistake(
            _filled(lambda policy: policy),
            "You fill whole rows. In each column one entry is the chosen one.",
        ),
        mistake(
            _filled(lambda policy: (slice(None), policy)),
            "You fill whole columns. In each column one entry is the chosen one.",
        ),
    ],
    hints=[
        "What does an action get that was not chosen? Fill a table with that.",
        "`probabilities[policy, np.arange(len(policy))]` are the chosen ones.",
    ],
)

question(
    "19.3.3",
    title="A more slippery floor",
    prompt="The policy says *right*. With $\\varepsilon = 0.2$ the robot "
    "commands something else now and then, each of the other three equally "
    "often. The floor follows a command with probability 0.85, and goes in "
    "each of the other directions with 0.05. With what probability does the "
    "robot go right?",
    answer=number(
        0.69,
        0.0004,
        "Yes. It goes right on command, and also by a lucky slip.",
    ),
    near=[
        number(0.68, 0.0004, "Can it also go right if another command was given?"),
        number(0.65, 0.0004, "Probabilities of two events in a row are multiplied."),
        number(0.73, 0.0004, "In that case all four actions would share epsilon."),
        number(0.71, 0.0004, "By one slip of three, or by any of the three commands?"),
        number(0.8, 0.0004, "That is how often it is told to."),
        number(0.85, 0.0004, "That is without exploring."),
        number(0.683333, 0.0004, "How many other commands are there?"),
    ],
    otherwise="Two cases: the command was *right*, or it was another one. In "
    "each, how likely is a step to the right?",
)  # fmt: skip

question(
    "19.3.4",
    title="From when on does it change its mind?",
    prompt="Change `epsilon` in the cell below, in steps of 0.1 from 0.1 on. "
    "At which value does the best command in square 5 change for the first "
    "time?",
    answer=number(
        0.4,
        0.001,
        "Yes. Square 9, below, is a hole. With that many bad steps, distance "
        "from it is worth more than a short way.",
    ),
    near=[
        number(0.1, 0.001, "Not yet. The command is still that of an obedient robot."),
        number(0.2, 0.001, "Not yet. It is square 4 that changes before this."),
        number(0.3, 0.001, "Not yet, but soon."),
        number(0.5, 0.001, "It changes earlier."),
        number(0.6, 0.001, "It changes earlier."),
        number(0.7, 0.001, "It changes earlier."),
        number(0.8, 0.001, "It changes once more there: the other actions are now "
               "likelier than the chosen one. When was the first time?"),
    ],
    otherwise="Run the cell with 0.1, 0.2, and so on, and watch what it prints.",
)  # fmt: skip


def _marks(new):
    """Mark positions by a rule on all pairs before."""

    def marked(states, actions):
        return np.array([new(states, actions, t) for t in range(len(states))])

    return marked


def _pairs(states, actions):
    return [(int(s), int(a)) for s, a in np.transpose([states, actions])]


exercise(
    "19.3.5",
    title="For the first time",
    stub="def first_visits(states, actions):\n    ...  # your code\n",
    solution=(
        "def first_visits(states, actions):\n"
        "    seen, first = set(), np.zeros(len(states), dtype=bool)\n"
        "    for t in range(len(states)):\n"
        "        pair = (int(states[t]), int(actions[t]))\n"
        "        first[t] = pair not in seen\n"
        "        seen.add(pair)\n"
        "    return first\n"
    ),
    equivalent=dict.fromkeys(
        [
            "seen, first = (set(), np.zeros(len(actions), dtype=bool))",
            "seen, first = (set(), np.ones(len(states), dtype=bool))",
            "for t in range(len(actions)):",
            "the result has the first argument's type",
        ],
        "states and actions are equally long, and a pair may be written either "
        "way",
    ),
    reference=mc.first_visits,
    cases=[
        case(np.array([5, 6, 5, 5, 6]), np.array([1, 3, 1, 2, 3])),
        case(np.array([0, 0, 0, 1, 0, 1, 0]), np.array([2, 2, 1, 2, 1, 0, 2])),
        case(np.array([4, 8, 3]), np.array([0, 0, 0])),
        case(np.array([3, 1, 3, 1, 1, 2, 3, 1]), np.array([1, 3, 3, 1, 3, 2, 1, 0])),
        case(np.array([7]), np.array([2])),
    ],
    random_case=lambda rng: case(rng.integers(5, size=30), rng.integers(4, size=30)),
    planted=[
        mistake(
            _marks(lambda s, a, t: s[t] not in s[:t]),
            "You look at the state alone. Another action in it is another pair.",
        ),
        mistake(
            _marks(lambda s, a, t: a[t] not in a[:t]),
            "You look at the action alone. In another state it is another pair.",
        ),
        mistake(
            _marks(lambda s, a, t: s[t] not in s[:t] and a[t] not in a[:t]),
            "You want state and action both to be new. A pair of old ones may "
            "be new.",
        ),
        mistake(
            _marks(lambda s, a, t: s[t] not in s[:t] or a[t] not in a[:t]),
            "State and action may both have occurred, but never together.",
        ),
        mistake(
            _marks(lambda s, a, t: _pairs(s, a)[t] not in _pairs(s, a)[t + 1 :]),
            "These are last visits. In which direction does time run?",
        ),
        mistake(
            _marks(lambda s, a, t: _pairs(s, a)[t] not in _pairs(s, a)[:t][-1:]),
            "You compare with the step before. The pair may have come earlier.",
        ),
        mistake(
            _marks(lambda s, a, t: _pairs(s, a).count(_pairs(s, a)[t]) == 1),
            "You mark pairs that occur only once. What of the first of several?",
        ),
        mistake(
            lambda states, actions: ~mc.first_visits(states, actions),
            "You mark exactly the others.",
        ),
        mistake(
            lambda states, actions: np.ones(len(states), dtype=bool),
            "You mark every visit.",
        ),
        mistake(
            lambda states, actions: np.flatnonzero(mc.first_visits(states, actions)),
            "These are the right times. A boolean for each time is expected.",
        ),
        mistake(
            lambda states, actions: np.unique(
                _pairs(states, actions), axis=0, return_index=True
            )[1],
            "These are the right times, in the order of their pairs. Every step needs "
            "a boolean.",
        ),
        mistake(
            _marks(lambda s, a, t: s[t] + a[t] not in (s + a)[:t]),
            "Different pairs have the same sum of state and action.",
        ),
        mistake(
            _marks(lambda s, a, t: s[t] * a[t] not in (s * a)[:t]),
            "Different pairs have the same product of state and action.",
        ),
        mistake(
            _marks(lambda s, a, t: _pairs(s, a)[t] not in _pairs(s, a)[:t][:-1]),
            "You look at all earlier steps but the one just before.",
        ),
        mistake(
            lambda states, actions: np.zeros(len(states), dtype=bool),
            "You mark nothing. Is a pair kept before you ask whether it is new?",
        ),
        mistake(
            lambda states, actions: np.ones(
                np.sum(mc.first_visits(states, actions)), dtype=bool
            ),
            "There is an entry for each new pair only. Every step needs one.",
        ),
    ],
    hints=[
        "What must you remember while you go through the episode?",
        "A set of pairs: `pair not in seen`, then `seen.add(pair)`.",
    ],
)  # fmt: skip


def _averaged(combine):
    """Combine the returns of each pair by another rule."""

    def averaged(states, actions, returns):
        table = np.zeros((4, 16))
        for a, s in np.ndindex(4, 16):
            at = (np.asarray(actions) == a) & (np.asarray(states) == s)
            if at.any():
                table[a, s] = combine(np.asarray(returns)[at], np.asarray(returns))
        return table

    return averaged


def _running(returns, divisor):
    """Divide after each return that is added."""
    kept = 0.0
    for n, value in enumerate(returns, start=1):
        kept = (kept + value) / divisor(n)
    return kept


def _at_state(states, actions, returns):
    """Count visits of the state, whatever was done."""
    sums, _ = mc.tally(states, actions, returns)
    return sums / np.maximum(np.bincount(np.asarray(states, np.intp), minlength=16), 1)


def _undefined(states, actions, returns):
    sums, counts = mc.tally(states, actions, returns)
    return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)


def _visits(seed, size):
    rng = np.random.default_rng(seed)
    return (
        rng.integers(16, size=size),
        rng.integers(4, size=size),
        rng.normal(size=size).round(2),
    )


exercise(
    "19.3.6",
    title="Each of them",
    stub=(
        "def mean_returns(states, actions, returns):\n"
        "    sums, counts = np.zeros((4, 16)), np.zeros((4, 16))\n"
        "    sums[actions, states] += returns\n"
        "    for a, s in np.transpose([actions, states]):\n"
        "        counts[a, s] += 1\n"
        "    return sums / np.maximum(counts, 1)\n"
    ),
    solution=(
        "def mean_returns(states, actions, returns):\n"
        "    sums, counts = np.zeros((4, 16)), np.zeros((4, 16))\n"
        "    np.add.at(sums, (actions, states), returns)\n"
        "    np.add.at(counts, (actions, states), 1)\n"
        "    return sums / np.maximum(counts, 1)\n"
    ),
    reference=mc.mean_returns,
    rtol=1e-4,
    cases=[
        case(np.array([3, 7, 3]), np.array([1, 0, 1]), np.array([2.0, -1.0, 5.0])),
        case(*_visits(0, 40)),
        case(*_visits(1, 300)),
        case(np.array([0, 0, 15, 15]), np.array([3, 3, 3, 2]), np.array([1, 2, 4, 9])),
        case(np.array([5]), np.array([2]), np.array([-0.5])),
    ],
    planted=[
        mistake(
            _averaged(lambda mine, every: mine[-1]),
            "Only the last return of each pair is there. Are the counts made "
            "the same way as the sums?",
        ),
        mistake(
            _averaged(lambda mine, every: mine[0]),
            "Only the first return of each pair is there. Every visit counts.",
        ),
        mistake(
            _averaged(lambda mine, every: mine.sum()),
            "These are sums. Are they divided by counts that go beyond 1?",
        ),
        mistake(
            _averaged(lambda mine, every: mine.sum() / len(every)),
            "You divide by the number of all visits. How many had this pair?",
        ),
        mistake(
            _averaged(lambda mine, every: mine.sum() / (len(mine) + 1)),
            "Every count is one too large. Is it to protect you from dividing by zero?",
        ),
        mistake(
            _averaged(lambda mine, every: np.median(mine)),
            "This is a median.",
        ),
        mistake(
            _averaged(lambda mine, every: mine.max()),
            "This is the largest return of each pair.",
        ),
        mistake(
            _averaged(lambda mine, every: max(mine.max(), 0.0)),
            "You keep the largest return of each pair, and never less than 0.",
        ),
        mistake(
            _averaged(lambda mine, every: every.sum()),
            "At each visit all returns of the episode are added.",
        ),
        mistake(
            _averaged(lambda mine, every: mine.mean() if len(mine) > 1 else 0.0),
            "A pair with a single visit has a mean, too.",
        ),
        mistake(
            _averaged(lambda mine, every: _running(mine, lambda n: n)),
            "You divide at every visit. When is a sum complete?",
        ),
        mistake(
            _averaged(lambda mine, every: _running(mine, lambda n: 2)),
            "You halve at every visit, so a late return counts more than an early one.",
        ),
        mistake(
            _averaged(lambda mine, every: len(mine)),
            "These are the counts.",
        ),
        mistake(
            _at_state,
            "You count visits of the square. How often was this action taken in it?",
        ),
        mistake(
            _undefined,
            "Where there was no visit, 0 is expected.",
        ),
    ],
    hints=[
        "What is `x` after `x = np.zeros(2)` and `x[[0, 0]] += [3, 4]`?",
        "`np.add.at(sums, (actions, states), returns)`, or a loop as for the counts.",
    ],
)

question(
    "19.3.7",
    title="All visits of one episode",
    prompt="A game has one square. Each step pays 1; after each step the game "
    "goes on with probability 3/4. Nothing is discounted, and its value is 4. "
    "You play *one* episode and average the returns of all its visits: an "
    "episode of 3 steps gives $(3+2+1)/3$. What does this estimate give in the "
    "mean, over many such tries?",
    answer=number(
        2.5,
        0.001,
        "Yes. An episode of $L$ steps gives $(L+1)/2$, and $L$ has the mean 4.",
    ),
    near=[
        number(4, 0.001, "The first return has this mean. Are later ones as large?"),
        number(2, 0.001, "Is $3+2+1$ divided by 3 one half of 3?"),
        number(3, 0.001, "What does an episode of $L$ steps give?"),
        number(5, 0.001, "And half of that?"),
        number(3.5, 0.001, "What is the mean of $1, 2, \\dots, L$?"),
        number(1.5, 0.001, "What is the mean of $1, 2, \\dots, L$?"),
    ],
    otherwise="First find what an episode of $L$ steps gives. It is linear in $L$.",
)


def _episode(seed, length):
    rng = np.random.default_rng(seed)
    states = np.append(rng.integers(15, size=length), 15)
    return states, rng.normal(size=length).round(2), rng.integers(4, size=length)


_LOOP = np.array([5, 6, 5, 6, 10, 11, 15]), np.array([0, 0, 0, -2.0, 0, 3]), (
    np.array([1, 3, 1, 2, 1, 2]))  # fmt: skip
_EPISODES = [_LOOP, _episode(1, 9), _episode(2, 30), _episode(3, 14)]
_MANY = [_episode(seed, 8 + seed) for seed in range(20)]


def _estimated(values):
    """Be greedy for other values."""

    def updated(episodes, gamma):
        table = np.asarray(values(episodes, gamma), dtype=float)
        return table.argmax(axis=0), table

    return updated


def _pooled(worth=all_returns, states=lambda s: s[:-1], average=mc.mean_returns):
    """Average with another kind of return, of state or of mean."""

    def values(episodes, gamma):
        return average(
            np.concatenate([states(s) for s, _, _ in episodes]),
            np.concatenate([a for _, _, a in episodes]),
            np.concatenate([worth(r, gamma) for _, r, _ in episodes]),
        )

    return _estimated(values)


def _begun(episodes, gamma):
    """Keep the first return of each episode, divided by its length."""
    table, counts = np.zeros((4, 16)), np.zeros((4, 16))
    for states, rewards, actions in episodes:
        table[actions[0], states[0]] = all_returns(rewards, gamma)[0]
        counts[actions[0], states[0]] += len(rewards)
    return table / np.maximum(counts, 1)


def _once(episodes, gamma):
    """Take first visits."""
    kept = []
    for states, rewards, actions in episodes:
        first = mc.first_visits(states[:-1], actions)
        kept.append(
            (states[:-1][first], actions[first], all_returns(rewards, gamma)[first])
        )
    return mc.mean_returns(*(np.concatenate(part) for part in zip(*kept, strict=True)))


def _each(episodes, gamma):
    """Average the averages of the episodes."""
    return np.mean([mc.update_policy([one], gamma)[1] for one in episodes], axis=0)


def _added(episodes, gamma):
    """Add up the averages of the episodes."""
    return np.sum([mc.update_policy([one], gamma)[1] for one in episodes], axis=0)


def _buffered(episodes, gamma):
    """Add each pair once in an episode, by an index that names it twice."""
    sums, counts = np.zeros((4, 16)), np.zeros((4, 16))
    for states, rewards, actions in episodes:
        sums[actions, states[:-1]] += all_returns(rewards, gamma)
        counts[actions, states[:-1]] += 1
    return sums / np.maximum(counts, 1)


def _a_share(episodes, gamma):
    """Divide sums by the number of episodes."""
    sums = [mc.tally(s[:-1], a, all_returns(r, gamma))[0] for s, r, a in episodes]
    return np.mean(sums, axis=0)


def _run_on(episodes, gamma):
    """Let a return run on into the episodes that follow."""
    states = np.concatenate([s[:-1] for s, _, _ in episodes])
    actions = np.concatenate([a for _, _, a in episodes])
    paid = np.concatenate([r for _, r, _ in episodes])
    return mc.mean_returns(states, actions, all_returns(paid, gamma))


def _only_tried(episodes, gamma):
    """Be greedy among the actions that were tried."""
    values = mc.update_policy(episodes, gamma)[1]
    tried = np.where(values == 0, -np.inf, values)
    return tried.argmax(axis=0), values


def _lifted(function):
    """Play the notebook's rollouts with episodes that are given."""

    def update(start, tables, rewards, ends, policy, gamma, n_rollouts=1):
        return function(_MANY[:n_rollouts], gamma)

    return update


def _player():
    """Hand out given episodes, one after another."""
    script = iter(_MANY * 2)
    return lambda *_: tuple(part.copy() for part in next(script))


_TABLES = grid.slippery(4, 4)
_TABLES[:, 15] = 0
_PAID = np.zeros(16)
_PAID[[9, 10, 14]], _PAID[15] = -2, 3
_SOFT = mc.epsilon_greedy(np.arange(16) % 4, 0.2)

exercise(
    "19.3.8",
    title="Be greedy for what was seen",
    stub="def update_policy(episodes, gamma):\n    ...  # your code\n",
    solution=(
        "from udl.decisions.returns import all_returns\n\n"
        "def update_policy(episodes, gamma):\n"
        "    states = np.concatenate([states[:-1] for states, _, _ in episodes])\n"
        "    actions = np.concatenate([actions for _, _, actions in episodes])\n"
        "    returns = [all_returns(paid, gamma) for _, paid, _ in episodes]\n"
        "    values = mean_returns(states, actions, np.concatenate(returns))\n"
        "    return np.argmax(values, axis=0), values\n"
    ),
    reference=mc.update_policy,
    uses={"mean_returns": "19.3.6"},
    parts=["policy", "values"],
    rtol=1e-4,
    atol=1e-6,
    cases=[
        case([_LOOP], 0.9),
        case(_EPISODES, 0.9),
        case(_MANY, 0.8),
        case(_EPISODES[1:3], 1.0),
        case(_EPISODES[::-1], 0.5),
    ],
    published=published(
        "update_policy_mc(initial_state, "
        "transition_probabilities_given_action, reward_structure, "
        "terminal_states, stochastic_policy, gamma, n_rollouts=1)",
        reference=_lifted(mc.update_policy),
        cases=[
            case(5, _TABLES, _PAID, [15], _SOFT, 0.9, 3),
            case(5, _TABLES, _PAID, [15], _SOFT, 0.9, 20),
            case(5, _TABLES, _PAID, [15], _SOFT, 0.5, 8),
        ],
        provides={
            "get_one_episode": lambda: _player(),
            "calculate_returns": lambda: all_returns,
        },
        lifts=_lifted,
    ),
    planted=[
        mistake(
            _pooled(worth=lambda rewards, gamma: np.asarray(rewards, dtype=float)),
            "You average what each step paid. What came later counts, too.",
        ),
        mistake(
            _pooled(worth=lambda rewards, gamma: all_returns(rewards, 1.0)),
            "Where is the discount?",
        ),
        mistake(
            _pooled(
                worth=lambda rewards, gamma: np.full(
                    len(rewards), all_returns(rewards, gamma)[0]
                )
            ),
            "Every visit gets the return of the whole episode. What was paid "
            "before a visit is not its merit.",
        ),
        mistake(
            _pooled(
                worth=lambda rewards, gamma: np.cumsum(
                    gamma ** np.arange(len(rewards)) * rewards
                )
            ),
            "You sum up what was paid until the visit. A return is what comes "
            "after it.",
        ),
        mistake(
            _pooled(
                worth=lambda rewards, gamma: np.append(
                    all_returns(rewards, gamma)[1:], 0
                )
            ),
            "You leave out what the step itself paid.",
        ),
        mistake(
            _pooled(
                worth=lambda rewards, gamma: (
                    gamma ** np.arange(len(rewards)) * all_returns(rewards, gamma)
                )
            ),
            "Yours discounts to the start of the episode. A return is "
            "discounted to its own step.",
        ),
        mistake(
            _pooled(states=lambda states: states[1:]),
            "You write returns to the square that was entered. In which square "
            "was the action chosen?",
        ),
        mistake(
            _pooled(average=lambda *visits: mc.tally(*visits)[0]),
            "These are sums. An action that was tried often looks better than "
            "it is.",
        ),
        mistake(
            _pooled(
                average=_averaged(lambda mine, every: mine[-1]),
            ),
            "Of each pair only the last return is left. Is it overwritten?",
        ),
        mistake(
            _estimated(_begun),
            "How many visits did you see, and how often did you count?",
        ),
        mistake(
            _estimated(_once),
            "These are first visits. Here every visit counts.",
        ),
        mistake(
            _estimated(_each),
            "You average the means of the episodes. Put all visits into one "
            "pool.",
        ),
        mistake(
            lambda episodes, gamma: mc.update_policy(episodes[-1:], gamma),
            "Only the last episode counts. Does each begin with empty tables?",
        ),
        mistake(
            lambda episodes, gamma: mc.update_policy(episodes[:1], gamma),
            "Only the first episode counts. Where does your loop end?",
        ),
        mistake(
            lambda episodes, gamma: (
                mc.update_policy(episodes, gamma)[1].argmin(axis=0),
                mc.update_policy(episodes, gamma)[1],
            ),
            "The values are right. But the policy takes the worst of them.",
        ),
        mistake(
            lambda episodes, gamma: (
                mc.update_policy(episodes, gamma)[1].max(axis=0),
                mc.update_policy(episodes, gamma)[1],
            ),
            "The policy should say which action is best, not what it is worth.",
        ),
        mistake(
            lambda episodes, gamma: mc.update_policy(episodes, gamma)[::-1],
            "Both are right. The policy should come first.",
        ),
        mistake(
            _estimated(_added),
            "The means of the episodes are added up. Put all visits into one "
            "pool.",
        ),
        mistake(
            _estimated(_buffered),
            "Within an episode, a pair that comes several times is added only "
            "once.",
        ),
        mistake(
            _estimated(_a_share),
            "You divide by the number of episodes. How many visits had the pair?",
        ),
        mistake(
            _estimated(_run_on),
            "Your returns run on into the next episode. Does the charger not "
            "end it?",
        ),
        mistake(
            _only_tried,
            "The values are right. But your policy leaves out what nobody has "
            "tried; here that counts as 0.",
        ),
        mistake(
            lambda episodes, gamma: (
                mc.update_policy(episodes, gamma)[1].argmax(axis=1),
                mc.update_policy(episodes, gamma)[1],
            ),
            "Your policy has one entry for each action. Which axis counts the "
            "actions?",
        ),
        mistake(
            lambda episodes, gamma: (
                mc.update_policy(episodes, gamma)[0],
                mc.update_policy(episodes, gamma)[1].T,
            ),
            "The values should be laid out with one row for each action.",
        ),
        mistake(
            lambda episodes, gamma: mc.update_policy(episodes, gamma)[1],
            "These are the values. Two things should come back.",
        ),
        mistake(
            lambda episodes, gamma: mc.update_policy(episodes, gamma)[0],
            "This is the policy. Two things should come back.",
        ),
    ],
    hints=[
        "Make three long arrays of all visits: states, actions, returns. How "
        "many states of an episode are followed by an action?",
        "`np.concatenate([states[:-1] for states, _, _ in episodes])`, and "
        "likewise the rest; then `mean_returns` and `argmax` over the actions.",
    ],
)  # fmt: skip


def _weighted(estimate):
    """Estimate by another rule from ratios, of shape (T, N), and returns."""

    def value(states, actions, returns, target, behavior):
        ratios = (np.asarray(target) / np.asarray(behavior))[actions, states]
        return estimate(ratios, np.asarray(returns, dtype=float))

    return value


def _trips(seed, steps, runs, squares=5):
    rng = np.random.default_rng(seed)
    target, behavior = rng.random((2, 3, squares)) + 0.2
    return (
        rng.integers(squares, size=(steps, runs)),
        rng.integers(3, size=(steps, runs)),
        rng.normal(size=runs).round(2),
        target / target.sum(axis=0),
        behavior / behavior.sum(axis=0),
    )


exercise(
    "19.3.9",
    title="A policy that never played",
    stub=(
        "def off_policy_value(states, actions, returns, target, behavior):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def off_policy_value(states, actions, returns, target, behavior):\n"
        "    ratios = target[actions, states] / behavior[actions, states]\n"
        "    return np.mean(np.prod(ratios, axis=0) * returns)\n"
    ),
    reference=mc.off_policy_value,
    cases=[
        case(*_trips(0, 2, 3)),
        case(*_trips(1, 4, 7)),
        case(*_trips(2, 1, 5)),
        case(*_trips(3, 6, 20)),
        case(*_trips(4, 3, 1)),
    ],
    planted=[
        mistake(
            _weighted(lambda ratios, g: np.mean(np.prod(1 / ratios, axis=0) * g)),
            "An episode counts more if the policy in question would have "
            "played it more often. Yours counts it less.",
        ),
        mistake(
            _weighted(
                lambda ratios, g: np.average(g, weights=np.prod(ratios, axis=0))
            ),
            "You divide by the sum of the weights. That is a good estimate, "
            "too, though a biased one. The task asks for the plain mean.",
        ),
        mistake(
            _weighted(lambda ratios, g: np.mean(np.mean(ratios, axis=0) * g)),
            "You average the ratios of an episode. Its steps all have to happen.",
        ),
        mistake(
            _weighted(lambda ratios, g: np.mean(np.sum(ratios, axis=0) * g)),
            "You add up the ratios of an episode. Its steps all have to happen.",
        ),
        mistake(
            _weighted(lambda ratios, g: np.mean(ratios[0] * g)),
            "Only the first step is weighed.",
        ),
        mistake(
            _weighted(lambda ratios, g: np.mean(ratios[-1] * g)),
            "Only the last step is weighed. Is a weight overwritten?",
        ),
        mistake(
            _weighted(lambda ratios, g: np.mean(g)),
            "This is what the policy that played has earned.",
        ),
        mistake(
            _weighted(lambda ratios, g: np.mean(np.prod(ratios) * g)),
            "You multiply over all episodes. Each has a weight of its own.",
        ),
        mistake(
            _weighted(lambda ratios, g: np.sum(np.prod(ratios, axis=0) * g)),
            "This is a sum over the episodes.",
        ),
        mistake(
            _weighted(lambda ratios, g: np.mean(np.prod(ratios, axis=0))),
            "This is the mean weight. Where are the returns?",
        ),
        mistake(
            _weighted(lambda ratios, g: np.mean(np.prod(ratios, axis=0)) * np.mean(g)),
            "You multiply two means. Multiply each return by its own weight "
            "first.",
        ),
        mistake(
            lambda states, actions, returns, target, behavior: np.mean(
                np.prod(np.asarray(target)[actions, states], axis=0) * returns
            ),
            "How likely was the episode under the policy that played?",
        ),
        mistake(
            _weighted(lambda ratios, g: np.mean(np.log(ratios).sum(axis=0) * g)),
            "You weigh by the logarithm of the weight.",
        ),
    ],
    hints=[
        "What is the probability of one episode under each policy? What "
        "cancels in their ratio?",
        "`target[actions, states] / behavior[actions, states]`, multiplied "
        "over the steps; then a mean over the episodes.",
    ],
)  # fmt: skip
