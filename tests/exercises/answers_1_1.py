"""Right answers to the exercises of page 1.1."""

RIGHT = {
    "1.1.1": [],  # TODO: two, in different ways
    "1.1.3": [],  # TODO: two, in different ways
    "1.1.7": [],  # TODO: two, in different ways
    "1.1.9": [],  # TODO: two, in different ways
}
