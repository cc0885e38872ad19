"""Counting who waits on what: written anew each night."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from django.db import transaction

from gongtu.parties.queries import occupations_worked, workers_in
from gongtu.registers.ladder.models import Waiters
from gongtu.registers.ladder.queries import Waiting, waiting_in
from gongtu.registers.skills.models import Occupation

AT_ONCE = 5_000  # people placed on the map together


def count_waiters(*, on: date) -> int:
    """Count anew who waits on what for the next grade; returns how many people wait.

    Everybody employed on the day counts in each occupation they work in, where the employer is.
    Others may write while it counts.
    """
    counts: Counter[tuple[str, str, Waiting]] = Counter()
    for occupation in Occupation.objects.filter(pk__in=occupations_worked(on)):
        places = workers_in(occupation.pk, on)
        people = list(places)
        for start in range(0, len(people), AT_ONCE):
            some = people[start : start + AT_ONCE]
            for person, waiting in waiting_in(some, occupation.pk, on=on).items():
                counts[places[person], occupation.pk, replace(waiting, far=0)] += 1
    _write_anew(counts, on)
    return counts.total()


@transaction.atomic
def _write_anew(counts: Counter[tuple[str, str, Waiting]], on: date) -> None:
    Waiters.objects.all().delete()
    Waiters.objects.bulk_create(
        Waiters(
            division=place,
            occupation_id=occupation,
            grade=waiting.grade,
            wait=waiting.wait,
            rule=waiting.rule,
            people=people,
            counted_on=on,
        )
        for (place, occupation, waiting), people in counts.items()
    )
