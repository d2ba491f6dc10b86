"""Drawings of functions without parameters, and of networks that can be solved."""
