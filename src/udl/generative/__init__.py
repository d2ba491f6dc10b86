"""Models that make new examples: adversarial networks, flows, latent variables."""
