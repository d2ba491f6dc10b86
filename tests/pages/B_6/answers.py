"""Right answers to the exercises of page B.6."""

RIGHT = {}
