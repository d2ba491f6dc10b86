"""Exercises and questions of page 19.2, dynamic programming."""

import numpy as np

from udl.decisions import dynamic_programming as dp
from udl.decisions import grid
from udl.decisions.policies import policy_chain
from udl.exercises.declare import (
    case,
    choice,
    exercise,
    mistake,
    number,
    published,
    question,
)

_START = np.array([0, 3, 1, 0, 3, 3, 3, 3, 1, 3, 1, 2, 0, 3, 2, 0])
_REWARDS = np.zeros(16)
_REWARDS[[9, 10, 14]], _REWARDS[15] = -2, 3
_ICY = grid.icy(4, 4)
_TABLES = np.where(np.arange(16)[:, None] == 15, 0, _ICY)


def _world(states, actions, seed):
    rng = np.random.default_rng(seed)
    tables = rng.random((states, states, actions))
    tables /= tables.sum(axis=0)
    tables[:, -1] = 0
    return rng.normal(size=states).round(2), tables


_R3, _T3 = _world(3, 2, 0)
_R5, _T5 = _world(5, 3, 1)
_R6, _T6 = _world(6, 4, 2)
_FRO = np.array([[[0, 0], [1, 0]], [[1, 0], [0, 0]]])  # whole numbers

question(
    "19.2.1",
    title="News of the charger",
    prompt="All values begin at 0. Then all squares are backed up at once, again and "
    "again. The charger is in square 15; square 0 is six steps away. After which "
    "backup can the charger change the value of square 0 for the first time?",
    answer=number(
        7,
        0.2,
        "Yes. The first backup gives the charger its own value, and then the news "
        "travels a square at a time.",
    ),
    near=[
        number(6, 0.2, "What is the charger worth before the first backup?"),
        number(1, 0.2, "A backup looks one step ahead. How far is the charger?"),
        number(15, 0.2, "All squares are backed up at once, not one after another."),
        number(8, 0.2, "That is one too many: the first gives the charger its value."),
    ],
    otherwise="Which squares know of the charger after the first backup? After the "
    "second?",
)


def _backed(change):
    """Make a backup with another table or another reward."""
    return lambda policy, values, rewards, tables, gamma: change(
        policy_chain(tables, np.asarray(policy)),
        np.asarray(values, dtype=float),
        np.asarray(rewards, dtype=float),
        gamma,
    )


def _in_turn(policy, values, rewards, tables, gamma):
    """Use new values as soon as there are any."""
    table, new = policy_chain(tables, policy), np.array(values, dtype=float)
    for s in range(len(new)):
        new[s] = rewards[s] + gamma * table[:, s] @ new
    return new


def _in_turn_as_given(policy, values, rewards, tables, gamma):
    """Use new values at once, in an array of the type that came."""
    table, new = policy_chain(tables, policy), np.array(values)
    for s in range(len(new)):
        new[s] = rewards[s] + gamma * table[:, s] @ new
    return new


def _rows(policy, values, rewards, tables, gamma):
    """Take a square's row of its own action for the column."""
    return np.array(
        [r + gamma * tables[s, :, policy[s]] @ values for s, r in enumerate(rewards)]
    )


def _next_action(policy, values, rewards, tables, gamma):
    """Look up the action in the square that follows."""
    reached = np.array([tables[t, :, a] for t, a in enumerate(policy)])
    return rewards + gamma * reached.T @ values


def _last_missing(policy, values, rewards, tables, gamma):
    new = dp.policy_evaluation(policy, values, rewards, tables, gamma)
    new[-1] = 0
    return new


def _greedily(policy, values, rewards, tables, gamma):
    return dp.action_values(values, rewards, tables, gamma).max(axis=1)


def _there(policy, values, rewards, tables, gamma):
    """Back up as the notebook's given lines do, with an end in square 15."""
    new = dp.policy_evaluation(policy, values, rewards, tables, gamma)
    new[15] = 3.0
    return new


def _ending(function):
    """Give a function in the stub's form the end of the notebook's given lines."""

    def ended(*args):
        new = np.array(function(*args), dtype=float)
        new[15] = 3.0
        return new

    return ended


_VALUES = np.random.default_rng(7).normal(size=16).round(2)

