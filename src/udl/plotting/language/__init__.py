"""Drawings of words, of attention between them, and of what is made of text."""
