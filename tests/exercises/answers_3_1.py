"""Right answers to the exercises of page 3.1."""

RIGHT = {
    "3.1.1": [],  # TODO: two, in different ways
    "3.1.2": [],  # TODO: two, in different ways
    "3.1.11": [],  # TODO: two, in different ways
}