exercise(
    "19.2.2",
    title="One backup",
    stub=(
        "def policy_evaluation(policy, values, rewards, tables, gamma):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def policy_evaluation(policy, values, rewards, tables, gamma):\n"
        "    new = np.zeros(len(values))\n"
        "    for s in range(len(values)):\n"
        "        new[s] = rewards[s] + gamma * tables[:, s, policy[s]] @ values\n"
        "    return new\n"
    ),
    published=published(
        "policy_evaluation(policy, state_values, rewards, "
        "transition_probabilities_given_action, gamma)",
        reference=_there,
        cases=[
            case(_START, np.zeros(16), _REWARDS, _ICY, 0.9),
            case(_START, _VALUES, _REWARDS, _ICY, 0.9),
            case(_START[::-1].astype(np.uint8), _VALUES[::-1], _REWARDS, _ICY, 0.5),
        ],
        lifts=_ending,
    ),
    equivalent=dict.fromkeys(
        [
            "new = np.ones(len(values))",
            "new = np.zeros(len(rewards))",
            "for s in range(len(rewards)):",
            "new[s] = rewards[s] + values @ (gamma * tables[:, s, policy[s]])",
        ],
        "values and rewards are equally long, and the entries are all replaced",
    ),
    reference=dp.policy_evaluation,
    cases=[
        case(np.array([0, 1, 0]), np.array([1.0, -2.0, 4.0]), _R3, _T3, 0.5),
        case(_START, _VALUES, _REWARDS, _TABLES, 0.9),
        case(np.array([2, 0, 1, 1, 0]), np.arange(5.0), _R5, _T5, 0.8),
        case(np.array([0, 0]), np.array([4, 0]), np.array([1, 2]), _FRO, 0.5),
        case(np.array([3, 1, 0, 2, 2, 0]), _VALUES[:6], _R6, _T6, 1.0),
        case(np.array([1, 1, 0]), np.zeros(3), _R3, _T3, 0.9),
    ],
    planted=[
        mistake(
            _backed(lambda t, v, r, g: t.T @ (r + g * v)),
            "On this page: the reward for being where? Yours is that of the next "
            "square.",
        ),
        mistake(
            _backed(lambda t, v, r, g: r + g * t @ v),
            "Over which index do the probabilities sum to one? Yours are summed over "
            "the old square.",
        ),
        mistake(
            _backed(lambda t, v, r, g: r + t.T @ v),
            "Where is the discount?",
        ),
        mistake(
            _backed(lambda t, v, r, g: g * (r + t.T @ v)),
            "What is paid here is paid now: it is not discounted.",
        ),
        mistake(
            _backed(lambda t, v, r, g: g * t.T @ v),
            "Where is the reward?",
        ),
        mistake(
            _backed(lambda t, v, r, g: r + g * v[np.argmax(t, axis=0)]),
            "You take the likeliest square alone. All that may follow counts, each "
            "with its probability.",
        ),
        mistake(
            _backed(lambda t, v, r, g: r + g * np.max(t * v[:, None], axis=0)),
            "You take the largest of the terms. What is the average of a value?",
        ),
        mistake(
            _in_turn,
            "Squares that come later see the new values of those before. Use the old "
            "values for all.",
        ),
        mistake(
            _in_turn_as_given,
            "A square sees the new values of those before it. Is the copy filled while "
            "it is read?",
        ),
        mistake(
            _rows,
            "Over which index do the probabilities sum to one? Yours are those of "
            "getting into the square, not out of it.",
        ),
        mistake(
            _next_action,
            "The policy is asked for the action of the new square. Where is the robot "
            "when it decides?",
        ),
        mistake(
            _last_missing,
            "The last square keeps a zero. Its reward counts like any other.",
        ),
        mistake(
            _backed(lambda t, v, r, g: r + g * t[-1] * v[-1]),
            "Of the squares that may follow only the last one counts. Is your sum "
            "overwritten in each round?",
        ),
        mistake(
            _backed(lambda t, v, r, g: len(r) * r + g * t.T @ v),
            "The reward is counted once for each square that may follow. How often is "
            "it paid?",
        ),
        mistake(
            _backed(lambda t, v, r, g: v + r + g * t.T @ v),
            "A backup replaces the old value of a square. Yours adds to it.",
        ),
        mistake(
            _backed(lambda t, v, r, g: r + g * v),
            "Yours is for a robot that stays where it is. Where does it go?",
        ),
        mistake(
            _backed(lambda t, v, r, g: r + g * t.T @ v / len(v)),
            "The probabilities sum to one, so they average already. Yours divides once "
            "more, by the number of squares.",
        ),
        mistake(
            _backed(lambda t, v, r, g: np.linalg.solve(np.eye(len(r)) - g * t.T, r)),
            "These are the values where endless backups end. What does a single one "
            "give?",
        ),
        mistake(
            lambda policy, values, rewards, tables, gamma: dp.action_values(
                values, rewards, tables, gamma
            ).sum(axis=1),
            "You add up all actions. Which one does the policy take?",
        ),
        mistake(
            _greedily,
            "You take the best action in each square. Which one does the policy take?",
        ),
        mistake(
            lambda policy, values, rewards, tables, gamma: (
                rewards
                + gamma * np.einsum("nsa,n->s", tables, values) / np.shape(tables)[2]
            ),
            "You average over all actions. Which one does the policy take?",
        ),
        mistake(
            lambda policy, values, rewards, tables, gamma: dp.policy_evaluation(
                np.zeros(len(values), dtype=int), values, rewards, tables, gamma
            ),
            "Action 0 is taken everywhere. Which one does the policy take?",
        ),
    ],
    hints=[
        "For one square `s`: which column of `tables` holds the odds of what follows?",
        "`rewards[s] + gamma * np.sum(tables[:, s, policy[s]] * values)`, into a new "
        "array.",
    ],
)

