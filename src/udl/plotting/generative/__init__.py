"""Drawings of chapters 15 to 18: densities, samples and latent variables."""
