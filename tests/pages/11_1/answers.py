"""Right answers to the exercises of page 11.1."""

RIGHT = {
    "11.1.2": [],  # TODO: two, in different ways
    "11.1.6": [],  # TODO: two, in different ways
}
