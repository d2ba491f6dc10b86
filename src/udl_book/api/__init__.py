"""The reference of the library, and the links that lead to it."""
