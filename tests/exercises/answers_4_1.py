"""Right answers to the exercises of page 4.1."""

RIGHT = {
    "4.1.2": [],  # TODO: two, in different ways
}
