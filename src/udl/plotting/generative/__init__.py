"""Drawings of the generative models."""
