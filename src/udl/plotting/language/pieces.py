"""Texts cut into tokens, and how short they become."""

from matplotlib.patches import Rectangle

from udl.language.tokens import END, encode
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, panels, styled

MARK = "\N{MIDDLE DOT}"  # drawn for the end of a word


@styled
def cut_lines(lines, merges, tokens):
    """Draw each line of a text as a row of boxes, one for each token.

    Parameters
    ----------
    lines : list of str
    merges : list of tuple of (str, str)
    tokens : sequence of int
        The number of tokens after 0, 1, 2, ... merges: a curve below the text, with
        a dot at the present number of merges.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (text, curve) = panels(
        2, height=0.36 * len(lines) + 3, height_ratios=[0.36 * len(lines) + 0.3, 1.4],
        left=0.75, gap=0.35,
    )  # fmt: skip
    widths = [_row(text, y, line, merges) for y, line in enumerate(lines)]
    text.set(xlim=(0, max(widths)), ylim=(len(lines) - 0.5, -1.4))
    text.set_axis_off()
    for x, color, name in ((0, GRAY, "one character"), (13, BLUE, "part of a word"),
                           (27, ORANGE, "whole word")):  # fmt: skip
        text.add_patch(Rectangle((x, -1.35), 1, 0.6, **_tint(color)))
        text.text(x + 1.5, -1.05, name, fontsize=11, va="center")
    now = len(merges)
    curve.plot(tokens, color=GRAY)
    curve.plot(now, tokens[now], "o", color=ORANGE)
    curve.annotate(
        f"{tokens[now]} tokens", (now, tokens[now]), (0, 9), color=ORANGE,
        ha="right" if now > 0.7 * len(tokens) else "left", textcoords="offset points",
    )  # fmt: skip
    curve.set(xlabel="merges", ylabel="tokens", ylim=(0, 1.2 * max(tokens)))
    return figure


def _row(axes, y, line, merges):
    """Draw a line, and say how many characters wide it is."""
    x = 0
    for word in line.split():
        tokens = encode(word, merges)
        for token in tokens:
            shown = token.replace(END, MARK)
            part = BLUE if len(shown) > 1 else GRAY
            color = ORANGE if len(tokens) == 1 else part
            axes.add_patch(
                Rectangle((x + 0.1, y - 0.34), len(shown) - 0.2, 0.68, **_tint(color))
            )
            for i, letter in enumerate(shown):
                axes.text(x + i + 0.5, y, letter, ha="center", va="center",
                          fontsize=10.5, color=INK)  # fmt: skip
            x += len(shown)
    return x


def _tint(color):
    return {"facecolor": f"{color}33", "edgecolor": color, "linewidth": 1}


@styled
def compressions(curves):
    """Draw how many characters a token holds, for vocabularies of several sizes.

    Parameters
    ----------
    curves : dict of str to (sequence, sequence)
        Sizes of the vocabulary and characters for each token, by what is encoded.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.4)
    for (name, (sizes, ratios)), color, line in zip(
        curves.items(), (GRAY, ORANGE), ("--", "-"), strict=True
    ):
        axes.plot(sizes, ratios, line, color=color)
        axes.annotate(name, (sizes[-1], ratios[-1]), (0, 7), color=color, ha="right",
                      textcoords="offset points")  # fmt: skip
    axes.set(xlabel="tokens in the vocabulary", ylabel="characters for a token")
    axes.set(xlim=(0, None), ylim=(0, 5.8))
    return figure
