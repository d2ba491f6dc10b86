"""Run the cells of a page and tell the page what they show.

The page's worker hands this package to Pyodide. It needs no more than the standard
library and runs in any Python, where the tests hold it to what a notebook shows.
"""
