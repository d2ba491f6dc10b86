"""Right answers to the exercises of page 6.1."""

RIGHT = {
    "6.1.1": [],  # TODO: two, in different ways
    "6.1.2": [],  # TODO: two, in different ways
    "6.1.3": [],  # TODO: two, in different ways
    "6.1.4": [],  # TODO: two, in different ways
}
