"""The small town, in which an enterprise has filed."""

import pytest

from gongtu.registers.skills.choices import Grade
from tests.registers.skills.sitting import file_for
from tests.scenarios.town import Town, found


@pytest.fixture
def town(db: None) -> Town:
    town = found()
    file_for(town, Grade.JUNIOR, Grade.SENIOR)
    return town
