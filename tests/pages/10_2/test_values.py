"""What page 10.2 says of its numbers is so, and with other seeds, too."""

import numpy as np
import pytest
from values import expected

from udl.exercises.pages import p10_2
from udl.generalization.learning_curves import stored_curves
from udl.images import digits
from udl.images.convolution import receptive_field
from udl.nn.parameters import Parameters

NAMES = ("maps", "small", "ends", "errors", "by_size", "mixed", "mixed_ends", "moved",
         "length", "ours", "numeric", "windows", "new")  # fmt: skip
LAYERS = ((1, 19), (15, 9), (15, 4))


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("10.2", {name: name for name in NAMES})


@pytest.fixture(scope="module")
def again():
    """Fewer digits and epochs, other seeds: both networks, as they are and shuffled."""
    return {
        (kind, shuffled): digits.train_starts(
            kind, 2000, models=2, seed=7, epochs=15, shuffled=shuffled
        )[0]["test_error"][:, -1]
        for kind in digits.KINDS
        for shuffled in (False, True)
    }


def test_lengths_are_the_published_ones(values):
    stated = expected("10_2")["layer lengths"]
    assert stated["value"] == "40 -> 19 -> 9 -> 4, flatten 60"
    assert [len(h) for h in values["maps"]] == [19, 9, 4]
    assert values["length"] == 4


def test_parameters_and_products_are_those_of_the_questions():
    rng = np.random.default_rng(0)
    counts = [Parameters(make(rng)).phi.size for make in digits.KINDS.values()]
    assert counts == [2050, 2038]
    assert 7 < 15_210 / counts[0] < 7.5
    products = sum(15 * places * 3 * channels for channels, places in LAYERS) + 600
    assert products == 10_230
    assert 5 < products / (40 * 26 + 26 * 26 + 26 * 10) < 5.3


def test_the_network_of_page_8_1_gets_more_than_a_third_wrong():
    assert stored_curves()["test_error"][:, -1].min() > 1 / 3


def test_sharing_makes_the_error_a_fraction(values, again):
    ends = values["ends"]
    assert ends["convolutional"] < ends["connected"] / 3
    errors = values["errors"]
    worst = errors["convolutional"]["test_error"][:, -1].max()
    assert worst < errors["connected"]["test_error"][:, -1].min()
    assert again["convolutional", False].max() < again["connected", False].min() - 0.1


def test_a_quarter_of_the_digits_is_enough_to_be_ahead(values):
    sizes = values["by_size"]
    assert sizes["convolutional"][:, 1].mean() < sizes["connected"][:, 3].mean()
    for kind in sizes:
        assert np.all(np.diff(sizes[kind].mean(axis=0)) < 0)


def test_with_exchanged_places_nothing_is_gained(values, again):
    mixed, ends = values["mixed_ends"], values["ends"]
    assert mixed["convolutional"] > 3 * ends["convolutional"]
    assert mixed["convolutional"] > mixed["connected"] - 0.02
    assert abs(mixed["connected"] - ends["connected"]) < 0.02
    assert (
        again["convolutional", True].min() > again["convolutional", False].max() + 0.1
    )
    apart = again["connected", True].mean() - again["connected", False].mean()
    assert abs(apart) < 0.05


def test_the_network_does_not_follow_shifts(values):
    moved = values["moved"]
    assert moved[8] > moved[0] + 0.05
    assert moved[4] > moved[0]


def test_derivatives_are_those_of_finite_differences(values):
    np.testing.assert_allclose(values["ours"], values["numeric"], atol=1e-7)


def test_units_see_fifteen_places():
    assert receptive_field([3] * 3, [2] * 3, [1] * 3) == 15
    assert "sees 15 places" in p10_2._fault(([3] * 3, [2] * 3))


def test_the_live_networks_do_as_the_stored_ones(values):
    assert values["small"]["convolutional"][-1] < 0.8
    assert values["small"]["connected"][-1] < 0.85
