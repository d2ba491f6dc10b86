"""Right answers to the exercises of page 2.1."""

RIGHT = {
    "2.1.1": [],  # TODO: two, in different ways
    "2.1.2": [],  # TODO: two, in different ways
}
