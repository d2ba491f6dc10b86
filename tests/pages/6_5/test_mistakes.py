"""The mistakes that readers of the published notebook often make are named there."""

from pathlib import Path

import pytest

from udl.exercises import check

SOURCE = Path(__file__).with_name("published.py").read_text()
POWERS = ("beta ** (c_step + 1)", "gamma ** (c_step + 1)")
SEEN = {
    "epsilon under the root, signs": (
        "6.5.5", {"np.sqrt(v) + epsilon": "np.sqrt(v + epsilon)"}, "under the root",
    ),
    "one norm for all, signs": (
        "6.5.5", {"v = m**2": "v = np.sum(m**2)"}, "by one number",
    ),
    "no root": ("6.5.5", {"np.sqrt(v)": "v"}, "Multiply the loss by 10"),
    "epsilon under the root": (
        "6.5.9", {"np.sqrt(v_tilde) + epsilon": "np.sqrt(v_tilde + epsilon)"},
        "under the root",
    ),
    "one norm for all": (
        "6.5.9", {"* grad**2": "* np.sum(grad**2)"}, "by one number",
    ),
    "beta and not its power": (
        "6.5.9", {POWERS[0]: "beta", POWERS[1]: "gamma"}, "that it is the first",
    ),
    "steps counted from 0": (
        "6.5.9", {f"{share} ** (c_step + 1)": f"{share} ** c_step"
                  for share in ("beta", "gamma")}, "1 - 1",
    ),
    "corrected averages kept": (
        "6.5.9", {"m_tilde": "m", "v_tilde": "v"}, "does the second one start from",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("id", "changes", "said"), SEEN.values(), ids=SEEN)
def test_a_mistake_in_the_published_form_is_named(id, changes, said):
    source = SOURCE
    for right, wrong in changes.items():
        assert right in source
        source = source.replace(right, wrong)
    space = {}
    exec(source, space)
    name = "adam" if id == "6.5.9" else "normalized_gradients"
    card = check(id, space[name])
    assert card.status == "wrong"
    assert said in " ".join(card.sentences)