question(
    "19.2.3",
    title="After five backups",
    prompt="Two guesses differ by at most 10 in any square. Both are backed up five "
    "times, with $\\gamma = 0.9$. By how much can they still differ, at most?",
    answer=number(
        5.9049,
        0.01,
        "Yes, $10\\cdot0.9^5$. It takes 22 backups to make a tenth of it.",
    ),
    near=[
        number(9, 0.01, "That is after one."),
        number(5, 0.01, "Each backup takes a tenth of the last difference."),
        number(6.561, 0.01, "That is after four."),
        number(5.31441, 0.01, "That is after six."),
        number(10, 0.01, "That is before the first."),
        number(4.0951, 0.01, "That is by how much it has shrunk."),
        number(0.59049, 0.001, "That is the factor."),
    ],
    otherwise="Each backup multiplies the largest difference by at most $\\gamma$.",
)


def _solved(matrix, right=lambda table, rewards: rewards):
    def solved(policy, rewards, tables, gamma):
        table = policy_chain(tables, np.asarray(policy))
        return np.linalg.solve(
            matrix(np.eye(len(table)), table, gamma),
            right(table, np.asarray(rewards, dtype=float)),
        )

    return solved


def _backups(count):
    def backed(policy, rewards, tables, gamma):
        values = np.zeros(len(rewards))
        for _ in range(count):
            values = dp.policy_evaluation(policy, values, rewards, tables, gamma)
        return values

    return backed


exercise(
    "19.2.4",
    title="All backups at once",
    stub=("def policy_values(policy, rewards, tables, gamma):\n    ...  # your code\n"),
    solution=(
        "from udl.decisions.policies import policy_chain\n\n"
        "def policy_values(policy, rewards, tables, gamma):\n"
        "    table = policy_chain(tables, policy)\n"
        "    equations = np.eye(len(table)) - gamma * table.T\n"
        "    return np.linalg.solve(equations, rewards)\n"
    ),
    reference=dp.policy_values,
    cases=[
        case(np.array([0, 1, 0]), _R3, _T3, 0.5),
        case(_START, _REWARDS, _TABLES, 0.9),
        case(np.array([2, 0, 1, 1, 0]), _R5, _T5, 0.8),
        case(np.array([0, 0]), np.array([0, 3]), _FRO, 0.5),
        case(np.array([3, 1, 0, 2, 2, 0]), _R6, _T6, 0.99),
    ],
    planted=[
        mistake(
            _solved(lambda i, t, g: i - g * t),
            "The equations sum over the new square. Is that a row or a column of the "
            "table?",
        ),
        mistake(
            _solved(lambda i, t, g: i - t.T),
            "Where is the discount?",
        ),
        mistake(
            _solved(lambda i, t, g: i + g * t.T),
            "Bring the values to one side: which sign does the other term get?",
        ),
        mistake(
            _solved(lambda i, t, g: i - g * t.T, lambda t, r: t.T @ r),
            "These are the values of page 19.1, where entering a square is paid.",
        ),
        mistake(
            _backups(1),
            "This is one backup from zero.",
        ),
        mistake(
            _backups(2),
            "This is one backup of the rewards. The values go on on both sides of the "
            "equation.",
        ),
        mistake(
            _solved(lambda i, t, g: 1 - g * t.T),
            "`1 - ...` puts a one into every entry. Which matrix leaves a vector as "
            "it is?",
        ),
        mistake(
            _solved(lambda i, t, g: g * (i - t.T)),
            "Gamma multiplies all of your matrix. Which of the two terms is "
            "discounted?",
        ),
        mistake(
            lambda policy, rewards, tables, gamma: (
                rewards - gamma * policy_chain(tables, policy).T @ rewards
            ),
            "You multiply the rewards by the matrix. Which vector does it multiply in "
            "the equations?",
        ),
        mistake(
            lambda policy, rewards, tables, gamma: np.linalg.solve(
                np.eye(len(rewards)) - gamma * np.mean(tables, axis=2).T, rewards
            ),
            "You average over all actions. Which one does the policy take?",
        ),
        mistake(
            lambda policy, rewards, tables, gamma: (
                gamma * dp.policy_values(policy, rewards, tables, gamma)
            ),
            "All values are discounted once more. What is paid here is paid now.",
        ),
        mistake(
            _backups(20),
            "Twenty backups are not all of them.",
        ),
    ],
    hints=[
        "Bring all terms with $\\mathbf{v}$ to the left side.",
        "`np.linalg.solve(np.eye(S) - gamma * table.T, rewards)`.",
    ],
)

