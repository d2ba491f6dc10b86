"""Right answers to page 6.4's two tasks, as functions of their own."""


def momentum(phi, m, gradient, rate, beta):
    m = beta * m + (1 - beta) * gradient(phi)
    phi = phi - rate * m
    return phi, m


def nesterov(phi, m, gradient, rate, beta):
    look_ahead = phi - rate * beta * m
    m = beta * m + (1 - beta) * gradient(look_ahead)
    phi = phi - rate * m
    return phi, m
