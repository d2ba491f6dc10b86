"""Right answers as a reader of the published notebooks would have them.

Names, arguments and their order are those of the notebooks; the bodies are our own.
Predictions of one output may come as a table with one row there, so nothing here
relies on their number of axes.
"""

import numpy as np


def normal_distribution(y, mu, sigma):
    return np.exp(-((y - mu) ** 2) / (2 * sigma**2)) / np.sqrt(2 * np.pi * sigma**2)


def sigmoid(model_out):
    return 1 / (1 + np.exp(-model_out))


def bernoulli_distribution(y, lambda_param):
    return np.power(1 - lambda_param, 1 - y) * np.power(lambda_param, y)


def softmax(model_out):
    powers = np.exp(model_out - np.max(model_out, axis=0))
    return powers / np.sum(powers, axis=0)


def categorical_distribution(y, lambda_param):
    return np.array([lambda_param[row, i] for i, row in enumerate(y)])


def normal_page():
    def compute_likelihood(y_train, mu, sigma):
        return np.prod(normal_distribution(y_train, mu, sigma))

    def compute_negative_log_likelihood(y_train, mu, sigma):
        return -np.sum(np.log(normal_distribution(y_train, mu, sigma)))

    def compute_sum_of_squares(y_train, y_pred):
        return np.sum((y_train - y_pred) ** 2)

    return (
        normal_distribution,
        compute_likelihood,
        compute_negative_log_likelihood,
        compute_sum_of_squares,
    )


def binary_page():
    def compute_likelihood(y_train, lambda_param):
        return np.prod(bernoulli_distribution(y_train, lambda_param))

    def compute_negative_log_likelihood(y_train, lambda_param):
        return -np.sum(np.log(bernoulli_distribution(y_train, lambda_param)))

    return (
        sigmoid,
        bernoulli_distribution,
        compute_likelihood,
        compute_negative_log_likelihood,
    )


def multiclass_page():
    def compute_likelihood(y_train, lambda_param):
        return np.prod(categorical_distribution(y_train, lambda_param))

    def compute_negative_log_likelihood(y_train, lambda_param):
        return -np.sum(np.log(categorical_distribution(y_train, lambda_param)))

    return softmax, compute_likelihood, compute_negative_log_likelihood


PUBLISHED = {
    (number, function.__name__): function
    for number, page in (
        ("5.1", normal_page),
        ("5.2", binary_page),
        ("5.3", multiclass_page),
    )
    for function in page()
}
