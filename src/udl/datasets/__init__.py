"""The data of the pages."""
