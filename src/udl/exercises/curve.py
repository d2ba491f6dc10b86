"""The reader's curve beside the right one, as a small SVG drawn by hand."""

import html

import numpy as np

from udl.exercises.card import Figure

WIDTH, HEIGHT = 340, 190
LEFT, RIGHT, TOP, BOTTOM = 48, 10, 34, 34


def curves(x, yours, right, name):
    """Draw two curves over ``x``; None where there is nothing fit to draw.

    Parameters
    ----------
    x : (n,) array
    yours, right : (n,) arrays
        The reader's values, which may be anything, and the right ones.
    name : str
        The name of the argument on the horizontal axis.
    """
    x, yours, right = np.asarray(x), np.asarray(yours), np.asarray(right)
    drawable = yours.shape == right.shape == x.shape and yours.dtype.kind in "biuf"
    if not drawable or x.ndim != 1 or not np.isfinite(yours).any():
        return None
    if np.allclose(yours, right):
        return None  # two equal curves would say that the answer is right
    y = np.concatenate([yours, right])
    y = y[np.isfinite(y)]
    low, high = float(y.min()), float(y.max())
    span = (high - low) or 1.0
    across = LEFT + (x - x.min()) / np.ptp(x) * (WIDTH - LEFT - RIGHT)
    bottom = HEIGHT - BOTTOM

    def path(values):
        down = bottom - (values - low) / span * (bottom - TOP)
        points = zip(across, down, strict=True)
        drawn = [f"{a:.1f},{d:.1f}" if np.isfinite(d) else "" for a, d in points]
        runs = " ".join(drawn).replace("  ", "|").split("|")
        return "".join(
            f"M{run.strip().replace(' ', 'L')}" for run in runs if run.strip()
        )

    above = np.mean(yours > right)
    alt = (
        f"Your curve (solid) and the right one (dashed), for {name} from {x.min():g} "
        f"to {x.max():g}. Yours lies above the right one at {above:.0%} of the places "
        f"and is highest at {name} = {x[np.nanargmax(yours)]:.2g}."
    )
    middle, end = (LEFT + WIDTH - RIGHT) / 2, WIDTH - RIGHT
    labels = [
        (LEFT + 34, 20, "start", "yours"),
        (LEFT + 134, 20, "start", "right"),
        (LEFT - 5, bottom, "end", f"{low:.2g}"),
        (LEFT - 5, TOP + 8, "end", f"{high:.2g}"),
        (LEFT, HEIGHT - 14, "start", f"{x.min():g}"),
        (middle, HEIGHT - 14, "middle", html.escape(name)),
        (end, HEIGHT - 14, "end", f"{x.max():g}"),
    ]
    texts = "".join(
        f'<text x="{a:g}" y="{d:g}" text-anchor="{anchor}">{text}</text>'
        for a, d, anchor, text in labels
    )
    # The paper is part of the drawing: it reads the same on a dark card.
    svg = (
        f'<svg class="udl-card-figure" role="img" aria-label="{html.escape(alt)}" '
        f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12" fill="#222">'
        '<rect width="100%" height="100%" rx="4" fill="#fff"/>'
        f'<path d="M{LEFT},{TOP}V{bottom}H{end}" fill="none" stroke="#666"/>{texts}'
        + _line(path(yours) + f"M{LEFT + 4},16h26", "#0b559f", "none")
        + _line(path(right) + f"M{LEFT + 104},16h26", "#a33d00", "6 4")
        + "</svg>"
    )
    return Figure(svg, alt)


def _line(path, color, dashes):
    return (
        f'<path d="{path}" fill="none" stroke="{color}" stroke-width="2" '
        f'stroke-dasharray="{dashes}"/>'
    )
