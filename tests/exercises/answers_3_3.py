"""Right answers to the exercises of page 3.3."""

RIGHT = {
    "3.3.1": [],  # TODO: two, in different ways
    "3.3.3": [],  # TODO: two, in different ways
}
