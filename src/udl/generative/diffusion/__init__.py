"""Diffusion models in one dimension: the way into noise, and ways back."""