question(
    "19.2.5",
    title="Is greedy good enough?",
    prompt="The new policy takes in each square what is best if *afterwards the old "
    "policy goes on*. But afterwards the new policy goes on. Can it be worse than the "
    "old one, in some square?",
    choices=[
        choice(
            "Yes, in squares where the old policy was good by luck.",
            "There it may keep the old action: that is among its choices.",
        ),
        choice(
            "Yes, since the values no longer belong to the policy that acts.",
            "They do not. But do the new values lie above or below them?",
        ),
        choice(
            "No. In no square.",
            "Yes, you are right: the proof below shows that every further step with "
            "the new policy can only add.",
            right=True,
        ),
        choice(
            "No, except in squares from which the end cannot be reached.",
            "Those are squares like all others: their values are sums, too.",
        ),
    ],
)


def _worth(values, rewards, tables, gamma):
    return dp.action_values(values, rewards, tables, gamma)


def _is_greedy(result, values, rewards, tables, gamma):
    chosen = np.asarray(result)
    if chosen.shape != np.shape(values) or chosen.dtype.kind not in "iuf":
        return f"An action for each of the {len(values)} squares is expected."
    if np.any(chosen != np.round(chosen)):
        return "Actions are whole numbers."
    chosen, worth = chosen.astype(int), _worth(values, rewards, tables, gamma)
    if chosen.min() < 0 or chosen.max() >= worth.shape[1]:
        return "There is no such action."
    taken = worth[np.arange(len(chosen)), chosen]
    return bool(np.all(taken >= worth.max(axis=1) - 1e-9))


def _record(*, anew):
    """Keep the best so far, from zero or from the square before."""

    def kept(values, rewards, tables, gamma):
        chosen, best = np.zeros(len(values), dtype=int), -np.inf
        for s, worth in enumerate(_worth(values, rewards, tables, gamma)):
            best = 0 if anew else best
            for a in range(len(worth)):
                if worth[a] > best:
                    chosen[s], best = a, worth[a]
        return chosen

    return kept


def _greedy_there(values, rewards, tables, gamma):
    best = dp.policy_improvement(values, rewards, tables, gamma)
    best[15] = 0
    return best.astype(np.uint8)


def _stopping(function):
    def stopped(*args):
        best = np.array(function(*args))
        best[15] = 0
        return best

    return stopped


_GUESSES = [np.random.default_rng(seed).normal(size=16).round(2) for seed in (8, 9)]

