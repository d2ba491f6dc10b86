"""Figures of augmentation hold what they were given."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import drawn, names

from udl.plotting.generalization.augmented import (
    copies,
    error_bands,
    moved_errors,
    weights_of_a_class,
)
from udl.plotting.generalization.many_fits import same_error

SIGNAL = np.array([1.0, 3.0, 2.0, 5.0])


def test_the_signal_is_rotated_and_errors_are_marked_there():
    errors = {"plain": SIGNAL / 10, "moved": SIGNAL / 20}
    above, below = moved_errors(SIGNAL, 1, errors).axes
    assert_allclose(drawn(above), [SIGNAL, np.roll(SIGNAL, 1)])
    assert_allclose(drawn(below)[0], 10 * SIGNAL)
    assert_allclose(drawn(below)[1], [30])
    assert names(below) == ["plain", "moved", "30 %", "15 %"]


def test_copies_are_drawn_below_the_signal():
    axes = copies(SIGNAL, np.array([SIGNAL[::-1], SIGNAL])).axes[0]
    first, second, third = drawn(axes)
    assert_allclose(first, SIGNAL)
    assert_allclose(np.diff(second), np.diff(SIGNAL[::-1]))
    assert max(third) < min(second)


def test_bands_reach_from_the_lowest_to_the_highest_run():
    runs = np.array([[0.1, 0.3], [0.2, 0.5]])
    axes = error_bands(np.array([0, 10]), {"a": runs}).axes[0]
    assert_allclose(drawn(axes)[0], [15, 40])
    edge = axes.collections[0].get_paths()[0].vertices[:, 1]
    assert_allclose([edge.min(), edge.max()], [10, 50])


def test_weights_are_drawn_by_name():
    axes = weights_of_a_class({"a": SIGNAL, "b": -SIGNAL}).axes[0]
    assert_allclose(drawn(axes), [SIGNAL, -SIGNAL])
    assert names(axes) == ["a", "b"]


def test_all_curves_are_drawn_and_the_chosen_one_last():
    curves, points = np.array([SIGNAL, SIGNAL + 1]), (np.arange(2), np.arange(2.0))
    axes = same_error(np.arange(4), curves, -SIGNAL, points, ylim=(-5, 7)).axes[0]
    lines = drawn(axes)
    assert_allclose(lines[:2], curves)
    assert_allclose(lines[-2], -SIGNAL)
    assert_allclose(lines[-1], points[1])
