"""Page 6.5 has the end points of its notebook's record, and what it claims is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import assert_printed, reference

from udl.exercises.declare import find
from udl.fitting.ravine import ravine_loss
from udl.gradients.finite_differences import central_differences

VALUES = {
    "gradient-0": "ravine_gradient(start)[0]",
    "gradient-1": "ravine_gradient(start)[1]",
    "signs-0": "signs[-1, 0]",
    "signs-1": "signs[-1, 1]",
    "adam-0": "path[-1, 0]",
    "adam-1": "path[-1, 1]",
    "adam-loss": "ravine_loss(path[-1])",
    "steps-adam": "steps_adam",
    "turned": "adams",
    "turned-plain": "ours",
    "slow-0": "slow[-1, 0]",
    "slow-1": "slow[-1, 1]",
    "fast-0": "fast[-1, 0]",
    "fast-1": "fast[-1, 1]",
    "signs": "signs",
    "ends": "{name: values[-1] for name, values in losses_of_walks.items()}",
    "needed": "needed",
    "walked": "walked",
    "constant": "constant",
    "noisy_ends": "noisy_ends",
    "rise": "rise",
    "on_a_parabola": "on_a_parabola",
    "climbs": "climbs",
    "short": "short.max()",
    "long": "long.max()",
}

ENDS = reference("6_5")["end points"]
NAMES = {"slow": "GD 0.08", "fast": "GD 1.0", "signs": "normalised", "adam": "adam"}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("6.5", VALUES)


@pytest.mark.parametrize("name", ["slow", "signs", "adam"])
def test_the_walks_end_where_the_record_says(values, name):
    end = [values[f"{name}-0"], values[f"{name}-1"]]
    assert_allclose(end, ENDS[NAMES[name]], atol=2e-8)


def test_adam_ends_with_the_loss_of_the_record(values):
    assert_allclose(values["adam-loss"], ENDS["adam loss"], atol=5e-9)


def jumps(delta):
    """End of the walk with rate 1 by differences, as the notebook walks."""
    phi = np.array([-0.7, -0.9])
    for _ in range(40):
        phi = phi - central_differences(ravine_loss, phi, step=delta)
    return phi


def test_the_walk_of_jumps_ends_near_the_record_and_depends_on_the_differences(values):
    here = [values["fast-0"], values["fast-1"]]
    assert_allclose(here, ENDS["GD 1.0"], atol=1e-4)
    coarse, fine = jumps(1e-4), jumps(1e-6)
    assert abs(coarse - fine).max() > 0.01
    assert abs(fine - here).max() < 1e-4


@pytest.mark.parametrize(
    "name", ["slow-0", "fast-0", "fast-1", "signs-0", "signs-1", "adam-0", "adam-1"]
)
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("6.5"))


def test_the_counts_in_a_question_are_those_of_the_page(values):
    prompt = find("6.5.17").prompt
    assert f"{values['steps-adam']} steps" in prompt
    assert f"best {values['turned-plain']}" in prompt
    assert values["turned"] > values["turned-plain"]


def test_ten_times_the_ratio_takes_about_ten_times_the_steps():
    def steps(h):  # of gradient descent, at its best rate, to one percent
        factor = (h[1] - h[0]) / (h[1] + h[0])
        return np.log(0.01) / np.log(factor)

    assert 8 < steps((0.25, 40)) / steps((0.25, 4)) < 12


def test_signs_reach_the_floor_then_the_minimum_and_jump_for_ever(values):
    signs = values["signs"]
    floor = np.argmax(np.abs(signs[:, 1]) < 0.08)
    there = np.argmax(np.abs(signs - [0.7, 0]).max(axis=1) < 0.08)
    assert floor < there < floor + 10
    assert_allclose(signs[-1], signs[-3], atol=1e-12)
    assert_allclose(np.abs(np.diff(signs, axis=0)), 0.08)


def test_adam_ends_as_low_as_the_signs_and_a_tuned_rate_beats_all(values):
    ends = values["ends"]
    assert min(ends, key=ends.get) == "rate 0.45"
    assert 10 * ends["Adam"] < ends["rate 0.08"]
    assert ends["Adam"] < 0.5 * ends["signs only"]


def test_adam_hardly_cares_about_the_rate(values):
    plain, adams = zip(*values["needed"].values(), strict=True)
    middle = adams[1:5]  # 0.05 to 0.4
    assert max(middle) < 2.5 * min(middle)
    assert adams[5] > 3 * max(middle)
    assert plain[1] > 4 * plain[4]
    assert plain[5] == np.inf


def test_without_corrections_the_early_steps_are_too_long(values):
    assert 1 < values["short"] < values["long"]


def test_epsilon_under_the_root_is_noticed_only_for_small_gradients(values):
    stub = find("6.5.10")
    space = {"np": np}
    exec(stub.stub, space)
    for scale, low, high in ((1, 0, 1e-5), (1e-5, 0.8, 1)):
        g = scale * np.array([-0.0542, -0.5576])  # at the start of the valley
        given = (0.1 * g, 0.01 * g**2, 1, 0.05, 0.9, 0.99)
        right, wrong = stub.reference(*given), space["adam_change"](*given)
        assert np.all(low <= np.abs(1 - wrong / right))
        assert np.all(np.abs(1 - wrong / right) <= high)


def test_half_of_the_steps_are_short(values):
    assert np.median(values["walked"]) < 0.5 < 1 < values["walked"].max() < 7.27


@pytest.mark.parametrize("seed", range(1, 4))
def test_no_constant_rate_reaches_the_target_and_a_falling_one_does(values, seed):
    rates = np.geomspace(0.002, 0.1, 12)
    arrived = [
        np.mean(values["noisy_ends"](np.full(500, r), seed, 200) < 0.001) for r in rates
    ]
    assert max(arrived) < 0.82
    falling = find("6.5.16").reference(500)
    assert np.mean(values["noisy_ends"](falling, seed, 200) < 0.001) > 0.9
    assert (
        values["constant"][0.1] < values["constant"][0.01] > values["constant"][0.003]
    )


@pytest.mark.parametrize("seed", range(4))
def test_units_matter_with_adam(values, seed):
    same, hundred, thousand = (values["rise"](unit, seed) for unit in (1, 100, 1000))
    assert same[0] == same[1]
    assert 4 < hundred[1] / hundred[0] < 20
    assert 500 < thousand[1] / thousand[0] < 2000


def test_adam_leaves_the_minimum_unless_epsilon_is_large(values):
    distance = values["on_a_parabola"]
    assert distance(0.99).min() < 1e-12
    assert distance(0.99)[800:].max() > 0.005
    assert distance(0.999)[800:].max() < 1e-6
    assert 0.05 / 38 < 0.002
    assert distance(0.99, 0.002)[800:].max() < 1e-12
    assert distance(0.99, 0.001)[800:].max() > 1e-3


def test_rare_large_gradients_send_adam_up_unless_it_remembers(values):
    fast, slow, long, plain = values["climbs"].values()
    assert fast[-1] > slow[-1] > 0 > plain[-1]
    top = long.argmax()
    assert long[99] > 0.5 * long[top] > 0
    assert long[-1] < long[top]
