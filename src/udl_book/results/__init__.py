"""What takes too long for a page, or comes from elsewhere: ``make results NAME=x``.

A module here has `make`, which returns arrays by name, and `TOLERANCE`: how far a
number may lie from the one that is kept in ``src/udl/data/x.npz``, beside the seconds
that it took.
"""
