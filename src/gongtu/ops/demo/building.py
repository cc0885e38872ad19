"""Building the demo city, step by step, in one transaction: whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from django.db import transaction

from gongtu.base.marked import read_yaml
from gongtu.engines.casework import services as casework
from gongtu.ops.demo import (
    careers,
    cases,
    crediting,
    decisions,
    employers,
    people,
    recognition,
    records,
    schools,
    skills,
    standards,
    statements,
)
from gongtu.ops.demo.names import Names
from gongtu.ops.demo.town import SEED, Town
from gongtu.policy.city import City
from gongtu.records.context import instant_of
from gongtu.records.journal import seals
from gongtu.registers.ladder.services import count_waiters

Tell = Callable[[str], None]


@transaction.atomic
def build(city: City, tell: Tell) -> Town:
    """The whole demo city; `tell` hears each step as it begins."""
    random = Random(SEED)  # noqa: S311 - the same city every time, nothing secret
    names = Names(city.folder / "demo" / "names.yaml", random)
    town = Town(city, random, names, [district.code for district in city.districts])
    members = {
        email: told.plain
        for email, told in read_yaml(city.folder / "demo" / "cast.yaml").fields.items()
    }
    for says, step in (
        ("职业分类 / occupations", lambda: skills.classify(town)),
        ("机关 / public bodies", lambda: people.found(town)),
        ("企业、工会、职工 / enterprises, unions, workers", lambda: people.settle(town)),
        ("院校 / schools", lambda: schools.found(town)),
        ("企业的规模和变化 / what enterprises are and were", lambda: employers.stand(town)),
        ("演示人物 / the cast", lambda: people.bring_the_cast(town, members)),
        ("企业填报与平台 / figures and platforms", lambda: _tell(town)),
        ("资金与核定的标准 / funds and decided parameters", lambda: _decide(town)),
        ("备案与证书 / filings and certificates", lambda: skills.certify(town)),
        ("学历、荣誉、培训 / schooling, honours, training", lambda: _put_on_record(town)),
        ("职业标准 / occupational standards", lambda: standards.draft_standards(town)),
        ("企业的职业发展 / careers in enterprises", lambda: _care(town)),
        ("办件 / cases", lambda: cases.play_all(town)),
        ("时钟与日志封存 / clocks and seal", lambda: _wind_up(town)),
    ):
        tell(says)
        step()
    return town


def _tell(town: Town) -> None:
    employers.tell(town)
    recognition.pay_by_grade(town)


def _put_on_record(town: Town) -> None:
    schools.train(town)
    schools.announce(town)
    crediting.publish(town)
    records.put_on_record(town)
    statements.issue(town)


def _care(town: Town) -> None:
    careers.plan(town)
    careers.treat(town)
    careers.guide(town)
    count_waiters(on=town.on)


def _decide(town: Town) -> None:
    decisions.endow(town)
    decisions.decide(town)
    decisions.leave_pending(town)


def _wind_up(town: Town) -> None:
    casework.run_clock(town.on)
    seals.seal(instant_of(town.on))
