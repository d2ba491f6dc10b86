"""A small world of squares: where each action may lead (UDL section 19.1).

Squares are numbered row by row from the upper left, actions are 0 up, 1 right, 2 down,
3 left. Tables are laid out as UDL's: element [new square, old square], or [new square,
old square, action], so that columns sum to one.
"""

import numpy as np

UP, RIGHT, DOWN, LEFT = range(4)
ACTIONS = ("up", "right", "down", "left")
MOVES = ((-1, 0), (0, 1), (1, 0), (0, -1))  # rows and columns, by action


def targets(rows, columns):
    """Find the square next to each square in each direction.

    Parameters
    ----------
    rows, columns : int
        Size of the world.

    Returns
    -------
    ndarray of int, shape (S, 4)
        By square and action; at a wall, the square itself.

    Examples
    --------
    >>> targets(2, 2).tolist()
    [[0, 1, 2, 0], [1, 1, 3, 0], [0, 3, 2, 2], [1, 3, 3, 2]]
    """
    row, column = np.divmod(np.arange(rows * columns), columns)
    moved = [
        np.clip(row + down, 0, rows - 1) * columns
        + np.clip(column + right, 0, columns - 1)
        for down, right in MOVES
    ]
    return np.stack(moved, axis=1)


def neighbors(rows, columns):
    """Tell which squares share an edge.

    Parameters
    ----------
    rows, columns : int
        Size of the world.

    Returns
    -------
    ndarray of float, shape (S, S)
        One for neighbors, zero otherwise.

    Examples
    --------
    >>> neighbors(1, 3).tolist()
    [[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
    """
    touching = np.zeros((rows * columns,) * 2)
    for action in range(4):
        touching[targets(rows, columns)[:, action], np.arange(rows * columns)] = 1
    np.fill_diagonal(touching, 0)
    return touching


def wander(rows, columns):
    """Give the table of a walk that moves to any neighbor with equal probability.

    Parameters
    ----------
    rows, columns : int
        Size of the world.

    Returns
    -------
    ndarray, shape (S, S)
        Probabilities, [new square, old square].

    Examples
    --------
    >>> wander(1, 3).tolist()
    [[0.0, 0.5, 0.0], [1.0, 0.0, 1.0], [0.0, 0.5, 0.0]]
    """
    touching = neighbors(rows, columns)
    return touching / touching.sum(axis=0)


def icy(rows, columns, aim=0.5):
    """Give the tables of a world in which each step may slip to another neighbor.

    What is left of `aim` is shared equally by the other neighbors; a single other one,
    at a corner, gets half of it. A step into a wall leads to any neighbor.

    Parameters
    ----------
    rows, columns : int
        Size of the world.
    aim : float
        Probability to reach the neighbor that the action points at; at a corner, it
        is reached more often.

    Returns
    -------
    ndarray, shape (S, S, 4)
        Probabilities, [new square, old square, action].

    Examples
    --------
    >>> icy(2, 2, 0.5)[:, 0, RIGHT].tolist()
    [0.0, 0.75, 0.25, 0.0]
    """
    touching, aimed = neighbors(rows, columns), targets(rows, columns)
    tables = np.repeat(wander(rows, columns)[:, :, None], 4, axis=2)
    for square, action in np.ndindex(*aimed.shape):
        target = aimed[square, action]
        if target != square and touching[:, square].sum() > 1:
            others = touching[:, square] * (np.arange(len(touching)) != target)
            slips = (1 - aim) * others / max(others.sum(), 2)
            tables[:, square, action] = slips
            tables[target, square, action] = 1 - slips.sum()
    return tables


def slippery(rows, columns, aim=0.85, ends=()):
    """Give the tables of a world with walls to bump into.

    The step goes in the chosen direction with probability `aim`, and in each of the
    other three with a third of what is left. A step into a wall changes nothing.

    Parameters
    ----------
    rows, columns : int
        Size of the world.
    aim : float
        Probability of the chosen direction.
    ends : sequence of int, optional
        Squares that are never left again.

    Returns
    -------
    ndarray, shape (S, S, 4)
        Probabilities, [new square, old square, action].

    Examples
    --------
    >>> slippery(1, 2, 0.7)[:, 0, RIGHT].round(6).tolist()
    [0.3, 0.7]
    """
    aimed = targets(rows, columns)
    squares = np.arange(len(aimed))
    tables = np.zeros((len(aimed), len(aimed), 4))
    for action in range(4):
        for direction in range(4):
            share = aim if direction == action else (1 - aim) / 3
            tables[aimed[:, direction], squares, action] += share
    ends = list(ends)
    tables[:, ends] = 0
    tables[ends, ends] = 1
    return tables
