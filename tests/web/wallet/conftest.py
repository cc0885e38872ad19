"""Links that nobody has looked at yet."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_looked() -> None:
    cache.clear()  # looks by link are counted there
