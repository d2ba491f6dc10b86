"""Figures of texts cut into tokens hold what they are given."""

from matplotlib.patches import Rectangle

from udl.plotting.language.pieces import compressions, cut_lines


def boxes(axes):
    return [p for p in axes.patches if isinstance(p, Rectangle) and p.get_y() > -0.5]


def test_each_token_has_a_box():
    merges = [("a", "b"), ("ab", "</w>")]
    text, curve = cut_lines(["ab ba", "ab"], merges, [8, 6, 5]).axes
    assert len(boxes(text)) == 5
    assert [box.get_width() > 2 for box in boxes(text)] == [True, *[False] * 3, True]
    dot = curve.get_lines()[1]
    assert (dot.get_xdata()[0], dot.get_ydata()[0]) == (2, 5)


def test_each_curve_has_its_name():
    (axes,) = compressions({"old": ([1, 2], [1, 3]), "new": ([1, 2], [1, 2])}).axes
    assert [text.get_text() for text in axes.texts] == ["old", "new"]
    assert list(axes.get_lines()[0].get_ydata()) == [1, 3]
