"""Right answers to page 5.2, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook; the bodies are our own.
Predictions of one output may come as a table with one row there, so nothing here
relies on their number of axes.
"""

import numpy as np


def sigmoid(model_out):
    return 1 / (1 + np.exp(-model_out))


def bernoulli_distribution(y, lambda_param):
    return np.power(1 - lambda_param, 1 - y) * np.power(lambda_param, y)


def compute_likelihood(y_train, lambda_param):
    return np.prod(bernoulli_distribution(y_train, lambda_param))


def compute_negative_log_likelihood(y_train, lambda_param):
    return -np.sum(np.log(bernoulli_distribution(y_train, lambda_param)))
