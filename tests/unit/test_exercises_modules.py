"""`check` takes a torch module for a function that makes a network."""

import pytest

from udl.exercises import check
from udl.exercises.judging.modules import as_function

torch = pytest.importorskip(
    "torch", reason="torch is large: `.venv/bin/pip install torch` brings it"
)


def convolutional(relus=3):
    layers = []
    for channels in (1, 15, 15):
        layers += [torch.nn.Conv1d(channels, 15, 3, stride=2), torch.nn.ReLU()]
    return torch.nn.Sequential(*layers[: 3 + relus], torch.nn.Flatten(),
                               torch.nn.Linear(60, 10))  # fmt: skip


def test_a_module_with_the_right_layers_is_right_and_stays_as_it_was():
    model = convolutional()
    before = [phi.detach().clone() for phi in model.parameters()]
    card = check("10.2.6", model)
    assert card.status == "correct", card
    for phi, old in zip(model.parameters(), before, strict=True):
        assert torch.equal(phi, old)


def test_a_module_without_the_third_relu_is_told_so():
    said = str(check("10.2.6", convolutional(relus=2))).replace("\n", " ")
    assert "nothing stands between the third convolution" in said


def test_the_placeholder_is_told_so():
    model = torch.nn.Sequential(
        torch.nn.Flatten(), torch.nn.Linear(40, 100), torch.nn.ReLU(),
        torch.nn.Linear(100, 100), torch.nn.ReLU(), torch.nn.Linear(100, 10),
    )  # fmt: skip
    assert "15210 parameters" in str(check("10.2.6", model)).replace("\n", " ")


def test_what_is_no_module_comes_back():
    assert as_function(check) is check
