"""Right answers to the exercises of page 10.4."""

RIGHT = {
    "10.4.1": [],  # TODO: two, in different ways
    "10.4.2": [],  # TODO: two, in different ways
    "10.4.3": [],  # TODO: two, in different ways
    "10.4.4": [],  # TODO: two, in different ways
    "10.4.5": [],  # TODO: two, in different ways
    "10.4.6": [],  # TODO: two, in different ways
}
