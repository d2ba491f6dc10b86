"""Drawings for chapters 8 and 9."""
