"""How an answer is run, compared, and its mistake recognized."""
