"""Networks of several widths at once, against one at a time; the stored sweep."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.datasets.mnist1d import mnist1d
from udl.generalization.double_descent import (
    errors_by_width,
    networks_of,
    parameter_count,
    replace_labels,
    stored_sweep,
    threshold,
    with_label_noise,
)
from udl.nn.losses import cross_entropy
from udl.nn.parameters import Parameters
from udl_book.results import double_descent as made


def test_labels_are_replaced_and_the_old_ones_kept():
    y = np.arange(10)
    u = np.linspace(0, 0.9, 10)
    new = replace_labels(y, 0.35, u, np.full(10, 2))
    assert new.tolist() == [2, 2, 2, 2, 4, 5, 6, 7, 8, 9]
    assert y.tolist() == list(range(10))


def test_a_tenth_of_the_replaced_labels_are_right():
    y = np.random.default_rng(0).integers(10, size=200_000)
    for share in (0.15, 1.0):
        wrong = np.mean(with_label_noise(y, share, np.random.default_rng(1)) != y)
        assert_allclose(wrong, 0.9 * share, atol=0.003)


def test_parameters_are_counted_as_the_layers_have_them():
    for width in (1, 7, 42):
        network = networks_of([width], np.random.default_rng(0))
        assert parameter_count(width) == Parameters(network).phi.size


def test_a_padded_network_is_trained_as_it_is_alone():
    """The narrow networks of a family take the same steps as by themselves."""
    rng = np.random.default_rng(2)
    x, y = rng.normal(size=(6, 40)).astype(np.float32), np.arange(6)
    family = networks_of([3, 8, 5], rng)
    parameters = Parameters(family)
    alone = networks_of([5], np.random.default_rng(3))
    own = Parameters(alone)
    for mine, theirs in zip(alone.parts[::2], family.parts[::2], strict=True):
        below, above = mine.phi["omega"].shape[1:]
        mine.phi["omega"][0] = theirs.phi["omega"][2, :below, :above]
    for _ in range(5):
        for network, phi in ((family, parameters), (alone, own)):
            f = network.forward(x, training=True)
            network.backward(cross_entropy.gradient(y, f))
            phi.phi -= np.float32(0.1) * phi.gradient
        assert_allclose(family(x)[2], alone(x)[0], rtol=1e-4, atol=1e-5)
    assert np.all(family.parts[2].phi["omega"][2, 5:] == 0)
    assert np.all(family.parts[2].phi["omega"][2, :, 5:] == 0)


def test_errors_are_measured_when_asked():
    rng = np.random.default_rng(4)
    x, y = rng.normal(size=(20, 40)).astype(np.float32), np.arange(20) % 10
    data = (x, y), (x[:7], y[:7])
    options = {"batch_size": 10}
    all_at_once = errors_by_width(
        [4, 30], *data, np.random.default_rng(5), epochs=[3, 60], **options
    )
    early = errors_by_width(
        [4, 30], *data, np.random.default_rng(5), epochs=[3], **options
    )
    assert all_at_once.shape == (2, 2, 2)
    assert_allclose(all_at_once[0], early[0])
    assert all_at_once[1, 0, 1] == 0  # thirty units know twenty labels by heart


@pytest.mark.parametrize(
    ("errors", "expected"),
    [([0.3, 0, 0.2, 0], 8), ([0.3, 0.3, 0.3, 0.3], np.inf), ([0, 0, 0, 0], 1)],
)
def test_threshold_is_behind_the_last_width_that_is_too_small(errors, expected):
    assert threshold([1, 2, 4, 8], errors, 0.1) == expected


def test_stored_sweep_is_what_its_module_says():
    sweep = stored_sweep()
    assert sweep.widths.tolist() == [w for group in made.GROUPS for w in group]
    assert sweep.epochs.tolist() == made.EPOCHS
    clean = sum(map(len, made.CLEAN))
    shape = len(made.EPOCHS), 2, made.STARTS
    assert sweep.noisy.shape == (*shape, len(sweep.widths))
    assert sweep.clean.shape == (*shape, clean)
    data = mnist1d()
    noisy = with_label_noise(data.y, made.SHARE, np.random.default_rng(made.SEED))
    assert sweep.wrong == np.mean(noisy != data.y)


def test_first_epochs_of_the_sweep_come_out_again():
    """The first group, ten epochs: before rounding has grown."""
    data, rng = mnist1d(), np.random.default_rng(made.SEED)
    noisy = with_label_noise(data.y, made.SHARE, rng)
    group, test = made.GROUPS[0], (data.x_test, data.y_test)
    widths = made.STARTS * group
    again = errors_by_width(widths, (data.x, noisy), test, rng, epochs=[10])[0]
    kept = stored_sweep().noisy[0, ..., : len(group)]
    assert_allclose(again.reshape(kept.shape), kept, atol=made.TOLERANCE)
