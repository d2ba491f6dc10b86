"""Right answers to page 16.3, as a reader of its published notebook has them."""


def fixed_point_iteration(f, z0):
    z_out = z0
    for i in range(20):
        z_out = f(z_out)
        print(i, z_out)
    return z_out


def fixed_point_iteration_z_plus_f(f, y, z0):
    z_out = z0
    for _ in range(20):
        z_out = y - f(z_out)
    return z_out
