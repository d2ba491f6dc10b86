"""Gradients and initialization (UDL chapter 7)."""
