"""Right answers to the exercises of page B.1."""

RIGHT = {}
