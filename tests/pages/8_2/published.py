"""Right answers to page 8.2, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook, and it reads the others from
its cells; the bodies are our own.
"""

import numpy as np


def get_model_mean_variance(n_data, n_datasets, n_hidden, sigma_func):
    y_model_all = np.zeros((n_datasets, x_model.shape[0]))  # noqa: F821
    for c_dataset in range(n_datasets):
        x_data, y_data = generate_data(n_data, sigma_func)  # noqa: F821
        beta, omega = fit_model_closed_form(x_data, y_data, n_hidden)  # noqa: F821
        y_model_all[c_dataset, :] = network(x_model, beta, omega)  # noqa: F821
    mean_model = np.mean(y_model_all, axis=0)
    std_model = np.std(y_model_all, axis=0)
    return mean_model, std_model
