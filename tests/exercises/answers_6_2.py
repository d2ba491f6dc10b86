"""Right answers to the exercises of page 6.2."""

RIGHT = {
    "6.2.1": [],  # TODO: two, in different ways
    "6.2.2": [],  # TODO: two, in different ways
    "6.2.3": [],  # TODO: two, in different ways
}
