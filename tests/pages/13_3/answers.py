"""Right answers to the exercises of page 13.3."""

RIGHT = {
    "13.3.1": [],  # TODO: two, in different ways
    "13.3.2": [],  # TODO: two, in different ways
    "13.3.3": [],  # TODO: two, in different ways
    "13.3.4": [],  # TODO: two, in different ways
    "13.3.5": [],  # TODO: two, in different ways
    "13.3.6": [],  # TODO: two, in different ways
}
