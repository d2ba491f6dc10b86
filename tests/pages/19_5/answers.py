"""Right answers to the exercises of page 19.5."""

RIGHT = {
    "19.5.1": [],  # TODO: two, in different ways
    "19.5.2": [],  # TODO: two, in different ways
}
