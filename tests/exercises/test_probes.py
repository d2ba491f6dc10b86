"""What is said of sizes, of arguments put back, and of numbers found by trying."""

import numpy as np

from udl.exercises import check
from udl.exercises.judging.reader import whole_numbers

WRITTEN_OUT = "sizes of one case only"


def said(id, function):
    return " ".join(check(id, function).sentences)


def test_a_size_that_is_written_out_is_named():
    def matrices(beta_0, omega_0, beta_1, omega_1):
        offsets = [beta_0.reshape(3, 1), np.array([[beta_1]])]
        return offsets, [omega_0.reshape(3, 1), omega_1.reshape(1, 3)]

    assert WRITTEN_OUT in said("4.3.1", matrices)


def test_no_size_is_named_where_none_is_written():
    def bias_derivatives(dl_df):
        return dl_df.max(axis=1)

    assert WRITTEN_OUT not in said("7.2.3", bias_derivatives)


def test_an_exponent_is_no_size():
    assert whole_numbers(lambda e: np.sum(e**2)) == set()
    assert whole_numbers(lambda e: np.mean(e) * 7) == {7}
    assert whole_numbers(lambda x: x[0] + x[1] + x[2]) >= {3}


def test_one_side_of_a_square_is_cut():
    def bias_derivatives(dl_df):
        for column in dl_df.T:
            total = 1.0 * column
        return total

    assert "Only the last of 3 counts" in said("7.2.3", bias_derivatives)


def test_an_entry_that_is_put_back_is_not_changed():
    def probe(function, at, step):
        slopes = np.zeros(at.shape)
        for index in np.ndindex(at.shape):
            at[index] += step
            above = function(at)
            at[index] -= 2 * step
            slopes[index] = (above - function(at)) / (2 * step)
            at[index] += step
        return slopes

    assert check("7.2.10", probe).status == "correct"


def test_numbers_found_by_trying_need_not_depend_on_the_input():
    def middle(x, betas, omegas):
        return np.zeros((3, 1)), np.eye(3)

    assert "does not change when only" not in said("4.3.5", middle)
