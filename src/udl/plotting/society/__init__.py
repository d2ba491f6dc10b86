"""Drawings of chapter 21: decisions about people."""
