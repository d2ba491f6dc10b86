"""Drawings of chapter 19: a grid world, its values and its policies."""
