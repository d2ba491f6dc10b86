"""Drawings of texts and of what networks make of them."""
