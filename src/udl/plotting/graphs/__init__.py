"""Drawings of chapter 13: graphs, and what their nodes hold."""
