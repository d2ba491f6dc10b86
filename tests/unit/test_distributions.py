import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import norm

from udl.losses.distributions import normal_log_pdf, normal_pdf

Y = np.array([-3.0, -0.2, 0.0, 1.5])


@pytest.mark.parametrize(("mu", "sigma"), [(0.0, 1.0), (-1.0, 2.3), (0.4, 0.05)])
def test_agrees_with_scipy(mu, sigma):
    assert_allclose(normal_pdf(Y, mu, sigma), norm(mu, sigma).pdf(Y), rtol=1e-12)
    assert_allclose(normal_log_pdf(Y, mu, sigma), norm(mu, sigma).logpdf(Y), rtol=1e-12)


@pytest.mark.parametrize("sigma", [0.1, 1.0, 4.0])
def test_area_is_one_and_spread_is_sigma(sigma):
    limits = (2 - 12 * sigma, 2 + 12 * sigma)
    area, _ = quad(normal_pdf, *limits, args=(2.0, sigma))
    variance, _ = quad(lambda y: (y - 2) ** 2 * normal_pdf(y, 2.0, sigma), *limits)
    assert_allclose([area, variance], [1, sigma**2], rtol=1e-8)


def test_logarithm_survives_where_the_density_underflows():
    assert normal_pdf(100.0, 0.0, 1.0) == 0
    assert_allclose(normal_log_pdf(100.0, 0.0, 1.0), norm.logpdf(100.0))


def test_parameters_broadcast():
    sigma = np.array([[0.5], [2.0]])
    assert_allclose(normal_pdf(Y, 0.0, sigma), norm(0, sigma).pdf(Y))


@pytest.mark.parametrize("sigma", [0.0, -1.0, [1.0, 0.0]])
@pytest.mark.parametrize("function", [normal_pdf, normal_log_pdf])
def test_refuses_a_sigma_that_is_not_positive(function, sigma):
    with pytest.raises(ValueError, match="sigma is a standard deviation"):
        function(0.0, 0.0, sigma)