exercise(
    "19.2.6",
    title="The greedy policy",
    stub=(
        "def policy_improvement(values, rewards, tables, gamma):\n"
        "    ...  # your code\n"
    ),
    solution=(
        "def policy_improvement(values, rewards, tables, gamma):\n"
        '    following = np.einsum("nsa,n->sa", tables, values)\n'
        "    return np.argmax(rewards[:, None] + gamma * following, axis=1)\n"
    ),
    published=published(
        "policy_improvement(state_values, rewards, "
        "transition_probabilities_given_action, gamma)",
        reference=_greedy_there,
        cases=[
            case(_GUESSES[0], _REWARDS, _ICY, 0.9),
            case(_GUESSES[1], _REWARDS, _ICY, 0.9),
            case(_VALUES, _REWARDS, _ICY, 0.5),
        ],
        lifts=_stopping,
    ),
    equivalent=dict.fromkeys(
        [
            "the result has the first argument's type",
        ],
        "an action may be written as 1.0",
    ),
    reference=dp.policy_improvement,
    accept=_is_greedy,
    cases=[
        case(np.array([1.0, -2.0, 4.0]), _R3, _T3, 0.5),
        case(_GUESSES[0], _REWARDS, _TABLES, 0.9),
        case(np.array([3.0, 0.5, -1.0, 2.0, 0.0]), _R5, _T5, 0.8),
        case(_VALUES[:6], _R6, _T6, 0.99),
        case(np.array([2, -1, 0, 5, 1, -3]), np.arange(6), _T6, 0.7),
    ],
    planted=[
        mistake(
            lambda values, rewards, tables, gamma: np.argmin(
                _worth(values, rewards, tables, gamma), axis=1
            ),
            "This is the worst action everywhere.",
        ),
        mistake(
            lambda values, rewards, tables, gamma: np.argmax(
                np.einsum("nsa,s->na", tables, values), axis=1
            ),
            "Over which index do the probabilities sum to one? You sum over the old "
            "square.",
        ),
        mistake(
            lambda values, rewards, tables, gamma: np.max(
                _worth(values, rewards, tables, gamma), axis=1
            ),
            "These are values. Which action has the largest?",
        ),
        mistake(
            lambda values, rewards, tables, gamma: np.argmax(
                np.max(np.asarray(tables) * np.asarray(values)[:, None, None], axis=0),
                axis=1,
            ),
            "You look at the best thing that may follow. An action is worth the "
            "average of all of them.",
        ),
        mistake(
            lambda values, rewards, tables, gamma: np.argmax(
                np.einsum("nsa,n->sa", tables, rewards), axis=1
            ),
            "You look at the next reward alone. What comes after it is in the values.",
        ),
        mistake(
            lambda values, rewards, tables, gamma: np.argmax(
                np.einsum("nsa,n->sa", tables, rewards + gamma * np.asarray(values)),
                axis=1,
            ),
            "Yours pays for the square that is entered. On this page, does the reward "
            "depend on the action at all?",
        ),
        mistake(
            _record(anew=True),
            "Where every action is worth less than zero, yours finds none. What does "
            "your search begin with?",
        ),
        mistake(
            _record(anew=False),
            "Your search compares with the best of earlier squares, too. It has to "
            "begin anew in each.",
        ),
        mistake(
            lambda *world: 1 + np.argmax(_worth(*world)[:, 1:], axis=1),
            "Action 0 is never taken. Where does your loop begin?",
        ),
        mistake(
            lambda *world: np.argsort(_worth(*world), axis=1)[:, -2],
            "This is the second best action.",
        ),
        mistake(
            lambda *world: np.full(
                len(world[0]), np.argmax(_worth(*world).mean(axis=0))
            ),
            "One action for all squares. Each square may have its own.",
        ),
    ],
    hints=[
        "For one square, make a list of four values, one for each action.",
        "`np.argmax` of `rewards[s] + gamma * tables[:, s, a] @ values` over `a`.",
    ],
)  # fmt: skip


def _blend(values, s):
    """Take half of the neighbor on the right."""
    return 1 + 0.5 * values[(s + 1) % len(values)]


def _mix(values, s):
    """Take parts of the square before and of the mean."""
    return 0.3 * values[s - 1] + 0.2 * np.mean(values) + s


def _told(*, rows="new", sweep="old", last=0):
    def history(values, update, n):
        now = np.array(values, dtype=float)
        kept = [now.copy()]
        for _ in range(n + last):
            old = now.copy()
            for s in range(len(now)):
                now[s] = update(old if sweep == "old" else now, s)
            kept.append(now.copy())
        if rows == "same":
            return np.array([now] * len(kept))
        return np.array(kept[1:] if rows == "late" else kept)

    return history


def _of_the_first(values, update, n):
    first = np.array([update(values, s) for s in range(len(values))])
    return np.array([values] + [first] * n)


def _one_more_array(values, update, n):
    """Make the new array once, before all rounds."""
    rows, new = [values], np.array(values)
    for _ in range(n):
        for s in range(len(new)):
            new[s] = update(values, s)
        values = new
        rows.append(new)
    return np.array(rows)


def _from_the_new(values, update, n):
    """Ask for the update with an array of zeros that is being filled."""
    rows = [np.array(values)]
    for _ in range(n):
        new = np.zeros(len(values))
        for s in range(len(values)):
            new[s] = update(new, s)
        rows.append(new)
    return np.array(rows)


def _each_square(values, update, n):
    rows, old = [np.array(values)], np.array(values)
    for _ in range(n):
        new = old.copy()
        for s in range(len(old)):
            new[s] = update(old, s)
            rows.append(new.copy())
        old = new
    return np.array(rows)


