"""The cast, of whom 甲公司 has filed as an assessor."""

import pytest

from tests.cast import Cast
from tests.factories import skills


@pytest.fixture
def cast(cast: Cast) -> Cast:
    skills.filing(cast)
    return cast
