"""The exercises of the book: ``check`` an answer, ask for a ``hint``."""

from udl.exercises.engine import check
from udl.exercises.hints import hint

__all__ = ["check", "hint"]
