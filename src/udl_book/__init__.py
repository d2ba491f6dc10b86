"""Builds the book: Sphinx extension, page execution, set-up."""
