"""Chapters 15 to 18: models that generate data, and the densities that they define."""
