"""The cast, of whom 甲公司 has filed as an assessor."""

import pytest

from tests.cast import Cast, raise_curtain
from tests.factories import skills


@pytest.fixture
def cast(db: None) -> Cast:
    cast = raise_curtain()
    skills.filing(cast)
    return cast
