"""The cast, on a day that stands still."""

import pytest
from pytest_django.fixtures import Settings

from tests.cast import DAY, Cast, raise_curtain


@pytest.fixture(autouse=True)
def _stands_still(settings: Settings) -> None:
    settings.GONGTU_TODAY = DAY


@pytest.fixture
def cast(db: None) -> Cast:
    return raise_curtain()
