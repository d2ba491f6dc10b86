"""Networks for language: tokens, and attention between them (UDL chapter 12)."""
