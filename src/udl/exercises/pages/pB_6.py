"""Exercises and questions of page B.6, numerical methods for odes."""
