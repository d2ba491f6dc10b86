"""Chapter 21: decisions about people, criteria of fairness, explanations."""
