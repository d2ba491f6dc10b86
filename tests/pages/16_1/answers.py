"""Right answers to the exercises of page 16.1."""

RIGHT = {
    "16.1.1": [],  # TODO: two, in different ways
    "16.1.2": [],  # TODO: two, in different ways
}
