"""Right answers to the exercises of page 3.2."""

RIGHT = {
    "3.2.1": [],  # TODO: two, in different ways
    "3.2.3": [],  # TODO: two, in different ways
}
