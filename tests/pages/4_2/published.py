"""Right answers to page 4.2, as a reader of its published notebook would have them.

The notebook asks for the lines between given ones. Its name, arguments and results are
those of the notebook; the body is our own.
"""


def shallow_1_1_3_3(x, activation_fn, phi, psi, theta):
    layer1_pre_1 = theta[1, 0] + theta[1, 1] * x
    layer1_pre_2 = theta[2, 0] + theta[2, 1] * x
    layer1_pre_3 = theta[3, 0] + theta[3, 1] * x

    h1 = activation_fn(layer1_pre_1)
    h2 = activation_fn(layer1_pre_2)
    h3 = activation_fn(layer1_pre_3)

    layer2_pre_1 = psi[1, 0] + psi[1, 1] * h1 + psi[1, 2] * h2 + psi[1, 3] * h3
    layer2_pre_2 = psi[2, 0] + psi[2, 1] * h1 + psi[2, 2] * h2 + psi[2, 3] * h3
    layer2_pre_3 = psi[3, 0] + psi[3, 1] * h1 + psi[3, 2] * h2 + psi[3, 3] * h3

    h1_prime = activation_fn(layer2_pre_1)
    h2_prime = activation_fn(layer2_pre_2)
    h3_prime = activation_fn(layer2_pre_3)

    phi1_h1_prime = phi[1] * h1_prime
    phi2_h2_prime = phi[2] * h2_prime
    phi3_h3_prime = phi[3] * h3_prime

    y = phi[0] + phi1_h1_prime + phi2_h2_prime + phi3_h3_prime
    return (y, layer2_pre_1, layer2_pre_2, layer2_pre_3, h1_prime, h2_prime, h3_prime,
            phi1_h1_prime, phi2_h2_prime, phi3_h3_prime)  # fmt: skip
