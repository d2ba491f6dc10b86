"""Right answers to the exercises of page 17.1."""

RIGHT = {
    "17.1.2": [],  # TODO: two, in different ways
    "17.1.3": [],  # TODO: two, in different ways
    "17.1.4": [],  # TODO: two, in different ways
}
