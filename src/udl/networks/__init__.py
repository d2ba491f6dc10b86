"""Networks and what they draw (UDL chapters 1, 3 and 4)."""
