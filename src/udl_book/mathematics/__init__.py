"""Formulas, set by KaTeX when the pages are built, and the notation they use."""
