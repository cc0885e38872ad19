"""What several pages of the desk are about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from gongtu.engines.casework.models import Case
from gongtu.policy import providers
from tests.cast import Cast
from tests.factories import corrections as given
from tests.factories.corrections import NEXT


@pytest.fixture
def owing(cast: Cast, settings: Settings) -> Iterator[Case]:
    """A case of which 王师傅 owes money back, on the day that was decided."""
    settings.GONGTU_TODAY = NEXT
    before = providers.use_decisions(given.decided())
    yield given.owed_back(cast)
    providers.use_decisions(before)
