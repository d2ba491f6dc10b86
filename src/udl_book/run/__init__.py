"""From the cells of a page to its outputs."""
