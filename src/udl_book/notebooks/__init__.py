"""The exported notebooks, their wheel, and the links that open them."""
