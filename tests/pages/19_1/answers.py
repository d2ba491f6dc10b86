"""Right answers to the exercises of page 19.1."""

RIGHT = {
    "19.1.1": [],  # TODO: two, in different ways
    "19.1.2": [],  # TODO: two, in different ways
    "19.1.3": [],  # TODO: two, in different ways
    "19.1.4": [],  # TODO: two, in different ways
    "19.1.5": [],  # TODO: two, in different ways
}