exercise(
    "19.2.7",
    title="Only one array",
    stub=(
        "def history(values, update, n):\n"
        "    rows = [values]\n"
        "    for _ in range(n):\n"
        "        for s in range(len(values)):\n"
        "            values[s] = update(values, s)\n"
        "        rows.append(values)\n"
        "    return np.array(rows)\n"
    ),
    solution=(
        "def history(values, update, n):\n"
        "    rows = [np.array(values)]\n"
        "    for _ in range(n):\n"
        "        old = rows[-1]\n"
        "        rows.append(np.array([update(old, s) for s in range(len(old))]))\n"
        "    return np.array(rows)\n"
    ),
    reference=_told(),
    equivalent={
        "the result has the first argument's type": "both are arrays",
    },
    cases=[
        case(np.array([0.0, 4.0, -2.0]), _blend, 2),
        case(np.array([1.0, 0.0, 0.0, 5.0]), _mix, 5),
        case(np.zeros(6), _blend, 1),
        case(np.array([2.0, 1.0]), _mix, 0),
        case(np.array([0.5, -1.5, 3.0, 2.0, 1.0]), _blend, 9),
    ],
    planted=[
        mistake(
            _told(sweep="new"),
            "The rows differ now. But squares that come later still see new values.",
        ),
        mistake(
            _told(rows="same"),
            "The backups are right now. But all rows are still the last one.",
        ),
        mistake(
            _told(rows="late"),
            "The row before the first backup is missing.",
        ),
        mistake(
            _of_the_first,
            "Every row is a backup of the first values. From which values should the "
            "second one start?",
        ),
        mistake(
            _one_more_array,
            "The first round is right. From the second on, the old and the new values "
            "are one array again.",
        ),
        mistake(
            _from_the_new,
            "You give `update` the array that is just being filled. It wants the old "
            "values.",
        ),
        mistake(
            _each_square,
            "A row is kept for each square. When is a backup complete?",
        ),
        mistake(
            lambda *given: _told()(*given)[-1],
            "These are the last values alone. A history has those before, too.",
        ),
        mistake(
            _told(last=-1),
            "One backup is missing.",
        ),
    ],
    hints=[
        "What does `rows.append(values)` put into the list: numbers, or a name for the "
        "one array?",
        "Make a new array in each round, from the last row alone.",
    ],
)


def _at_best(values, rewards, tables, gamma):
    return dp.action_values(values, rewards, tables, gamma).max(axis=1)


def _at_best_in_turn(values, rewards, tables, gamma):
    new = np.array(values)
    for s in range(len(new)):
        new[s] = _at_best(new, rewards, tables, gamma)[s]
    return new


def _at_best_entering(values, rewards, tables, gamma):
    return np.einsum("nsa,n->sa", tables, rewards + gamma * values).max(axis=1)


def _needed(
    *,
    factor=lambda g: g / (1 - g),
    size=lambda change: np.max(np.abs(change)),
    backup=_at_best,
    start=0,
    most=10_000,
):
    def needed(rewards, tables, gamma, tolerance):
        values = np.zeros(len(rewards))
        for count in range(1, most):
            new = backup(values, rewards, tables, gamma)
            change = size(new - values)
            values = new
            if factor(gamma) * change <= tolerance:
                return count + start
        return most

    return needed


def _really(rewards, tables, gamma, tolerance):
    rows = dp.value_iteration(rewards, tables, gamma)
    return int(np.argmax(np.abs(rows - rows[-1]).max(axis=1) <= tolerance))


