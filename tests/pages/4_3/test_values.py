"""Each value of the record of notebook 4.3 is on page 4.3, and what it says holds."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected

from udl.networks.composition import compose
from udl.networks.deep import deep_network
from udl.networks.parameters import parameter_count, random_network

VALUES = {
    "middle-offset": "betas[1][0, 0]",
    "middle-weight": "omegas[1][0, 0]",
    "loop-error": "errors[0]",
    "composed-error": "errors[1]",
    "rows-h1": "h_1.shape[0]",
    "columns-h1": "h_1.shape[1]",
    "rows-h2": "h_2.shape[0]",
    "columns-h2": "h_2.shape[1]",
    "rows-h3": "h_3.shape[0]",
    "columns-h3": "h_3.shape[1]",
    "rows-y": "y.shape[0]",
    "columns-y": "y.shape[1]",
    "omegas": "omegas",
    "betas": "betas",
    "heights": "heights_with(betas[1], omegas[1])",
    "at-zero": "at_zero",
    "turned": "heights",
    "first": "matrix_form(*first)",
    "budget": "budget",
    "pieces": "(deep, shallow)",
    "clipped-apart": "apart",
    "forgotten": "off",
    "wrong-offsets": "(right.shape, wrong.shape, np.abs(right - wrong).max())",
    "as-batch": "(one_by_one, deep_network(batch, *net), shuffled)",
}

EXPECTED = expected("4_3")
SHAPES = EXPECTED["layer shapes"]["value"]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("4.3", VALUES)


def test_first_entries_are_those_of_the_record(values):
    stated = EXPECTED["first entries given"]
    offset, weight = (float(text) for text in stated["got"].split(" and "))
    assert_allclose(
        [values["middle-offset"], values["middle-weight"]], [offset, weight]
    )


def test_first_entries_follow_from_the_data():
    data = RECORDS["4_1"]["data"]
    theta, phi = data["n2_theta"], data["n1_phi"]
    assert theta[0] + theta[1] * phi[0] == pytest.approx(-1.6)
    assert theta[1] * phi[1] == pytest.approx(2.0)


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_are_those_of_the_record(values, name):
    assert [values[f"rows-{name}"], values[f"columns-{name}"]] == SHAPES[name]


@pytest.mark.parametrize("name", ["middle-offset", "middle-weight"])
def test_first_entries_are_printed_by_the_text(page, name):
    assert f"{{eval}}`{VALUES[name]}:" in page("4.3").text


def test_matrices_are_the_loops_and_the_networks_in_turn(values):
    assert values["composed-error"] < 1e-12
    assert values["loop-error"] < 1e-12


def test_the_composition_draws_three_copies_and_has_rank_one(values):
    assert_allclose(values["heights"], values["heights"][0])
    assert np.linalg.matrix_rank(values["omegas"][1]) == 1
    assert values["omegas"][1][2, 1] == -3  # where the slider's copies agree


def test_away_from_the_composition_the_copies_differ(values):
    for weight in (-4.0, -3.5, -2.5, -2.0):
        turned = [w.copy() for w in values["omegas"]]
        turned[1][2, 1] = weight
        x = np.linspace(-1, 1, 2001)[np.newaxis]
        y_first = deep_network(x, *values["first"])[0]
        y = deep_network(x, values["betas"], turned)[0]
        folds = (x[0] < 0), (x[0] > 0) & (x[0] < 0.67), x[0] > 0.67
        lines = []
        for fold in folds:
            order = np.argsort(y_first[fold])
            common = np.linspace(-0.9, 0.9, 19)
            lines.append(np.interp(common, y_first[fold][order], y[fold][order]))
        assert np.ptp(lines, axis=0).max() > 0.2
    assert np.ptp(values["turned"]) > 0.2


def test_the_first_output_is_zero_at_the_three_inputs_and_turns_between_them(values):
    at = values["at-zero"]
    assert_allclose(deep_network(at, *values["first"]), 0, atol=1e-12)
    assert at.round(4).tolist() == [[-0.5, 0.3333, 0.8303]]
    ends = deep_network(np.array([[-1.0, 0.0, 0.67, 1.0]]), *values["first"])[0]
    assert np.sign(np.diff(ends)).tolist() == [1, -1, 1]


@pytest.mark.parametrize("outputs", [1, 2, 3])
def test_the_rank_of_the_middle_is_at_most_the_number_of_outputs(outputs):
    rng = np.random.default_rng(outputs)
    first, second = (random_network(s, rng) for s in ([2, 5, outputs], [outputs, 5, 1]))
    middle = compose(first, second)[1][1]
    assert np.linalg.matrix_rank(middle) == outputs


def test_a_network_with_a_full_middle_is_no_composition_of_this_kind(values):
    rng = np.random.default_rng(1)
    ranks = [np.linalg.matrix_rank(rng.normal(size=(3, 3))) for _ in range(20)]
    assert min(ranks) == 3


def test_two_layers_have_more_parameters_than_two_networks():
    for width, more in ((3, 2), (100, 9799)):
        two = 2 * parameter_count([1, width, 1])
        assert parameter_count([1, width, width, 1]) - two == more
        assert more == width**2 - 2 * width - 1


def test_the_figures_network_has_54_parameters():
    assert parameter_count([4, 5, 2, 4, 1]) == 54


def test_five_layers_can_make_more_pieces_than_one_layer_of_as_many_parameters(values):
    deep, shallow = values["pieces"]
    assert values["budget"] == [parameter_count([1, *[5] * K, 1]) for K in range(1, 6)]
    assert deep[0] == shallow[0]
    assert np.all(deep[1:] > shallow[1:])


def test_examples_do_not_meet(values):
    one_by_one, together, shuffled = values["as-batch"]
    assert_allclose(one_by_one, together)
    assert_allclose(shuffled, together[:, ::-1])


def test_mistakes_of_the_last_part_are_mistakes(values):
    right, wrong, apart = values["wrong-offsets"]
    assert right == wrong
    assert apart > 0.1
    assert 0 < np.mean(values["clipped-apart"]) < 1
    assert values["forgotten"] > 0.1


def test_equal_factors_hide_the_friends_mistake_and_others_do_not():
    rng = np.random.default_rng(0)
    betas, omegas = random_network([2, 3, 3, 1], rng)
    x = rng.normal(size=(2, 20))
    for factors, hidden in ((np.full(3, 2.0), True), (np.array([1, 2, 3.0]), False)):
        up = factors[:, None]
        changed = [up * omegas[0], omegas[1] / up, omegas[2]]
        y = deep_network(x, [up * betas[0], *betas[1:]], changed)
        assert np.allclose(y, deep_network(x, betas, omegas)) == hidden
