"""What a drawn figure holds."""


def names(axes):
    """Names of curves, in a legend and beside the curves."""
    legend = axes.get_legend()
    texts = [*(legend.get_texts() if legend else ()), *axes.texts]
    return [text.get_text() for text in texts]


def drawn(axes):
    """Ordinates of the lines."""
    return [line.get_ydata() for line in axes.get_lines()]
