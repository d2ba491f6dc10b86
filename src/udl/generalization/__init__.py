"""Chapters 8 and 9: what a fitted model does on data that it has not seen."""
