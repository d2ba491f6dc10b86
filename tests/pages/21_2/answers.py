"""Right answers to the exercises of page 21.2."""

RIGHT = {
    "21.2.1": [],  # TODO: two, in different ways
    "21.2.2": [],  # TODO: two, in different ways
    "21.2.3": [],  # TODO: two, in different ways
}
