"""The tested library behind the pages of the book; import its modules by name."""
