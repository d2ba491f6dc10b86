"""What is said of sizes, of arguments put back, and of numbers found by trying."""

import numpy as np

from udl.decisions.monte_carlo import update_policy
from udl.exercises import check
from udl.exercises.judging.placeholder import works
from udl.exercises.judging.reader import whole_numbers

WRITTEN_OUT = "sizes of one case only"


def said(id, function):
    return " ".join(check(id, function).sentences)


def test_a_size_that_is_written_out_is_named():
    def matrices(beta_0, omega_0, beta_1, omega_1):
        offsets = [beta_0.reshape(3, 1), np.array([[beta_1]])]
        return offsets, [omega_0.reshape(3, 1), omega_1.reshape(1, 3)]

    assert WRITTEN_OUT in said("4.3.1", matrices)


def test_the_given_program_in_other_words_is_named():
    def train(pairs, fit, T):
        return [fit(*pairs(t - 1)) for t in range(1, T + 1)]

    def too_few(pairs, fit, T):
        return [fit(*pairs(t)) for t in range(T)][1:]

    assert "still does what the given one does" in said("18.3.8", train)
    assert "still does" not in said("18.3.8", too_few)


def test_a_model_is_shown_by_what_it_predicts():
    def sample(model, beta, sigma_t, noise):
        return np.sin(noise)

    assert "model(0.4 z +0.3)" in said("18.3.6", sample)


def test_terms_whose_mean_is_asked_are_named():
    def expectation(phi, epsilon):
        x = phi**3 + np.exp(phi) * epsilon
        return x**2 + np.sin(x)

    def too_wide(phi, epsilon):
        return expectation(phi, 2 * epsilon)

    assert "Their mean is right" in said("17.2.2", expectation)
    assert "one by one" not in said("17.2.2", too_wide)


def noisy(z, sigma, draw):
    return z + sigma * draw(size=np.shape(z))


def test_numbers_of_its_own_are_named():
    def by_a_generator(z, sigma, slope):
        return noisy(z, sigma, np.random.default_rng().normal)

    def by_the_module(z, sigma, slope):
        return noisy(z, sigma, np.random.normal)

    state = np.random.get_state()[1].copy()  # noqa: NPY002
    for function in (by_a_generator, by_the_module):
        assert "draw numbers of its own" in said("18.3.9", function)
    assert np.array_equal(state, np.random.get_state()[1])  # noqa: NPY002


def test_no_numbers_of_its_own_are_named_where_none_are_drawn():
    def a_constant(z, sigma, slope):
        return noisy(z, sigma, np.ones) + np.log(-1.0)

    def another(z, sigma, slope):
        return noisy(z, sigma, np.ones)

    for function in (a_constant, another):
        assert "draw numbers" not in said("18.3.9", function)


def test_no_size_is_named_where_none_is_written():
    def bias_derivatives(dl_df):
        return dl_df.max(axis=1)

    assert WRITTEN_OUT not in said("7.2.3", bias_derivatives)


def test_no_size_is_named_that_the_solution_writes_as_well():
    def max_unpool(x_in, x_high_res):
        x_out = np.zeros((2 * len(x_in), 2 * x_in.shape[1]))
        for i, j in np.ndindex(*x_in.shape):
            block = x_high_res[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            a, b = divmod(block.argmax(), 2)
            x_out[2 * i + a, 2 * j + b] = max(x_in[i, j], block.max())
        return x_out

    assert WRITTEN_OUT not in said("10.4.10", max_unpool)


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


def test_one_result_where_two_of_unlike_shapes_are_expected_is_judged():
    """`one_by_one` once stopped there, as no array holds both."""

    def one_hot(episodes, gamma):
        policy, values = update_policy(episodes, gamma)
        return np.eye(4)[policy].T + values

    assert check("19.3.8", one_hot).status == "wrong"


def test_to_ask_whether_something_is_contained_is_work():
    def new(states):
        seen = []
        for state in states:
            if state not in seen:
                seen.append(state)
        return seen

    assert works(new)
    assert not works(lambda states: states)


def test_two_results_of_different_shapes_are_no_terms_of_one_number():
    def condition(K, K_across, K_new, y, sigma_sq):
        return K_across.T @ y, np.sqrt(np.diag(K_new))

    assert "one by one" not in said("B.4.3", condition)


pi = np.pi
factor = 1.5


def test_a_constant_of_mathematics_is_no_data_from_outside():
    def with_pi(phi, x, y, sigma_sq):
        return -pi * np.sum(x)

    def with_data(phi, x, y, sigma_sq):
        return -factor * np.sum(x)

    assert "It reads" not in said("B.3.2", with_pi)
    assert "It reads `factor`" in said("B.3.2", with_data)
