"""What `python -m udl_book X` does."""
