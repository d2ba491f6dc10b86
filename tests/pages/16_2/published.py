"""Right answers to page 16.2, as a reader of its published notebook has them."""


def g(h, phi):
    K = len(phi)
    b = int(h * K)
    h_prime = 0.0
    for k in range(b):
        h_prime = h_prime + phi[k]
    h_prime = h_prime + (h * K - b) * phi[b]
    return h_prime


def forward_mapping(h1, h2, h3, h4):
    h_prime1 = g(h1, get_phi())  # noqa: F821
    h_prime2 = g(h2, shallow_network_phi_h1(h1))  # noqa: F821
    h_prime3 = g(h3, shallow_network_phi_h1h2(h1, h2))  # noqa: F821
    h_prime4 = g(h4, shallow_network_phi_h1h2h3(h1, h2, h3))  # noqa: F821
    return h_prime1, h_prime2, h_prime3, h_prime4


def backward_mapping(h1_prime, h2_prime, h3_prime, h4_prime):
    h1 = g_inverse(h1_prime, get_phi())  # noqa: F821
    h2 = g_inverse(h2_prime, shallow_network_phi_h1(h1))  # noqa: F821
    h3 = g_inverse(h3_prime, shallow_network_phi_h1h2(h1, h2))  # noqa: F821
    h4 = g_inverse(h4_prime, shallow_network_phi_h1h2h3(h1, h2, h3))  # noqa: F821
    return h1, h2, h3, h4
