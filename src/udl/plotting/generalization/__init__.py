"""Drawings of chapters 8 and 9: errors on new data, and spaces of many dimensions."""
