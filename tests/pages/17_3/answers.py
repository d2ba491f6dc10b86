"""Right answers to the exercises of page 17.3."""

RIGHT = {
    "17.3.1": [],  # TODO: two, in different ways
    "17.3.3": [],  # TODO: two, in different ways
}
