"""Drawings of chapters 15 to 18: distributions, and how they turn into each other."""
