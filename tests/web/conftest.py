"""The day on which every page is looked at."""

import pytest
from pytest_django.fixtures import Settings

from tests.cast import DAY


@pytest.fixture(autouse=True)
def _stands_still(settings: Settings) -> None:
    settings.GONGTU_TODAY = DAY
