"""MNIST-1D as it is kept, against the package of its authors."""

import numpy as np
import pytest

from udl.datasets.mnist1d import mnist1d
from udl_book.commands import results
from udl_book.results import mnist1d as made


@pytest.fixture(scope="module")
def arrays():
    return made.make()


def test_the_data_are_what_the_package_generates(arrays):
    kept = mnist1d()
    for name in ("x", "y", "x_test", "y_test"):
        assert np.array_equal(getattr(kept, name), arrays[name])
    assert kept.x.dtype == np.float32
    assert kept.y.dtype == np.int64
    assert np.array_equal(np.unique(kept.y), np.arange(10))


def test_a_result_that_has_changed_is_named(arrays, tmp_path):
    path = tmp_path / "kept.npz"
    np.savez(path, **arrays)
    assert list(results.changes(path, arrays, 0)) == []
    other = {**arrays, "x": arrays["x"] + np.float32(0.5), "y": arrays["y"][1:]}
    other["about"] = np.array("something else")
    assert list(results.changes(path, other, 0.1)) == [
        "x: differs by 0.5",
        "y: new, or of another shape",
        "about: other words",
    ]
    assert len(list(results.changes(path, other, 0.6))) == 2


def test_an_unknown_result_is_named(tmp_path, capsys):
    assert results.run(tmp_path, "nothing") == 2
    assert "There is no result 'nothing'" in capsys.readouterr().out


def test_a_result_may_hold_several_words(tmp_path):
    path = tmp_path / "x.npz"
    np.savez(path, names=np.array(["plain", "fresh"]))
    same, other = (np.array(["plain", last]) for last in ("fresh", "often"))
    assert list(results.changes(path, {"names": same}, 0)) == []
    assert list(results.changes(path, {"names": other}, 0)) == ["names: other words"]
