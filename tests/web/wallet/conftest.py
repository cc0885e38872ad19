"""The cast, on a day that stands still."""

import pytest
from django.core.cache import cache
from pytest_django.fixtures import Settings

from tests.cast import DAY, Cast, raise_curtain


@pytest.fixture(autouse=True)
def _stands_still(settings: Settings) -> None:
    settings.GONGTU_TODAY = DAY
    cache.clear()  # looks by link are counted there


@pytest.fixture
def cast(db: None) -> Cast:
    return raise_curtain()
