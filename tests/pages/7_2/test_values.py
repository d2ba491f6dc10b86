"""Every value of the record of notebook 7.2 stands on page 7.2."""

import pytest
from numpy.testing import assert_allclose
from values import assert_printed, expected, reference

VALUES = {
    "output": "f[-1].item()",
    "loss-start": "np.sum((f[-1] - y) ** 2)",
    "blocks-agree": "int(np.sum(agree))",
    "blocks": "len(agree)",
    "kink-exact": "exact",
    "kink-probed": "probed",
}

EXPECTED, REFERENCE = expected("7_2"), reference("7_2")


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("7.2", VALUES)


def test_loss_is_that_of_the_record(values):
    assert_allclose(values["loss-start"], REFERENCE["loss at y=20"], rtol=1e-12)


def test_all_blocks_of_derivatives_agree_with_probes(values):
    (record,) = EXPECTED.values()
    assert record["name"].startswith("all 6 bias and 6 weight derivative blocks")
    assert record["got"] == f"{values['blocks-agree']} Success, 0 Failure"
    assert values["blocks-agree"] == values["blocks"] == 12


def test_output_and_loss_are_plain_numbers(values):
    assert isinstance(values["output"], float)
    assert isinstance(values["loss-start"], float)
    assert_allclose((values["output"] - 20) ** 2, values["loss-start"])


@pytest.mark.parametrize("name", ["output", "loss-start"])
def test_each_value_is_printed_by_the_text(page, name):
    assert_printed(VALUES[name], page("7.2"))


def test_the_probe_across_the_kink_is_what_the_equation_says(values):
    # flat to the left of the kink, 0.0003 away, with a step of 0.001
    share = 1 - (1e-3 - 3e-4) / 2e-3
    assert_allclose(values["kink-probed"], share * values["kink-exact"], rtol=1e-3)
