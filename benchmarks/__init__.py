"""How much faster the library is than the loop that one would write by hand."""
