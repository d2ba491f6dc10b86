"""Right answers to the exercises of page 4.3."""

RIGHT = {
    "4.3.1": [],  # TODO: two, in different ways
    "4.3.2": [],  # TODO: two, in different ways
    "4.3.3": [],  # TODO: two, in different ways
}
