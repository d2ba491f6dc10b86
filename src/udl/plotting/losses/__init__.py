"""Drawings of losses and predictions."""
