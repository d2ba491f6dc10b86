"""Right answers to page 6.1, as a reader of its published notebook would have them.

The notebook asks for three rules and the returned value, all inside one function. Its
name and arguments are those of the notebook; the body is our own.
"""


def line_search(loss_function, thresh=0.0001, max_iter=10, draw_flag=False):
    a, b, c, d = 0, 0.33, 0.66, 1.0
    n_iter = 0
    while abs(b - c) > thresh and n_iter < max_iter:
        n_iter += 1
        at_a, at_b, at_c, at_d = map(loss_function, (a, b, c, d))
        if at_a < min(at_b, at_c, at_d):
            b, c, d = a + (b - a) / 2, a + (c - a) / 2, a + (d - a) / 2
            continue
        if at_b < at_c:
            d = c
        else:
            a = b
        b, c = a + (d - a) / 3, a + 2 * (d - a) / 3
    return (b + c) / 2
