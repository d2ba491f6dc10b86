"""Right answers to the exercises of page 7.2."""

RIGHT = {
    "7.2.1": [],  # TODO: two, in different ways
    "7.2.2": [],  # TODO: two, in different ways
    "7.2.3": [],  # TODO: two, in different ways
    "7.2.4": [],  # TODO: two, in different ways
    "7.2.5": [],  # TODO: two, in different ways
}
