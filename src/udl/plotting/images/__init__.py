"""Drawings of signals, pictures and what networks make of them."""
