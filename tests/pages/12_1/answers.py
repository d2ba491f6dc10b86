"""Right answers to the exercises of page 12.1."""

RIGHT = {
    "12.1.1": [],  # TODO: two, in different ways
    "12.1.2": [],  # TODO: two, in different ways
    "12.1.3": [],  # TODO: two, in different ways
    "12.1.4": [],  # TODO: two, in different ways
    "12.1.5": [],  # TODO: two, in different ways
    "12.1.7": [],  # TODO: two, in different ways
}
