"""Networks for text (UDL chapter 12)."""
