"""The scene is set once; every look at it is undone."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings

from tests.authority.scene import Scene, set_scene
from tests.cast import DAY


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: pytest.FixtureDef) -> Iterator[Scene]:
    with django_db_blocker.unblock(), override_settings(GONGTU_TODAY=DAY), transaction.atomic():
        yield set_scene()
        transaction.set_rollback(True)
