"""Networks for signals and pictures (UDL chapters 10 and 11)."""