exercise(
    "19.2.8",
    title="When to stop",
    stub=(
        "def backups_needed(rewards, tables, gamma, tolerance):\n    ...  # your code\n"
    ),
    solution=(
        "def backups_needed(rewards, tables, gamma, tolerance):\n"
        "    values = np.zeros(len(rewards))\n"
        "    for count in range(1, 100_000):\n"
        '        best = np.einsum("nsa,n->sa", tables, values).max(axis=1)\n'
        "        old, values = values, rewards + gamma * best\n"
        "        if gamma / (1 - gamma) * np.max(np.abs(values - old)) <= tolerance:\n"
        "            return count\n"
    ),
    equivalent=dict.fromkeys(
        [
            "values = np.zeros(len(tables))",
            "for count in range(1, 100001):",
            "for count in range(1, 99999):",
            "if gamma / (1 - gamma) * np.max(np.abs(values - old)) < tolerance:",
            "if gamma / (1 - gamma) * np.max(np.abs(old - values)) <= tolerance:",
            "the result has the first argument's type",
        ],
        "sizes agree, a limit is never reached, and a distance is the same both ways",
    ),
    reference=_needed(),
    cases=[
        case(_R3, _T3, 0.5, 0.01),
        case(_REWARDS, _TABLES, 0.9, 0.1),
        case(_R5, _T5, 0.8, 1e-3),
        case(_REWARDS, _TABLES, 0.5, 1e-6),
        case(np.array([1, 2]), _FRO, 0.5, 0.3),
        case(-_R6, _T6, 0.95, 0.5),
    ],
    planted=[
        mistake(
            _needed(factor=lambda g: 1),
            "A small change is not yet a small error: all the changes to come add up.",
        ),
        mistake(
            _needed(factor=lambda g: 1 / (1 - g)),
            "The changes to come begin with gamma times the last one.",
        ),
        mistake(
            _needed(factor=lambda g: g),
            "That is the next change. What do all of them sum to?",
        ),
        mistake(
            _needed(factor=lambda g: (1 - g) / g),
            "The factor is upside down.",
        ),
        mistake(
            _needed(factor=lambda g: 1 - g),
            "That makes the bound smaller the more patient the robot is.",
        ),
        mistake(
            _needed(size=np.max),
            "A value may also fall. How large is such a change?",
        ),
        mistake(
            _needed(size=lambda change: np.sum(np.abs(change))),
            "You add up the changes of all squares. The bound speaks of one.",
        ),
        mistake(
            _needed(size=lambda change: np.mean(np.abs(change))),
            "On average the change is that small. But the promise is for every square.",
        ),
        mistake(
            _needed(size=np.linalg.norm),
            "You take the root of the sum of squares. Which size of a change does the "
            "bound use?",
        ),
        mistake(
            _needed(size=lambda change: np.min(np.abs(change))),
            "You stop when one square has settled. The promise is for every square.",
        ),
        mistake(
            _needed(backup=_at_best_entering),
            "Yours pays for the square that is entered. On this page, what is paid "
            "for?",
        ),
        mistake(
            _needed(backup=_at_best_in_turn),
            "Squares that come later use the new values of those before, so yours "
            "settles sooner. These are not the backups of value iteration.",
        ),
        mistake(
            _needed(
                backup=lambda *world: dp.action_values(*world).mean(axis=1),
            ),
            "You average over the actions. Which of them does value iteration take?",
        ),
        mistake(
            lambda rewards, tables, gamma, tolerance: int(
                np.ceil(np.log(tolerance) / np.log(gamma))
            ),
            "A formula of gamma and the tolerance knows nothing of this world. Which "
            "change does the bound ask for?",
        ),
        mistake(_needed(start=1), "You count one backup too many."),
        mistake(_needed(start=-1), "You count one backup too few."),
        mistake(
            _really,
            "This compares with the end, which you would not know. What does the "
            "change promise?",
        ),
    ],
    hints=[
        "Back up, and keep the old values for a comparison.",
        "Stop as soon as `gamma / (1 - gamma) * np.max(np.abs(new - old))` is at most "
        "the tolerance; return how many backups there were.",
    ],
)

question(
    "19.2.9",
    title="Patience",
    prompt="Square 13 has a hole above it, 9, and one at its right, 14. With "
    "$\\gamma=0.9$ the best command there is left, away from the charger. For more "
    "patient robots it changes to *right*. Raise `patience` in steps of 0.01: what is "
    "the first value at which the command is *right*?",
    answer=number(
        0.97,
        0.004,
        "Yes. A robot that counts later rewards nearly as much as early ones would "
        "rather get past the hole soon than wander about.",
    ),
    near=[
        number(0.96, 0.004, "There the command is still left."),
        number(0.98, 0.004, "There it is right, but also one step before."),
        number(0.99, 0.004, "There it is right, but also some steps before."),
    ],
    otherwise="Try 0.95 and 0.99, then go on in between.",
)


def _ways(
    *,
    rounds=lambda n: n - 1,
    axis=0,
    best=np.min,
    goal=0.0,
    keep=True,
):
    def ways(costs, end):
        costs = np.asarray(costs, dtype=float)
        costs = costs if axis == 0 else costs.T
        found = np.full(len(costs), np.inf)
        found[end] = goal
        for _ in range(rounds(len(costs))):
            new = best(costs + found[:, None], axis=0)
            found = np.minimum(found, new) if keep else new
        return found

    return ways


def _from_zero(costs, goal):
    found = np.zeros(len(costs))
    for _ in costs:
        found = np.min(costs + found[:, None], axis=0)
        found[goal] = 0
    return found


def _step_by_step(costs, goal):
    """Follow the cheapest step from each place."""
    found = np.full(len(costs), np.inf)
    for start in range(len(costs)):
        here, paid = start, 0.0
        for _ in costs:
            if here == goal:
                found[start] = paid
                break
            there = np.argmin(costs[:, here])
            here, paid = there, paid + costs[there, here]
    return found


def _one_sweep(costs, goal):
    """Go through all steps once, and use at once what is found."""
    found = np.where(np.arange(len(costs)) == goal, 0.0, np.inf)
    for there in range(len(costs)):
        found = np.minimum(found, costs[there] + found[there])
    return found


def _dearest_step(costs, goal):
    found = np.where(np.arange(len(costs)) == goal, 0.0, np.inf)
    for _ in costs:
        found = np.minimum(found, np.min(np.maximum(costs, found[:, None]), axis=0))
    return found


