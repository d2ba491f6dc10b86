"""Figures of a game hold what they are given."""

import numpy as np

from udl.plotting.generative.game import directions, judged, two_densities

LINE = np.linspace(-2, 2, 21)
FLAT = np.full(21, 0.25)


def test_real_and_synthesized_numbers_have_heights_and_marks_of_their_own():
    axes = judged([1, 2], [0, 1, 2], LINE, FLAT, title="round 3").axes[0]
    curve, real, syn = axes.get_lines()
    assert curve.get_ydata()[0] == 0.25
    assert list(real.get_xdata()) == [1, 2]
    assert list(syn.get_xdata()) == [0, 1, 2]
    assert real.get_marker() != syn.get_marker()


def test_walks_start_with_a_dot_and_stay_on_a_square():
    grid = np.meshgrid([-1, 1], [-1, 1])
    walk = np.array([[1.0, 0], [0, 1]])
    axes = directions(*grid, *grid, {"a": walk, "b": -walk}, reach=2).axes[0]
    assert axes.get_xlim() == axes.get_ylim() == (-2, 2)
    assert [len(line.get_xdata()) for line in axes.get_lines()] == [2, 1, 2, 1, 1]


def test_the_best_discriminator_is_drawn_with_both_densities():
    axes = two_densities(LINE, FLAT, 2 * FLAT, 3 * FLAT, title="gap 2").axes[0]
    assert [line.get_ydata()[0] for line in axes.get_lines()] == [0.75, 0.25, 0.5]
