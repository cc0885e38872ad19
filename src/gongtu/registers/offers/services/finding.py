"""Making offers of what a run found: new ones open, those no longer owed lapse, the rest stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from gongtu.base.digests import canonical_json, sha256_hex
from gongtu.engines.casework.queries import standing_claims
from gongtu.engines.entitlement.declare import Benefit, Subject
from gongtu.engines.entitlement.explaining import Explanation, Owed, explain
from gongtu.parties.capacity import CLOCK
from gongtu.parties.queries import places_of
from gongtu.records.journal.lines import Line
from gongtu.records.journal.services import write_many
from gongtu.registers.offers.choices import LIVE, OfferState, Taken
from gongtu.registers.offers.declare import Beneficiary, Found, Near
from gongtu.registers.offers.models import NearMiss, Offer, Run
from gongtu.registers.offers.queries.declines import decliners_of
from gongtu.registers.offers.queries.offers import procedure_of

BATCH = 1000
NO_LONGER_OWED = "no-longer-owed"
Place = tuple[Beneficiary, str]


@dataclass(slots=True)
class Tally:
    """What became of one benefit; `unconfirmed` were owed by the run, but not when asked singly."""

    made: int = 0
    kept: int = 0
    lapsed: int = 0
    claimed: int = 0
    declined: int = 0
    unconfirmed: int = 0

    def as_json(self) -> dict[str, int]:
        return asdict(self)


@transaction.atomic
def write_offers(benefit: Benefit, found: Iterable[Found], *, run: Run, on: date) -> Tally:
    """Bring the offers of one benefit in line with what is owed; again changes nothing.

    Whoever declined or claimed it already is left alone.
    """
    tally = Tally()
    owed = {(one.beneficiary, one.subject): one for one in found}
    claims = _claims(benefit)
    live = {_place(o): o for o in Offer.objects.filter(benefit=benefit.key, state__in=LIVE)}
    _end(live, owed, claims, tally, on=on)
    decliners = decliners_of(benefit.key)
    for place, one in owed.items():
        if place in claims or (place[0], "") in claims:
            tally.claimed += 1
        elif place[0] in decliners:
            tally.declined += 1
        elif place in live:
            _keep(live[place], one, tally)
    fresh = [
        one
        for place, one in owed.items()
        if not ({place, (place[0], "")} & claims.keys() or place[0] in decliners or place in live)
    ]
    _make(benefit, fresh, tally, run=run, on=on)
    return tally


def write_near_misses(run: Run, near: Mapping[str, Iterable[Near]]) -> dict[str, dict[str, int]]:
    """Replace who lacks one condition by what this run saw; counts by benefit and condition."""
    counts: dict[str, dict[str, int]] = {}
    for benefit, misses in near.items():
        rows = list(misses)
        for row in rows:
            here = counts.setdefault(benefit, {})
            here[row.condition] = here.get(row.condition, 0) + 1
        with transaction.atomic():
            NearMiss.objects.filter(benefit=benefit).delete()
            for some in _batches(rows):
                _note(run, some)
    return counts


def _note(run: Run, rows: list[Near]) -> None:
    places = places_of(
        {r.beneficiary.person for r in rows}, {r.beneficiary.organisation for r in rows}
    )
    NearMiss.objects.bulk_create(
        NearMiss(
            run=run, benefit=row.benefit, condition=row.condition, subject=row.subject,
            person_id=row.beneficiary.person, organisation_id=row.beneficiary.organisation,
            division=places.get(row.beneficiary.person or row.beneficiary.organisation, ""),
        )
        for row in rows
    )  # fmt: skip


def _claims(benefit: Benefit) -> dict[Place, str]:
    """Who has claimed it for what: a claim that runs or was granted, with its number."""
    _benefit, procedure = procedure_of(benefit.key)
    return {
        (Beneficiary(claim.person, claim.organisation), claim.record): claim.number
        for claim in standing_claims(procedure.key)
    }


def _end(
    live: dict[Place, Offer],
    owed: Mapping[Place, Found],
    claims: Mapping[Place, str],
    tally: Tally,
    *,
    on: date,
) -> None:
    """Take out of `live` what was claimed meanwhile, and what is no longer owed."""
    ended: list[Offer] = []
    for place, offer in list(live.items()):
        number = claims.get(place) or claims.get((place[0], ""))
        if number is not None:
            offer.state, offer.taken_by = OfferState.TAKEN, Taken.OWN_CLAIM
            offer.case_number = number
        elif place not in owed:
            offer.state, offer.because = OfferState.LAPSED, NO_LONGER_OWED
            tally.lapsed += 1
        else:
            continue
        offer.ended_on = on
        ended.append(live.pop(place))
    fields = ["state", "taken_by", "case_number", "because", "ended_on"]
    Offer.objects.bulk_update(ended, fields, batch_size=BATCH)
    write_many(line(offer, f"offer-{offer.state}", on=on) for offer in ended)


def _keep(offer: Offer, found: Found, tally: Tally) -> None:
    tally.kept += 1
    fen = found.amount.fen if found.amount else None
    if offer.amount != fen:
        Offer.objects.filter(pk=offer.pk).update(amount=fen)


def _make(benefit: Benefit, fresh: list[Found], tally: Tally, *, run: Run, on: date) -> None:
    for some in _batches(fresh):
        made = list(_asked_again(benefit, some, tally, run=run, on=on))
        places = places_of({o.person_id for o in made}, {o.organisation_id for o in made})
        for offer in made:
            offer.division = places.get(offer.person_id or offer.organisation_id, "")
        Offer.objects.bulk_create(made)
        write_many(line(offer, "offered", on=on) for offer in made)
        tally.made += len(made)


def _asked_again(
    benefit: Benefit, found: list[Found], tally: Tally, *, run: Run, on: date
) -> Iterator[Offer]:
    """Each asked singly before it is offered: what a person's own page denies is never offered."""
    subjects: dict[Beneficiary, dict[str, Subject]] = {}
    for one in found:
        whose = one.beneficiary
        if whose not in subjects:
            subjects[whose] = {s.key: s for s in benefit.subjects(whose.key, on)}
        subject = subjects[whose].get(one.subject)
        told = explain(benefit, subject, on=on) if subject else None
        if told is None or told.verdict is not Owed.OWED or told.amount != one.amount:
            tally.unconfirmed += 1
        else:
            yield _offer(one, told, run=run, on=on)


def _offer(found: Found, told: Explanation, *, run: Run, on: date) -> Offer:
    return Offer(
        person_id=found.beneficiary.person,
        organisation_id=found.beneficiary.organisation,
        benefit=found.benefit,
        subject=found.subject,
        title=told.subject.title[:200],
        amount=found.amount.fen if found.amount else None,
        explanation=sha256_hex(canonical_json(told.as_json())),
        found_in=run,
        made_on=on,
    )


def line(offer: Offer, kind: str, *, on: date, by: Any = CLOCK) -> Line:
    """What is written down of an offer, in the chain of its beneficiary."""
    whose = Beneficiary(offer.person_id, offer.organisation_id)
    what = {
        **whose.where, "division": offer.division, "benefit": offer.benefit,
        "subject": offer.subject, "case": offer.case_number,
    }  # fmt: skip
    return Line(chain=whose.chain, kind=kind, on=on, by=by, what=what)


def _place(offer: Offer) -> Place:
    return Beneficiary(offer.person_id, offer.organisation_id), offer.subject


def _batches(rows: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]
