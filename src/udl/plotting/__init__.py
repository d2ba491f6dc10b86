"""Figures of the pages: `style` holds the look, the other modules the panels."""
