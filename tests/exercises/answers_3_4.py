"""Right answers to the exercises of page 3.4."""

RIGHT = {
    "3.4.1": [],  # TODO: two, in different ways
    "3.4.2": [],  # TODO: two, in different ways
}
