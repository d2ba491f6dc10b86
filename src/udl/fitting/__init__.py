"""Fitting models: line search, gradient descent and its kin (UDL chapters 2 and 6)."""
