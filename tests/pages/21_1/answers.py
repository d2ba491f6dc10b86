"""Right answers to the exercises of page 21.1."""

RIGHT = {
    "21.1.1": [],  # TODO: two, in different ways
}
