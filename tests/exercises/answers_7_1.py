"""Right answers to the exercises of page 7.1."""

RIGHT = {
    "7.1.1": [],  # TODO: two, in different ways
    "7.1.2": [],  # TODO: two, in different ways
    "7.1.3": [],  # TODO: two, in different ways
}
