"""A test of an equation states what the page claims through `claim`."""

import pytest


@pytest.fixture
def claim():
    """Return the claimed value as it is; the meta-test hands out a falsified one."""
    return lambda value: value
