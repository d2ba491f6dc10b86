"""Every value of the record of notebook 7.2 is on page 7.2; what it claims is so."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, expected, reference

from udl.gradients.backprop import backward_pass, forward_pass

VALUES = {
    "output": "f[-1].item()",
    "loss-start": "np.sum((f[-1] - y) ** 2)",
    "blocks-agree": "int(np.sum(agree))",
    "blocks": "len(agree)",
    "kink-exact": "exact",
    "kink-probed": "probed",
    "open_units": "open_units",
    "betas": "betas",
    "omegas": "omegas",
    "f": "f",
    "back": "back",
    "dl_domegas": "dl_domegas",
    "by_routes": "by_routes",
    "dl_dfs": "dl_dfs",
    "gaps": "gaps",
    "largest": "max(np.abs(g).max() for g in together)",
    "weights": "weights",
    "backward": "backward",
    "probing": "2 * parameters * weights",
    "taped_gap": "max(np.abs(unwrap(a) - b).max() for a, b in zip("
    "[*taped[0], *taped[1]], [*dl_dbetas, *dl_domegas]))",
    "factors": "factors",
    "new_f": "new_f",
    "arrivals": "arrivals",
    "gated": "gated",
    "clipped": "clipped",
    "by_values": "by_values",
    "probed_f": "probed_f",
    "loss_with": "loss_with",
    "dl_dbetas": "dl_dbetas",
}

EXPECTED, REFERENCE = expected("7_2"), reference("7_2")


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("7.2", VALUES)


def test_loss_is_that_of_the_record(values):
    assert_allclose(values["loss-start"], REFERENCE["loss at y=20"], rtol=1e-12)


def test_all_blocks_of_derivatives_agree_with_probes(values):
    (record,) = EXPECTED.values()
    assert record["name"].startswith("all 6 bias and 6 weight derivative blocks")
    assert record["got"] == f"{values['blocks-agree']} Success, 0 Failure"
    assert values["blocks-agree"] == values["blocks"] == 12


def test_output_and_loss_are_plain_numbers(values):
    assert isinstance(values["output"], float)
    assert isinstance(values["loss-start"], float)
    assert_allclose((values["output"] - 20) ** 2, values["loss-start"])


@pytest.mark.parametrize("name", ["output", "loss-start"])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("7.2"))


def test_the_probe_across_the_kink_is_what_the_equation_says(values):
    # flat to the left of the kink, 0.0003 away, with a step of 0.001
    share = 1 - (1e-3 - 3e-4) / 2e-3
    assert_allclose(values["kink-probed"], share * values["kink-exact"], rtol=1e-3)


def test_at_zero_no_route_is_open_and_no_earlier_weight_has_a_say(values):
    assert int(np.prod(values["open_units"])) == 120
    f, h = forward_pass([[0.0]], values["betas"], values["omegas"])
    assert np.all(h[5] == 0)
    dl_dbetas, dl_domegas, _ = backward_pass(values["omegas"], f, h, 2 * (f[-1] - 20))
    assert all(np.all(one == 0) for one in (*dl_dbetas[:5], *dl_domegas))


def test_units_are_hollow_on_the_way_back_where_they_were_closed(values):
    for units, inside in zip(values["back"][1:-1], values["f"][:-1], strict=True):
        assert np.all((units == 0) == (inside[:, 0] <= 0))
    assert np.sum(values["dl_domegas"][4] == 0) == 32


def test_routes_add_up_to_the_backward_pass(values):
    assert_allclose(values["by_routes"], values["dl_dfs"][0][:, 0], rtol=1e-12)


def test_a_batch_has_the_sum_of_the_gradients(values):
    assert max(values["gaps"]) < 1e-12 * values["largest"]


def test_all_derivatives_cost_less_than_two_runs_and_probing_far_more(values):
    assert np.all(values["backward"] <= 2 * values["weights"])
    steeper = np.diff(np.log([values["probing"], values["weights"]]), axis=1)
    assert np.all(steeper[0] > steeper[1])


def test_the_tape_has_the_derivatives_of_the_backward_pass(values):
    assert values["taped_gap"] < 1e-12


def test_size_moved_between_layers_changes_the_gradient_and_not_the_output(values):
    assert_allclose(values["new_f"][-1], values["f"][-1], rtol=1e-12)
    assert_allclose(values["factors"], [1, 1, 1 / 3, 3, 1, 1], rtol=1e-9)


@pytest.mark.parametrize("seed", range(1, 3))
def test_the_experiment_needs_its_idea(values, seed):
    assert values["arrivals"](2.5, 0.01, networks=12, seed=seed) <= 2
    assert values["arrivals"](0.8, 0.01, networks=12, seed=seed) >= 8


@pytest.mark.parametrize("seed", range(3))
def test_with_large_weights_most_networks_end_with_a_closed_layer(seed):
    rng, widths, closed = np.random.default_rng(seed), [1, 6, 6, 6, 1], 0
    x = np.linspace(-2, 2, 8)[None]
    for _ in range(12):
        betas = [np.zeros(d) for d in widths[1:]]
        pairs = itertools.pairwise(widths)
        omegas = [rng.normal(0, 2.5 / np.sqrt(a), (b, a)) for a, b in pairs]
        with np.errstate(all="ignore"):
            for _ in range(200):
                f, h = forward_pass(x, betas, omegas)
                slopes = backward_pass(omegas, f, h, 2 * (f[-1] - np.abs(x)))
                betas = [b - 0.01 * d for b, d in zip(betas, slopes[0], strict=True)]
                omegas = [w - 0.01 * d for w, d in zip(omegas, slopes[1], strict=True)]
            closed += any(
                np.all(one <= 0) for one in forward_pass(x, betas, omegas)[0][:3]
            )
    assert closed > 6


def test_only_the_gated_derivatives_are_those_of_the_probe(values):
    probed = values["probed_f"]
    assert_allclose(values["gated"][:, 0], probed, rtol=1e-5, atol=1e-6)
    for wrong in ("clipped", "by_values"):
        assert not np.allclose(values[wrong][:, 0], probed, rtol=0.05)


def test_a_closed_unit_has_no_derivative_and_opens_if_its_bias_moves_far(values):
    assert values["dl_dbetas"][4][0] == 0
    loss, betas = values["loss_with"], values["betas"]
    moved = betas[4] + 10 * (np.arange(6) == 0)
    assert loss(betas, 4, moved) != values["loss-start"]
