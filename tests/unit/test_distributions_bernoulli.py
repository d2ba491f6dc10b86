import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import bernoulli, entropy

from udl.losses.distributions import bernoulli_cross_entropy, bernoulli_pmf

CHANCES = np.array([0.0, 0.1, 0.5, 0.9, 1.0])


@pytest.mark.parametrize("label", [0, 1])
def test_pmf_agrees_with_scipy(label):
    assert_allclose(bernoulli_pmf(label, CHANCES), bernoulli(CHANCES).pmf(label))


def test_yes_and_no_add_up_to_one():
    assert_allclose(bernoulli_pmf(0, CHANCES) + bernoulli_pmf(1, CHANCES), 1)


@pytest.mark.parametrize("q", [0.0, 0.2, 0.7, 1.0])
@pytest.mark.parametrize("lam", [0.1, 0.7, 0.99])
def test_cross_entropy_is_entropy_plus_divergence(q, lam):
    truth, model = [1 - q, q], [1 - lam, lam]
    right = entropy(truth) + entropy(truth, model)
    assert_allclose(bernoulli_cross_entropy(q, lam), right, atol=1e-14)


def test_terms_without_weight_count_nothing():
    assert bernoulli_cross_entropy([0.0, 1.0], [0.0, 1.0]).tolist() == [0, 0]
    assert bernoulli_cross_entropy([0.0, 1.0], [1.0, 0.0]).tolist() == [np.inf] * 2


@pytest.mark.parametrize("lam", [-0.1, 1.1, np.nan])
def test_refuses_what_is_no_probability(lam):
    for call in (bernoulli_pmf, bernoulli_cross_entropy):
        with pytest.raises(ValueError, match="lam must hold probabilities"):
            call(1.0, lam)
    with pytest.raises(ValueError, match="q must hold probabilities"):
        bernoulli_cross_entropy(lam, 0.5)


def test_refuses_a_soft_label():
    with pytest.raises(ValueError, match=r"y must hold labels"):
        bernoulli_pmf([0, 0.5], 0.3)
