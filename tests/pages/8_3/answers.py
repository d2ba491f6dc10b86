"""Right answers to the exercises of page 8.3."""

RIGHT = {}
