"""Apprentices under way and done with, and workers of whom two jobs at once are on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from gongtu.ops.demo.plays import RECONSIDER, WITHDRAW, Play, Turn, cut
from gongtu.ops.demo.town import Town
from gongtu.parties import services as parties
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership
from gongtu.parties.roles import Role
from gongtu.registers.ladder.queries import overlaps_of

APPRENTICES, OVERLAPPING, AGO = 6, 10, 40
BEGAN, ENDED, GOES_ON = date(2026, 2, 2), date(2026, 9, 1), date(2027, 9, 1)
SECOND_JOB = date(2026, 6, 15)


def learn_and_ask(town: Town) -> Iterator[Play]:
    """What enterprises record of apprentices, and what workers ask about their own record."""
    yield from _apprentices(town)
    yield from _overlapping(town)


def _jobs(town: Town, skip: int, many: int) -> Iterator[Membership]:
    """Of the third enterprise's staff, none of them in the cast or an officer."""
    cast = [account.person_id for account in town.cast.values() if account.person_id]
    jobs = Membership.objects.filter(
        organisation=town.enterprises[2], kind=MembershipKind.EMPLOYMENT, since__lt=BEGAN
    ).exclude(person__in=cast)
    plain = jobs.filter(person__offices=None).select_related("person").order_by("id")
    return islice(plain, skip, skip + many)


def _apprentices(town: Town) -> Iterator[Play]:
    clerk = town.officer(town.enterprises[2].pk)
    for place, job in enumerate(_jobs(town, 0, APPRENTICES)):
        until = GOES_ON if place % 3 == 0 else ENDED
        answers = {
            "apprentice": str(job.person_id),
            "occupation": job.occupation,
            "since": BEGAN.isoformat(),
            "until": until.isoformat(),
        }
        broken = Turn("break_off", clerk, 100, reason="本人转岗，培养中止。")
        finished = Turn("finish", clerk, (ENDED - BEGAN).days)
        turns = ([], [finished], [broken])[place % 3]
        yield Play("apprentice-record", clerk, BEGAN, answers, turns)


def _overlapping(town: Town) -> Iterator[Play]:
    other = town.enterprises[3]
    for place, job in enumerate(_jobs(town, APPRENTICES, OVERLAPPING)):
        parties.employ(
            job.person, other, occupation=job.occupation, since=SECOND_JOB, by=town.builder,
            on=town.on,
        )  # fmt: skip
        (overlap,) = overlaps_of(job.person_id)
        worker, officer = town.worker(job.person), town.office(Role.HRSS, job.person.division_id)
        right = {"earlier_until": SECOND_JOB, "proof": "原单位出具的解除证明（合成事实）。"}
        settled = Turn("correct", officer, 6, right)
        more = Turn("ask_more", officer, 4, reason="请附原单位的解除证明。")
        again = Turn("resubmit", worker, 3, reason="已附。")
        kept = Turn("keep", officer, 5, reason="两份劳动合同均为非全日制，缴费记录相符。")
        once_more = Turn(RECONSIDER, worker, 3, reason="前一份合同五月已经解除，请复核。")
        paths = [[settled], [more, again, settled], [kept, once_more], [Turn(WITHDRAW, worker, 2)]]
        opened = town.on - timedelta(days=AGO - place)
        yield Play(
            "employment-correction", worker, opened, {"overlap": overlap.key}, cut(paths, place)
        )
