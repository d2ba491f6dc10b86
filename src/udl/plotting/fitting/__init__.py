"""Drawings of losses and of the paths down them."""
