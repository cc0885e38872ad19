"""The product's own map, started without its database, with courses of a made-up length."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

ON = date(2026, 9, 1)
SINCE = date(2026, 1, 1)


@contextmanager
def product() -> Iterator[None]:
    """The rules loaded, the files' parameters speaking alone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongtu.ops.settings.test")
    import django

    django.setup()
    from gongtu.policy.supposing import supposing
    from gongtu.policy.values import DecidedValue
    from gongtu.registers.ladder.declare import the_careers

    policy = the_careers().policy
    lengths = {"years_of_secondary_study": 3, "years_of_college_study": 2}
    draft = {
        policy[name].key: [DecidedValue(since=SINCE, value=years)]
        for name, years in lengths.items()
    }
    with supposing(draft, alone=True):
        yield
