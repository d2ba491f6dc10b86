"""Right answers to the exercises of page 4.2."""

RIGHT = {
    "4.2.1": [],  # TODO: two, in different ways
}
