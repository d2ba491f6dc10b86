"""Drawings of backpropagation and of its sizes."""
