"""The network library that the book uses from chapter 8 on."""
