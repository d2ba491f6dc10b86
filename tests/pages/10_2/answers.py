"""Right answers to the exercises of page 10.2."""

RIGHT = {
    "10.2.1": [],  # TODO: two, in different ways
}
