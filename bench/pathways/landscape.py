"""The product's own map, started without its database, with courses of a made-up length."""

from __future__ import annotations

import os
from datetime import date

ON = date(2026, 9, 1)
SINCE = date(2026, 1, 1)
LENGTHS = {"years_of_secondary_study": 3, "years_of_college_study": 2}


def start() -> None:
    """Load the rules; the lengths of study are as if decided, the rest is as the files say."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongtu.ops.settings.test")
    import django

    django.setup()
    from gongtu.policy.providers import use_decisions
    from gongtu.policy.values import DecidedValue
    from gongtu.registers.ladder.declare import the_careers

    policy = the_careers().policy
    made_up = {
        policy[name].key: (DecidedValue(since=SINCE, value=years),)
        for name, years in LENGTHS.items()
    }
    use_decisions(lambda key: made_up.get(key, ()))
