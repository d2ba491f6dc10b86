"""Drawn graphs hold their nodes, edges and counts."""

from plotted import names

from udl.plotting.graphs.attention import listening, table
from udl.plotting.graphs.nodes import graph
from udl.plotting.graphs.sampling import estimates, reach


def test_graph_writes_every_node_and_count():
    places = [(1, 1), (3, 2), (5, 1)]
    axes = graph(places, [(0, 1)], counts=[4, 0, 9], marked=[2], note="walks").axes[0]
    assert len(axes.get_lines()) == 1
    assert len(axes.patches) == 3
    assert names(axes) == ["0", "4", "1", "0", "2", "9", "walks"]


def test_graph_without_counts_numbers_the_nodes_only():
    axes = graph([(1, 1), (3, 2)], [(0, 1)]).axes[0]
    assert names(axes) == ["0", "1"]


def test_graph_writes_names_instead_of_numbers():
    axes = graph([(1, 1), (3, 2)], [(0, 1)], names=["O", "H"]).axes[0]
    assert names(axes) == ["O", "H"]


def test_listening_widens_the_edges_of_the_listener_only():
    places, edges = [(1, 1), (3, 2), (5, 1)], [(0, 1), (1, 2)]
    axes = listening(places, edges, [0.75, 0.25, 0.0], 1, note="who").axes[0]
    widths = [line.get_linewidth() for line in axes.get_lines()[len(edges) :]]
    assert widths[0] > 5 > widths[1]
    assert {"75", "25", "0"} <= set(names(axes))
    assert len(listening(places, edges, [1.0, 0.0, 0.0], 0).axes[0].get_lines()) == 3


def test_table_writes_percent_where_there_may_be_some():
    axes = table([[0.9, 0.5], [0.1, 0.5]], allowed=[[1, 1], [0, 1]], marked=[1]).axes[0]
    assert [t for t in names(axes) if len(t) == 2] == ["90", "50", "50"]
    assert {"speaker", "listener"} <= set(names(axes))


def test_reach_numbers_what_enters_and_widens_the_edges_in_use():
    places, edges = [(1, 1), (3, 2), (5, 1), (6, 2)], [(0, 1), (1, 2), (2, 3)]
    axes = reach(places, edges, [0, 1, 2, 3], 2, note="asked").axes[0]
    assert names(axes) == ["0", "1", "1", "2", "2", "3", "asked"]
    widths = [line.get_linewidth() for line in axes.get_lines()]
    assert widths[0] == widths[1] > widths[2]


def test_estimates_has_a_dot_for_each_and_its_mean():
    axes = estimates([[1, 2, 2, 3], [4, 8]], 6, names=["part", "whole"]).axes[0]
    dots = [line for line in axes.get_lines() if line.get_marker() == "o"]
    assert len(dots) == 6
    assert len({(line.get_xdata()[0], line.get_ydata()[0]) for line in dots}) == 6
    assert {"part", "whole", "mean 2", "mean 6"} <= set(names(axes))
