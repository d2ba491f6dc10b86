"""Right answers to the exercises of page 6.4."""

RIGHT = {
    "6.4.1": [],  # TODO: two, in different ways
    "6.4.2": [],  # TODO: two, in different ways
}
