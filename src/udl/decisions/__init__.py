"""Chapter 19: decisions, their returns, and a small grid world."""
