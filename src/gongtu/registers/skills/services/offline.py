"""All that checks a certificate without a network, in one piece: kept, and good for some days."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.core.cache import cache

from gongtu.engines.credentials import offline as credentials
from gongtu.engines.credentials.clocks import clocks_differ
from gongtu.engines.credentials.dids import did_of
from gongtu.parties.models import Organisation
from gongtu.parties.roles import HRSS
from gongtu.records.context import instant_of
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Assessor, AssessorFiling

# A list is signed once a minute, not once for everybody who asks.
FRESH_SECONDS = 60


def offline_material(*, on: date) -> dict[str, Any]:
    """Issuers with their keys and filings, the status lists, and the instant all this was true.

    Beside it by how many minutes a device's clock may differ.
    """
    key = f"offline-material:{on}"
    told: dict[str, Any] | None = cache.get(key)
    if told is None:
        told = _material(on)
        cache.set(key, told, FRESH_SECONDS)
    return told


def _material(on: date) -> dict[str, Any]:
    at = instant_of(on)
    keys, filings, more = credentials.keys_by_issuer(), _filings(), credentials.told_by_issuer()
    known = keys.keys() | filings.keys() | more.keys()
    bodies = Organisation.objects.filter(pk__in=known).order_by("pk")
    issuers = {
        did_of(one.pk): {
            "name": one.name,
            "keys": keys.get(one.pk, []),
            "filings": filings[one.pk],
            "archive": one.kind == HRSS,
            **more.get(one.pk, {}),
        }
        for one in bodies
    }
    return {
        "at": at.isoformat(timespec="seconds"),
        "clocks_differ_minutes": clocks_differ(at).total_seconds() / 60,
        "issuers": issuers,
        "assessors": _assessors(),
        "lists": credentials.lists_by_address(on=on),
        "contexts": list(credentials.CONTEXTS),
        "codes": credentials.codes(),
    }


def _assessors() -> dict[str, str]:
    """Whose the prefix of a certificate's number is."""
    owners = Assessor.objects.order_by("prefix").values_list("prefix", "organisation")
    return {prefix: did_of(owner) for prefix, owner in owners}


def _filings() -> defaultdict[int, list[dict[str, Any]]]:
    """What each assessor was ever filed for; of a day, those count that had begun and not ended."""
    told: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for filing in AssessorFiling.objects.select_related("assessor").order_by("id"):
        told[filing.assessor.organisation_id].append(
            {
                "occupation": filing.occupation_id,
                "grades": _between(Grade(filing.lowest), Grade(filing.highest)),
                "since": filing.since.isoformat(),
                "until": filing.until.isoformat() if filing.until else None,
            }
        )
    return told


def _between(lowest: Grade, highest: Grade) -> list[str]:
    return [grade.value for grade in Grade if lowest.rank <= grade.rank <= highest.rank]
