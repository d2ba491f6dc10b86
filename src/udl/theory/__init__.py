"""Theory of networks: wide ones that can be solved, functions without parameters."""
