"""Exercises and questions of page B.1, gradient flow."""
