"""Right answers to the exercises of page 6.5."""

RIGHT = {
    "6.5.1": [],  # TODO: two, in different ways
    "6.5.2": [],  # TODO: two, in different ways
}
