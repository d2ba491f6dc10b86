"""Losses and the distributions behind them (UDL chapter 5)."""
