"""Data for regression: named arrays, a fresh copy at every call."""

import numpy as np

_CHAPTER_5_X = (
    0.09291784, 0.46809093, 0.93089486, 0.67612654, 0.73441752,
    0.86847339, 0.49873225, 0.51083168, 0.18343972, 0.99380898,
    0.27840809, 0.38028817, 0.12055708, 0.56715537, 0.92005746,
    0.77072270, 0.85278176, 0.05315950, 0.87168699, 0.58858043,
)  # fmt: skip


_REGRESSION_Y = (
    -0.25934537, 0.18195445, 0.65127015, 0.13921448, 0.09366691,
    0.30567674, 0.37229117, 0.20716968, -0.08131792, 0.51187806,
    0.16943738, 0.39943270, 0.01906257, 0.55820410, 0.45256496,
    -0.11831210, 0.02957665, -1.24354444, 0.24803884, 0.26824970,
)  # fmt: skip


_SHALLOW_Y = (
    -0.15934537, 0.18195445, 0.45127015, 0.13921448, 0.09366691,
    0.30567674, 0.37229117, 0.40716968, -0.08131792, 0.41187806,
    0.36943738, 0.39943270, 0.01906257, 0.35820410, 0.45256496,
    -0.01831210, 0.02957665, -0.24354444, 0.14803884, 0.26824970,
)  # fmt: skip


_LINE_X = (0.03, 0.19, 0.34, 0.46, 0.78, 0.81, 1.08, 1.18, 1.39, 1.60, 1.65, 1.90)


_LINE_Y = (0.67, 0.85, 1.05, 1.00, 1.40, 1.50, 1.30, 1.54, 1.55, 1.68, 1.73, 1.60)


_GABOR_X = (
    -1.92, -14.22, 1.49, -1.94, -2.389, -5.09,
    -8.861, 3.578, -6.01, -6.995, 3.634, 0.8743,
    -10.96, 0.4073, -9.467, 8.56, 10.62, -0.1729,
    10.4, -12.61, 0.1574, -13.04, -2.156, -12.1,
    -11.19, 2.902, -8.22, -11.79, -8.391, -4.505,
)  # fmt: skip


_GABOR_Y = (
    -1.051, -0.02482, 0.8896, -0.4943, -0.9371, 0.4306,
    0.009577, -0.07944, 0.1624, -0.2682, -0.3129, 0.8303,
    -0.02365, 0.5098, -0.2777, 0.3367, 0.1927, -0.2222,
    0.06352, 0.006888, 0.03224, 0.01091, -0.5706, -0.05258,
    -0.03666, 0.1709, -0.04805, 0.2008, -0.1904, 0.5952,
)  # fmt: skip


_ANSCOMBE_X = (10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0)


_ANSCOMBE_X_4 = (8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 19.0, 8.0, 8.0, 8.0)


_ANSCOMBE_Y = (
    (8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68),
    (9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74),
    (7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73),
    (6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89),
)


def supervised_line():
    """Twelve observations that lie near a line (chapter 2).

    Returns
    -------
    x : ndarray, shape (12,)
        Inputs between 0 and 2, in order.
    y : ndarray, shape (12,)
        Targets.

    Notes
    -----
    The data of UDL's notebook 2.1.

    Examples
    --------
    >>> x, y = supervised_line()
    >>> x.shape, float(x[0]), float(y[0])
    ((12,), 0.03, 0.67)
    """
    return np.array(_LINE_X), np.array(_LINE_Y)


def anscombe():
    """Four data sets with the same best line, and nothing else in common (chapter 2).

    Returns
    -------
    x, y : ndarray, shape (4, 11)
        Inputs and targets, a row for each data set.

    Notes
    -----
    From F. J. Anscombe, "Graphs in statistical analysis", The American Statistician
    27 (1973), pages 17 to 21.

    Examples
    --------
    >>> x, y = anscombe()
    >>> x.mean(axis=1).tolist(), y.mean(axis=1).round(2).tolist()
    ([9.0, 9.0, 9.0, 9.0], [7.5, 7.5, 7.5, 7.5])
    """
    x = np.array([_ANSCOMBE_X, _ANSCOMBE_X, _ANSCOMBE_X, _ANSCOMBE_X_4])
    return x, np.array(_ANSCOMBE_Y)


def univariate_regression():
    """Twenty noisy observations of one output against one input (chapter 5).

    Returns
    -------
    x : ndarray, shape (20,)
        Inputs between 0 and 1, in no order.
    y : ndarray, shape (20,)
        Targets. One of them, -1.24 at x = 0.05, lies far below the rest.

    Notes
    -----
    The data of UDL's notebook 5.1.

    Examples
    --------
    >>> x, y = univariate_regression()
    >>> x.shape, y.shape, int(y.argmin())
    ((20,), (20,), 17)
    """
    return np.array(_CHAPTER_5_X), np.array(_REGRESSION_Y)


def shallow_regression():
    """Twenty observations for a network with three hidden units (chapter 3).

    Returns
    -------
    x : ndarray, shape (20,)
        Inputs between 0 and 1, in no order: those of `univariate_regression`.
    y : ndarray, shape (20,)
        Targets: not those of `univariate_regression`.

    Notes
    -----
    The data of UDL's notebook 3.1.

    Examples
    --------
    >>> x, y = shallow_regression()
    >>> x.shape, float(y.max())
    ((20,), 0.45256496)
    """
    return np.array(_CHAPTER_5_X), np.array(_SHALLOW_Y)


def gabor_data():
    """Thirty noisy observations for the Gabor model (chapter 6).

    Returns
    -------
    x : ndarray, shape (30,)
        Inputs between -15 and 15, in no order.
    y : ndarray, shape (30,)
        Targets between -1.1 and 0.9.

    Notes
    -----
    The data of UDL's notebooks 6.3 and 6.4.

    Examples
    --------
    >>> x, y = gabor_data()
    >>> x.shape, float(x.min()), float(x.max())
    ((30,), -14.22, 10.62)
    """
    return np.array(_GABOR_X), np.array(_GABOR_Y)
