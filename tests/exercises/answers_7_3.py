"""Right answers to the exercises of page 7.3."""

RIGHT = {}
