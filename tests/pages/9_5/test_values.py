"""Every value of the record of notebook 9.5 is on page 9.5; what it claims is so."""

import numpy as np
import pytest

from udl.datasets.mnist1d import mnist1d
from udl.generalization import augmentation as augmenting
from udl.generalization.augmented_training import stored_runs, train
from udl.generalization.learning_curves import two_hidden_layers
from udl.generalization.neighbors import nearest

READ = {
    name: name for name in ("ends", "linear", "leaked", "honest", "before", "after")
}
RUNS, DATA = stored_runs(), mnist1d()


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("9.5", READ)


def test_the_best_error_without_augmentation_is_that_of_the_notebook():
    half = RUNS.errors["plain"][:, RUNS.steps <= 2000]  # its 50 epochs
    assert abs(half.min(axis=1).mean() - 0.33) < 0.02


def test_plain_training_knows_its_data_by_heart():
    assert RUNS.training["plain"].max() == 0
    assert RUNS.training["once"].max() == 0


def test_the_ways_come_in_this_order_and_two_of_them_do_not_overlap(values):
    ends = {name: runs[:, -1] for name, runs in RUNS.errors.items()}
    assert values["ends"]["plain"] > values["ends"]["once"] > values["ends"]["fresh"]
    assert ends["fresh"].max() < ends["plain"].min()
    # the differences of the means, in their own standard errors
    for worse, better in (("plain", "once"), ("once", "fresh")):
        gaps = ends[worse] - ends[better]
        assert gaps.mean() > 3 * gaps.std(ddof=1) / np.sqrt(len(gaps))


def test_fresh_copies_are_slowest_at_first_and_behind_one_copy_halfway():
    early, half = RUNS.steps == 400, RUNS.steps == 2000
    mean = {name: runs.mean(axis=0) for name, runs in RUNS.errors.items()}
    assert mean["fresh"][early] > mean["once"][early]
    assert mean["fresh"][early] > mean["plain"][early]
    assert mean["fresh"][half] > mean["once"][half]


def test_only_augmented_networks_do_not_mind_rotation(values):
    assert np.ptp(values["after"]) < 0.03
    assert values["before"][20] > 1.8 * values["before"][0]


@pytest.mark.parametrize("seed", range(3))
def test_the_live_run_shows_the_same_with_other_seeds(seed):
    test = DATA.x_test[:500], DATA.y_test[:500]
    few = np.random.default_rng(seed).choice(4000, 500, replace=False)
    ends = []
    for fresh in (False, True):
        rng = np.random.default_rng([9, seed])
        networks = two_hidden_layers(50, rng, (4,))
        wrong = train(networks, DATA.x[few], DATA.y[few], test, epochs=40, rng=rng,
                      fresh=fresh, batch_size=50)  # fmt: skip
        ends.append(wrong[-1])
    assert ends[1].mean() < ends[0].mean() - 0.02


def wrong_of_nearest(known, labels):
    return np.mean(nearest(known, labels, DATA.x_test) != DATA.y_test)


@pytest.mark.parametrize("first", range(0, 4000, 1000))
def test_rotated_copies_help_a_nearest_neighbor_and_turned_ones_harm(first):
    x, y = DATA.x[first : first + 500], DATA.y[first : first + 500]
    errors = [wrong_of_nearest(x, y)]
    for offsets in ([-1, 1], [-3, -2, -1, 1, 2, 3]):
        known = np.concatenate([x, *(np.roll(x, o, axis=1) for o in offsets)])
        errors.append(wrong_of_nearest(known, np.tile(y, len(offsets) + 1)))
    assert errors[0] > errors[1] > errors[2]
    turned = wrong_of_nearest(np.concatenate([x, -x]), np.tile(y, 2))
    assert turned > errors[0] + 0.05


def test_all_rotations_make_the_weights_equal_and_the_linear_model_guess(values):
    (plain, wrong), (some, _), (every, lost) = values["linear"].values()
    spread = [np.ptp(omega, axis=1) for omega in (plain, some, every)]
    assert np.all(spread[0] > spread[1])
    assert np.all(spread[1] > spread[2])
    assert np.all(spread[2] < 1e-6)
    assert 0.7 < wrong < 0.8
    assert wrong + 0.02 < lost < 0.9


@pytest.mark.parametrize("seed", range(5))
def test_twins_make_the_validation_error_less_than_half(values, seed):
    assert values["leaked"] < values["honest"] / 2
    rng = np.random.default_rng([seed, 95])
    both, labels = augmenting.enlarge(DATA.x, DATA.y, 1, rng, offsets=[0])
    order = rng.permutation(len(both))
    kept, out = order[2000:], order[:2000]
    parent = np.arange(8000) % 4000
    twins = np.mean(np.isin(parent[out], parent[kept]))
    assert abs(twins - 0.75) < 0.03
    found = nearest(both[kept], labels[kept], both[out])
    assert np.mean(found != labels[out]) < values["honest"] / 2


def test_one_side_misses_every_target_of_the_experiment():
    for budget, target in {4: 0.515, 6: 0.50, 8: 0.495}.items():
        one_side = augmenting.neighbor_error(DATA.x, DATA.y, range(1, budget + 1))
        near = [*range(-(budget // 2), 0), *range(1, budget // 2 + 1)]
        assert augmenting.neighbor_error(DATA.x, DATA.y, near) < target < one_side


@pytest.mark.parametrize("seed", range(3))
def test_near_offsets_of_both_sides_win_in_other_orders_of_the_data(seed):
    order = np.random.default_rng(seed).permutation(4000)
    x, y = DATA.x[order], DATA.y[order]
    for budget in (4, 6, 8):
        near = [*range(-(budget // 2), 0), *range(1, budget // 2 + 1)]
        wide = [round(40 * k / (budget + 1)) for k in range(1, budget + 1)]
        error = augmenting.neighbor_error(x, y, near)
        assert error < augmenting.neighbor_error(x, y, range(1, budget + 1))
        assert error < augmenting.neighbor_error(x, y, wide) - 0.02
