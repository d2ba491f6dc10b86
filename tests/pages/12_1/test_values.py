"""Every value of the record of notebook 12.1 is on page 12.1; what it says is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.language import attention

NAMES = ("words", "holds", "asks", "X", "outputs", "A", "Q", "K", "V", "scaled", "sums",
         "wrong", "learnable", "free", "past", "near", "shifted", "scores",
         "shares")  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("12.1", {name: name for name in NAMES})


def test_outputs_are_the_published_ones(values):
    record = expected("12_1")
    for n, name in ((0, "x'_0"), (2, "x'_2")):
        assert_allclose(values["outputs"][:, n], record[name]["value"], atol=1e-8)


def test_scaled_outputs_are_those_of_the_record(values):
    assert_allclose(values["scaled"].T, reference("12_1")["scaled x' rows"], atol=1e-8)


def test_pronouns_hear_whom_they_stand_for_and_verbs_both(values):
    words = values["words"]
    A = attention.attention_weights(6 * values["asks"], values["holds"])
    assert words[A[:, words.index("she")].argmax()] == "Ada"
    assert words[A[:, words.index("it")].argmax()] == "cake"
    both = sorted(np.argsort(A[:, words.index("bakes")])[-2:])
    assert [words[m] for m in both] == ["Ada", "cake"]


def test_each_of_three_published_tokens_hears_almost_only_one(values):
    assert values["A"].max(axis=0).min() > 0.98


def test_an_entry_of_a_query_has_variance_five_in_the_example():
    rng = np.random.default_rng(0)
    x, omega = rng.normal(size=(2, 4, 50_000))
    assert_allclose(np.var(rng.normal(size=50_000) + np.sum(x * omega, axis=0)), 5, 0.1)


@pytest.mark.parametrize("seed", range(5))
def test_wrong_attentions_pass_the_published_test(values, seed):
    rng = np.random.default_rng(seed)
    Q, K, V = rng.normal(size=(3, 4, 5))
    order = rng.permutation(5)
    right = V @ attention.attention_weights(Q, K, scaled=False)
    for table in values["wrong"].values():
        output = V @ table(Q, K)
        assert_allclose(V[:, order] @ table(Q[:, order], K[:, order]), output[:, order])
        assert not np.allclose(output, right, rtol=0.01)


def test_sums_of_columns_give_two_of_the_wrong_ones_away(values):
    odd = [name for name, s in values["sums"].items() if not np.allclose(s, 1)]
    assert odd == ["softmax of rows", "one softmax for all"]
    rows = values["wrong"]["softmax of rows"](values["Q"], values["K"])
    assert_allclose(rows.sum(), 3)
    assert_allclose(rows.sum(axis=0), [0.05, 1.35, 1.60], atol=0.006)


@pytest.mark.parametrize("seed", range(3))
def test_scores_of_random_queries_have_the_derived_variance(seed):
    rng = np.random.default_rng(10 + seed)
    for D in (1, 4, 16, 64, 256):
        q, k = rng.normal(size=(2000, D, 1)), rng.normal(size=(2000, D, 8))
        assert_allclose(attention.dot_products(q, k).var(), D, rtol=0.15)


def test_unscaled_shares_are_more_extreme_and_can_learn_less(values):
    assert values["shares"]["as they are"][0] > 0.8
    assert values["shares"]["divided by the root"][0] < 0.45
    learnable = values["learnable"]
    unscaled = [learnable[D, False] for D in (4, 64, 256)]
    assert unscaled[0] > 2 * unscaled[1] > 2 * unscaled[2]
    assert np.ptp([learnable[D, True] for D in (4, 64, 256)]) < 0.05


@pytest.mark.parametrize("seed", range(10))
def test_no_derivative_exceeds_what_the_largest_weight_lacks(seed):
    scores = 6 * np.random.default_rng(seed).normal(size=7)
    a = attention.attention_weights(np.ones((1, 1)), [scores], scaled=False)[:, 0]
    epsilon = 1 - a.max()
    J = attention.softmax_jacobian(a)
    assert np.abs(J).max() <= epsilon * (1 + 1e-9)
    assert_allclose(J.sum(axis=0), np.zeros(7), atol=1e-12)


def test_masks_leave_columns_that_sum_to_one(values):
    for name, count in (("free", 144), ("past", 78), ("near", 34)):
        assert_allclose(values[name].sum(axis=0), np.ones(12))
        assert np.count_nonzero(values[name]) == count


def test_an_offset_of_the_keys_changes_nothing(values):
    assert_allclose(values["shifted"], values["A"], atol=1e-9)


def test_both_parts_of_the_cost_are_equal_at_one_and_a_half_times_the_width():
    D, N = 64, 96
    assert 3 * N * D**2 == 2 * N**2 * D
