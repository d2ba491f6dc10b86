"""Right answers to page 9.1, as a reader of its published notebook has them."""


def compute_reg_term(phi0, phi1):
    reg_term = phi0**2 + (phi1 - 12.5) ** 2
    return reg_term


def dregdphi0(phi, lambda_):
    deriv = 2 * lambda_ * phi[0]
    return deriv


def dregdphi1(phi, lambda_):
    deriv = 2 * lambda_ * (phi[1] - 12.5)
    return deriv
