"""Chapter 13: graphs, and the networks that work on them."""
