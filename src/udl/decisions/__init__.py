"""Chapter 19: decisions: Markov processes, returns, policies, and a small grid world."""
