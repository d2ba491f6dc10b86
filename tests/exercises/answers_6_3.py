"""Right answers to the exercises of page 6.3."""

RIGHT = {
    "6.3.1": [],  # TODO: two, in different ways
    "6.3.3": [],  # TODO: two, in different ways
    "6.3.5": [],  # TODO: two, in different ways
    "6.3.7": [],  # TODO: two, in different ways
}
