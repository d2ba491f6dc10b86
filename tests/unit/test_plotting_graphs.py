"""Drawn graphs hold their nodes, edges and counts."""

from plotted import names

from udl.plotting.graphs.nodes import graph


def test_graph_writes_every_node_and_count():
    places = [(1, 1), (3, 2), (5, 1)]
    axes = graph(places, [(0, 1)], counts=[4, 0, 9], marked=[2], note="walks").axes[0]
    assert len(axes.get_lines()) == 1
    assert len(axes.patches) == 3
    assert names(axes) == ["0", "4", "1", "0", "2", "9", "walks"]


def test_graph_without_counts_numbers_the_nodes_only():
    axes = graph([(1, 1), (3, 2)], [(0, 1)]).axes[0]
    assert names(axes) == ["0", "1"]
