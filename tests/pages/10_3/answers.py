"""Right answers to the exercises of page 10.3."""

RIGHT = {
    "10.3.1": [],  # TODO: two, in different ways
    "10.3.2": [],  # TODO: two, in different ways
    "10.3.3": [],  # TODO: two, in different ways
    "10.3.4": [],  # TODO: two, in different ways
}
