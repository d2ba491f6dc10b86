"""Right answers to page 7.2 as a reader of its published notebook would have them.

The forward pass takes weights before biases there. The backward pass is one function
with gaps; a function for each gap bears the name that it has on our page.
"""

import numpy as np


def compute_network_output(net_input, all_weights, all_biases):
    layers = len(all_weights)
    all_f, all_h = [None] * layers, [None] * layers
    all_h[0] = net_input
    for layer in range(layers):
        column = np.reshape(all_biases[layer], (-1, 1))
        all_f[layer] = column + np.matmul(all_weights[layer], all_h[layer])
        if layer + 1 < layers:
            all_h[layer + 1] = np.maximum(all_f[layer], 0.0)
    return all_f, all_h


def bias_derivatives(dl_df):
    return np.sum(dl_df, axis=1)


def weight_derivatives(dl_df, h):
    return np.matmul(dl_df, h.T)


def activation_derivatives(omega, dl_df):
    return np.matmul(omega.T, dl_df)


def relu_derivatives(f, dl_dh):
    return (f > 0) * dl_dh
