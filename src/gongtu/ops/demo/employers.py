"""What the demo's enterprises are and were, and what they told of their years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gongtu.base.money import Yuan
from gongtu.ops.demo.town import Town
from gongtu.parties.choices import Size
from gongtu.parties.models import Organisation, OrganisationStanding
from gongtu.registers.employers import services as employers
from gongtu.registers.employers.choices import PlatformKind, Recogniser
from gongtu.registers.innovation import services as innovation
from gongtu.registers.innovation.choices import Way

BEGUN_ON, GROWN_ON, TAKEN_OVER_ON = date(2026, 3, 1), date(2026, 6, 15), date(2026, 8, 3)
SOURCE = "企业登记（演示）"
GROWTH = 9
SIZES = ((1000, Size.LARGE), (300, Size.MEDIUM), (20, Size.SMALL), (0, Size.MICRO))
BATCH = 2000
TELLING, CERTIFIED, AREA = 60, 12, 80
TOLD_ON, CERTIFIED_SINCE, RECOGNISED_ON = date(2026, 4, 20), date(2024, 7, 1), date(2020, 6, 1)
STUDIOS = slice(20, 32)
LICENSED_ON = date(2025, 3, 1)
FIGURES = "年度填报（演示）"
WAGE, LICENCE_FEE = Yuan(6500), Yuan(120_000)
DRAWN = (Decimal("1.5"), Decimal("2.5"), Decimal("1.2"))
FRONT_LINE = (Decimal(72), Decimal(65), Decimal(70))
SHARES = (Decimal(60), Decimal(40))
INVESTED = Decimal("0.8")


def stand(town: Town) -> None:
    """Each enterprise as it began, some as they have grown; the cast's second was taken over."""
    rows = []
    for enterprise in town.enterprises:
        now = enterprise.headcount or 0
        before = now - now // GROWTH
        rows.append(_standing(enterprise, BEGUN_ON, before))
        rows.append(_standing(enterprise, GROWN_ON, now))
    second = town.enterprises[len(town.districts)]
    rows.append(_standing(second, TAKEN_OVER_ON, second.headcount or 0, state_owned=True))
    OrganisationStanding.objects.bulk_create(rows, batch_size=BATCH)
    second.state_owned = True
    second.save(update_fields=["state_owned"])


def tell(town: Town) -> None:
    """Last year's figures of the larger enterprises; platforms, a certification, and a result."""
    for place, enterprise in enumerate(town.enterprises[:TELLING]):
        people = enterprise.headcount or 0
        wages = WAGE * 12 * people
        drawn = wages.percent(DRAWN[place % len(DRAWN)])
        employers.record_year(
            enterprise.pk,
            town.on.year - 1,
            source=FIGURES,
            by=town.builder,
            on=TOLD_ON,
            wages=wages,
            fund_drawn=drawn,
            fund_used=drawn,
            frontline_used=drawn.percent(FRONT_LINE[place % len(FRONT_LINE)]),
            vocational_investment=wages.percent(INVESTED),
            turnover_taxes=wages,
            report_published_on=TOLD_ON,
        )
    for enterprise in town.enterprises[:CERTIFIED]:
        employers.record_certification(
            enterprise.pk,
            level=Recogniser.PROVINCIAL,
            since=CERTIFIED_SINCE,
            instrument=FIGURES,
            by=town.builder,
            on=TOLD_ON,
        )
    for place, kind in enumerate(PlatformKind):
        _platform(town, town.enterprises[place], kind)
    for enterprise in town.enterprises[STUDIOS]:
        _platform(town, enterprise, PlatformKind.MASTER_STUDIO)
    _result(town)


def _platform(town: Town, enterprise: Organisation, kind: PlatformKind) -> None:
    platform = employers.Recognised(
        kind=kind,
        name=f"{enterprise.name}{kind.label}",
        level=Recogniser.NATIONAL if kind is PlatformKind.MASTER_STUDIO else Recogniser.CITY,
        recognised_on=RECOGNISED_ON,
        instrument=FIGURES,
        floor_area=AREA,
    )
    employers.recognise_platform(enterprise.pk, platform, by=town.builder, on=TOLD_ON)


def _result(town: Town) -> None:
    """A result of the cast's welder and a colleague, licensed to others, with nothing agreed."""
    first = town.enterprises[0]
    makers = town.staff[first.pk][2:4]
    result = innovation.Result(
        name="焊接工装改进（演示）",
        way=Way.TRANSFER,
        began_on=LICENSED_ON,
        source=FIGURES,
        agreed=False,
    )
    shares = dict(zip((maker.pk for maker in makers), SHARES, strict=True))
    found = innovation.record_transformation(first.pk, result, shares, by=town.builder, on=TOLD_ON)
    innovation.record_gain(found, town.on.year - 1, LICENCE_FEE, by=town.builder, on=TOLD_ON)


def _standing(
    enterprise: Organisation, since: date, headcount: int, *, state_owned: bool | None = None
) -> OrganisationStanding:
    owned = enterprise.state_owned if state_owned is None else state_owned
    return OrganisationStanding(
        organisation=enterprise,
        since=since,
        headcount=headcount,
        state_owned=owned,
        size=next(size for least, size in SIZES if headcount >= least),
        source=SOURCE,
        recorded_on=since,
    )
