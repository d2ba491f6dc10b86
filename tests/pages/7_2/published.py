"""Right answers to page 7.2, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook; the bodies are our own.
"""

import numpy as np


def compute_network_output(net_input, all_weights, all_biases):
    K = len(all_weights) - 1
    all_f, all_h = [None] * (K + 1), [None] * (K + 1)
    all_h[0] = net_input
    for layer in range(K):
        all_f[layer] = all_biases[layer] + np.matmul(all_weights[layer], all_h[layer])
        all_h[layer + 1] = ReLU(all_f[layer])  # noqa: F821
    all_f[K] = all_biases[K] + np.matmul(all_weights[K], all_h[K])
    return all_f[K], all_f, all_h


def backward_pass(all_weights, all_biases, all_f, all_h, y):
    all_dl_dweights, all_dl_dbiases = [None] * (K + 1), [None] * (K + 1)  # noqa: F821
    all_dl_df, all_dl_dh = [None] * (K + 1), [None] * (K + 1)  # noqa: F821
    all_dl_df[K] = np.array(d_loss_d_output(all_f[K], y))  # noqa: F821
    for layer in range(K, -1, -1):  # noqa: F821
        all_dl_dbiases[layer] = np.array(all_dl_df[layer])
        all_dl_dweights[layer] = np.matmul(all_dl_df[layer], all_h[layer].T)
        all_dl_dh[layer] = np.matmul(all_weights[layer].T, all_dl_df[layer])
        if layer > 0:
            gate = indicator_function(all_f[layer - 1])  # noqa: F821
            all_dl_df[layer - 1] = gate * all_dl_dh[layer]
    return all_dl_dweights, all_dl_dbiases
