"""Drawings of latent variables hold the curve, the samples and the marked points."""

import numpy as np
from plotted import names

from udl.generative.latent_variables import curve, density_on_grid, posterior, prior
from udl.plotting.generative.latent import (
    curve_in_space,
    density_map,
    latent_and_plane,
    posterior_over,
)

Z = np.linspace(-3, 3, 61)
X1, X2 = np.linspace(-0.5, 2.5, 20), np.linspace(-1.5, 1.5, 30)


def test_a_latent_value_and_its_point_are_marked():
    figure = latent_and_plane(Z, prior(Z), curve(Z), 0.5, curve(0.5), 0.2)
    top, plane = figure.axes
    assert top.get_lines()[-1].get_xdata()[0] == 0.5
    assert plane.get_lines()[-1].get_ydata()[0] == curve(0.5)[1]
    assert sorted(circle.radius for circle in plane.patches) == [0.2, 0.4]
    assert "f[$z$]" in names(plane)


def test_the_curve_in_space_has_a_shadow_on_the_floor():
    axes = curve_in_space(Z, curve(Z)).axes[0]
    assert sum(len(one.get_xdata()) == Z.size for one in axes.get_lines()) == 3
    assert "$z$ = 0" in names(axes)


def test_samples_and_names_are_on_the_map():
    table = density_on_grid(X1, X2, Z, 0.04)
    samples = np.array([[0.1, 0.5], [0.3, -0.7]])
    axes = density_map(X1, X2, table, points=curve(Z), samples=samples,
                       marks={"here": (0.9, -0.9)}).axes[0]  # fmt: skip
    assert [len(one.get_xdata()) for one in axes.get_lines()] == [61, 2, 1]
    assert names(axes) == ["here"]


def test_the_posterior_names_its_marks():
    axes = posterior_over(Z, prior(Z), posterior(0.9, -0.9, Z, 0.04) / 0.1,
                          {"peak": 0.2}).axes[0]  # fmt: skip
    assert {"prior", "peak"} <= set(names(axes))
