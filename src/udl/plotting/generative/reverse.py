"""What a noisy value says of the values before it, and what a model makes of that."""

from udl.plotting.style import BLUE, GRAY, ORANGE, SKY, panels, styled


@styled
def origins(line, before, data, known, *, z, mean, names):
    """Draw where a value may have been: in the step before, and at the start.

    Parameters
    ----------
    line : ndarray, shape (N,)
        Values.
    before, data, known : ndarray, shape (N,)
        Density of the value one step before, of the data that led here, of all data.
    z : float
        What is seen.
    mean : float
        Average of the data that led here.
    names : tuple of str
        Titles of the two panels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, rows = panels(2, height=4.8, sharex=True, gap=0.45)
    for axes, heights, title in zip(rows, (before, data), names, strict=True):
        axes.fill_between(line, heights, color=SKY, alpha=0.6, linewidth=0)
        axes.plot(line, heights, color=BLUE)
        axes.axvline(z, color=ORANGE, linewidth=1.4)
        axes.set(title=title, ylim=(0, None), ylabel="density", xlim=line[[0, -1]])
    rows[0].set_ylim(0, 3.9)
    beside = "right" if z > 0 else "left"
    rows[0].text(
        z + (-0.25 if z > 0 else 0.25), 3.4, f"seen: {z:.1f}", color=ORANGE, ha=beside
    )
    rows[1].set_ylim(0, 2.7)
    rows[1].plot(line, known, "--", color=GRAY, linewidth=1.2, label="all data")
    rows[1].plot(mean, 0.06, "^", color=BLUE, markersize=9, label="average")
    rows[1].legend(loc="upper right")
    rows[1].set(xlabel="value")
    return figure


@styled
def moves(line, table, exact, crowd, *, title):
    """Draw by how much a step back moves a value: fitted, and exact.

    Parameters
    ----------
    line : ndarray, shape (N,)
        Values at step t.
    table, exact : ndarray, shape (N,)
        Mean of the value before, minus the value: by the model, and by Bayes' rule.
    crowd : ndarray, shape (N,)
        Density of the values, drawn at the foot.
    title : str
        Which step it is.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.6)
    axes.axhline(0, color=GRAY, linewidth=0.8)
    axes.plot(line, table, color=SKY, linewidth=1.2, label="lookup table")
    axes.plot(line, exact, color=BLUE, label="exact")
    foot = -0.16
    axes.fill_between(
        line, foot, foot + 0.08 * crowd, color=GRAY, alpha=0.35, linewidth=0,
        label="how many values",
    )  # fmt: skip
    axes.set(xlim=line[[0, -1]], ylim=(foot, 0.2), title=title)
    axes.set(xlabel="$z_t$", ylabel="step back, on average")
    axes.legend(loc="upper right", ncols=1)
    return figure


@styled
def noise_in_values(z, epsilon, line, average, *, title):
    """Draw values with the noise in them, and the average noise at each value.

    Parameters
    ----------
    z, epsilon : ndarray, shape (S,)
        Drawn values, and the noise in each.
    line, average : ndarray, shape (N,)
        Values, and their average noise.
    title : str
        Which step it is.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.2)
    axes.scatter(
        z, epsilon, s=9, color=SKY, alpha=0.6, linewidth=0, label="noise in a value",
        rasterized=True,
    )  # fmt: skip
    axes.plot(line, average, color=BLUE, label="average noise")
    axes.axhline(0, color=GRAY, linewidth=0.8)
    axes.set(xlim=line[[0, -1]], ylim=(-3.2, 4.4), title=title)
    axes.set(xlabel="$z_t$", ylabel="$\\epsilon$")
    axes.legend(loc="upper left", ncols=2)
    return figure


@styled
def carried(start, end, exact, *, title):
    """Draw to where a walk without new noise carries each start.

    Parameters
    ----------
    start, end : ndarray, shape (N,)
        Where walks start, in rising order, and where they end.
    exact : ndarray, shape (N,)
        Where they would end if the start's quantiles became those of the data.
    title : str
        What is drawn.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.8)
    axes.plot(start, exact, "--", color=ORANGE, label="quantiles to quantiles")
    axes.plot(start, end, color=BLUE, label="walks")
    axes.set(xlim=start[[0, -1]], ylim=(-2.6, 3.2), title=title)
    axes.set(xlabel="start $z_{100}$", ylabel="end $x$")
    axes.legend(loc="upper left")
    return figure