_INF = np.inf


def _costs(size, seed, share=0.45):
    rng = np.random.default_rng(seed)
    there = rng.random((size, size)) < share
    costs = np.where(there, rng.integers(1, 20, (size, size)), np.inf)
    np.fill_diagonal(costs, 0)
    return costs


_LINE = np.full((5, 5), _INF)
_LINE[np.arange(1, 5), np.arange(4)] = [1, 2, 3, 4]

exercise(
    "19.2.10",
    title="Cheapest ways",
    stub="def cheapest_ways(costs, goal):\n    ...  # your code\n",
    solution=(
        "def cheapest_ways(costs, goal):\n"
        "    ways = np.where(np.arange(len(costs)) == goal, 0, np.inf)\n"
        "    for _ in costs:\n"
        "        onward = np.min(costs + ways[:, None], axis=0)\n"
        "        ways = np.minimum(ways, onward)\n"
        "    return ways\n"
    ),
    equivalent=dict.fromkeys(
        [
            "the result has the first argument's type",
        ],
        "a whole number is a number",
    ),
    reference=dp.cheapest_ways,
    cases=[
        case(np.array([[0, _INF, _INF], [1, 0, _INF], [9, 2, 0]]), 2),
        case(_LINE, 4),
        case(_costs(6, 0), 3),
        case(_costs(8, 16, 0.3), 0),
        case(np.array([[0, 2, 7], [1, 0, 1], [5, 3, 0]]), 1),
        case(_costs(7, 2, 0.3), 6),
    ],
    planted=[
        mistake(
            _ways(axis=1),
            "These are ways from the goal. A step from s to t is in row t.",
        ),
        mistake(
            _ways(rounds=lambda n: 1),
            "These are ways of a single step.",
        ),
        mistake(
            _ways(rounds=lambda n: 2),
            "These are ways of at most two steps.",
        ),
        mistake(
            _ways(best=np.max),
            "No place but the goal ever gets a cost. Over which places do you take "
            "the smallest sum, and is it the smallest?",
        ),
        mistake(
            _ways(rounds=lambda n: n - 2),
            "One round is missing. How many steps can a cheapest way have?",
        ),
        mistake(
            _ways(rounds=lambda n: n, keep=False),
            "These are ways with a fixed number of steps. A way that has arrived may "
            "stay.",
        ),
        mistake(
            _ways(keep=False),
            "These are ways with as many steps as there are rounds. May a way be "
            "shorter?",
        ),
        mistake(
            _one_sweep,
            "You go through the steps once. A cheap way that is found late may make "
            "others cheaper.",
        ),
        mistake(
            _from_zero,
            "With zeros at first, every place looks like the goal. What is known "
            "before the first step?",
        ),
        mistake(
            _step_by_step,
            "Yours always takes the cheapest next step. It may lead to a dear way, "
            "or nowhere.",
        ),
        mistake(
            lambda costs, goal: dp.cheapest_ways(
                np.where(np.isinf(costs), np.inf, 1.0), goal
            ),
            "You count the steps. What does each of them cost?",
        ),
        mistake(
            lambda costs, goal: dp.cheapest_ways(
                np.where(np.isinf(costs), 0.0, costs), goal
            ),
            "Where there is no step, yours goes for free.",
        ),
        mistake(
            _dearest_step,
            "This is the dearest step of a way. What does the whole way cost?",
        ),
        mistake(
            lambda costs, goal: np.where(
                np.isinf(dp.cheapest_ways(costs, goal)),
                -1,
                dp.cheapest_ways(costs, goal),
            ),
            "Where there is no way, the cost is infinite: a cost of -1 would be a "
            "bargain.",
        ),
        mistake(
            lambda costs, goal: np.asarray(costs, dtype=float)[:, goal],
            "These are single steps, and they lead away from the goal.",
        ),
        mistake(
            lambda costs, goal: np.asarray(costs, dtype=float)[goal],
            "This is the cost of going there in one step.",
        ),
        mistake(
            _ways(goal=1.0),
            "At the goal nothing more has to be paid.",
        ),
        mistake(
            lambda costs, goal: np.where(np.isinf(dp.cheapest_ways(costs, goal)), 0,
                                         dp.cheapest_ways(costs, goal)),
            "Where there is no way, the cost is infinite, not zero.",
        ),
    ],
    hints=[
        "A backup: the cheapest of the steps, each with what its end costs.",
        "Start with 0 at the goal and `np.inf` elsewhere, and repeat "
        "`np.min(costs + ways[:, None], axis=0)`.",
    ],
)  # fmt: skip
