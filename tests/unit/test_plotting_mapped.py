"""A map between two densities: strips have the same area on paper."""

import numpy as np
from numpy.testing import assert_allclose
from plotted import names

from udl.plotting.generative.mapped import mapped


def paper(axes):
    """Give inches for a unit of each axis."""
    box = axes.get_position()
    inches = axes.figure.get_size_inches() * (box.width, box.height)
    return inches / np.abs([np.diff(axes.get_xlim()), np.diff(axes.get_ylim())]).T[0]


def test_strips_have_the_same_area_on_paper():
    z = np.linspace(-1, 1, 201)
    base = np.full(201, 0.5)
    figure = mapped(z, z, base, base, strip=(0, 0.4), share="a fifth")
    left, below, _ = figure.axes
    areas = []
    for axes in (left, below):
        box = axes.collections[0].get_paths()[0].get_extents()
        areas.append(box.width * box.height * np.prod(paper(axes)))
    assert_allclose(*areas)
    assert "a fifth" in names(left)


def test_draws_go_up_and_to_the_left():
    z = np.linspace(-1, 1, 201)
    base = np.full(201, 0.5)
    drawn = np.array([-0.5, 0.25])
    lines = mapped(z, 2 * z, base, base / 2, draws=(drawn, 2 * drawn)).axes[2].lines
    assert len(lines) == 4
    assert_allclose(lines[1].get_xydata(), [[-0.5, -2], [-0.5, -1], [-1, -1]])
