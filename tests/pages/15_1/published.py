"""Right answers to page 15.1, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook, and it reads the others from
its cells; the bodies are our own.
"""

import numpy as np


def compute_discriminator_loss(x_real, x_syn, phi0, phi1):
    real = np.log(discriminator(x_real, phi0, phi1))  # noqa: F821
    syn = np.log(1 - discriminator(x_syn, phi0, phi1))  # noqa: F821
    return -np.sum(real) - np.sum(syn)


def compute_generator_loss(z, theta, phi0, phi1):
    x_syn = generator(z, theta)  # noqa: F821
    return -np.sum(np.log(1 - discriminator(x_syn, phi0, phi1)))  # noqa: F821
