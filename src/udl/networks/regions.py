"""How many regions hyperplanes can make (UDL section 3.3).

The joint of a hidden unit is where its pre-activation is zero: a point on a line, a
line in a plane, in general a hyperplane. Counts are Python's integers, which are exact
however large they are.
"""

import itertools
import operator
from math import comb

import numpy as np


def number_regions(D_i, D):
    """Largest number of regions that the joints of hidden units can make.

    Parameters
    ----------
    D_i : int
        Number of inputs.
    D : int
        Number of hidden units.

    Returns
    -------
    int
        Exact. It is reached when the joints are in general position.

    Raises
    ------
    ValueError
        If an argument is negative or not a whole number.

    Notes
    -----
    Zaslavsky's formula, the sum over j from 0 to D_i of "D choose j"; UDL section
    3.3. For D < D_i nothing special is needed: the further terms are zero.

    Examples
    --------
    Three lines cut a plane into at most seven parts:

    >>> number_regions(2, 3)
    7
    """
    D_i, D = _count("D_i", D_i), _count("D", D)
    return sum(comb(D, j) for j in range(D_i + 1))


def add_hyperplane(counts):
    """Numbers of regions after one more hyperplane, for all dimensions at once.

    Parameters
    ----------
    counts : sequence of int
        Entry k is the largest number of regions of D hyperplanes in k dimensions.

    Returns
    -------
    list of int
        The same for D + 1 hyperplanes.

    Examples
    --------
    From two hyperplanes to three, in 0, 1 and 2 dimensions:

    >>> add_hyperplane([1, 3, 4])
    [1, 4, 7]
    """
    counts = [int(count) for count in counts]
    return [1] + [here + below for below, here in itertools.pairwise(counts)]


def number_parameters(D_i, D, D_o=1):
    """Number of parameters of a network with one hidden layer.

    Parameters
    ----------
    D_i, D, D_o : int
        Numbers of inputs, hidden units and outputs.

    Returns
    -------
    int
        Weights and offsets, of both layers.

    Raises
    ------
    ValueError
        If an argument is negative or not a whole number.

    Notes
    -----
    UDL section 3.4, eqs. 3.11 and 3.12.

    Examples
    --------
    Two units of one input each have an offset and a slope; the output adds an offset
    and two weights:

    >>> number_parameters(1, 2)
    7
    """
    D_i, D, D_o = _count("D_i", D_i), _count("D", D), _count("D_o", D_o)
    hidden = D * (D_i + 1)
    output = D_o * (D + 1)
    return hidden + output


def regions_of_lines(D, meeting):
    """Number of regions that lines make in the plane, whatever their position.

    Parameters
    ----------
    D : int
        Number of different lines.
    meeting : sequence of int
        For each point where lines meet, how many of them pass through it.

    Returns
    -------
    int
        One, plus one for each line, plus at each point one less than its lines.

    Raises
    ------
    ValueError
        If an entry of `meeting` is less than 2 or more than D.

    Examples
    --------
    Three lines through one point, then three that meet in pairs:

    >>> regions_of_lines(3, [3]), regions_of_lines(3, [2, 2, 2])
    (6, 7)
    """
    D = _count("D", D)
    if any(not 2 <= lines <= D for lines in meeting):
        raise ValueError(
            f"meeting is {list(meeting)}, but through each point where lines meet "
            f"pass at least 2 of them and at most all {D}."
        )
    return int(1 + D + sum(lines - 1 for lines in meeting))


def regions_in_disk(beta_0, omega_0):
    """Number of regions of hidden units with two inputs that reach the unit disk.

    Parameters
    ----------
    beta_0 : array_like, shape (D,)
        Offsets of the hidden units.
    omega_0 : array_like, shape (D, 2)
        Slopes of the hidden units; no two joints are the same line.

    Returns
    -------
    int
        One, plus one for each joint that crosses the disk, plus at each point inside
        where joints meet one less than their number.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Examples
    --------
    Two lines that cross at (0, 0), a third through the same point, a fourth outside:

    >>> regions_in_disk([0, 0, 0, 3], [[1, 0], [0, 1], [1, 1], [1, 0]])
    6
    """
    beta_0, omega_0 = np.asarray(beta_0, float), np.asarray(omega_0, float)
    if beta_0.ndim != 1 or omega_0.shape != (*beta_0.shape, 2):
        raise ValueError(
            f"beta_0 {beta_0.shape} and omega_0 {omega_0.shape} do not fit: they must "
            f"be (D,) and (D, 2)."
        )
    length = np.hypot(*omega_0.T)
    inside = np.abs(beta_0) < length
    beta_0, omega_0 = beta_0[inside], omega_0[inside]
    first, second = np.triu_indices(len(beta_0), 1)
    (a, b), (c, d) = omega_0[first].T, omega_0[second].T
    p, q = beta_0[first], beta_0[second]
    with np.errstate(divide="ignore", invalid="ignore"):
        points = (b * q - d * p + 1j * (c * p - a * q)) / (a * d - b * c)
    points = points[np.abs(points) < 1].round(9) + 0.0
    _, pairs = np.unique(points, return_counts=True)
    lines = (1 + np.sqrt(1 + 8 * pairs)) / 2  # m lines meet in m (m - 1) / 2 pairs
    return int(1 + len(beta_0) + np.sum(np.rint(lines) - 1))


def _count(name, value):
    try:
        whole = operator.index(value)
    except TypeError:
        whole = -1
    if whole < 0:
        raise ValueError(f"{name} is {value!r}, but it must be 0, 1, 2, ...")
    return whole
