"""What a scenario says an enterprise had on record before."""

from datetime import date
from typing import Any

from gongtu.parties.capacity import CLOCK
from gongtu.registers.employers import services as employers
from gongtu.registers.employers.choices import Partner, PlatformKind, Recogniser
from gongtu.registers.employers.models import ApprenticeClass, TrainingPlatform

EARLIER = {"granted_by": "20250000001", "subsidised_by": "20250000001"}


def furnish_employer(works: int, given: dict[str, Any]) -> None:
    """Its training platform and its class of apprentices, as far as it is said."""
    if "platform" in given:
        _platform(works, given["platform"])
    if "apprentices" in given:
        _class(works, given["apprentices"])


def _platform(works: int, told: dict[str, Any]) -> None:
    recognised = employers.Recognised(
        kind=PlatformKind(told["kind"]),
        name="工作室",
        level=Recogniser(told["level"]),
        recognised_on=told["recognised_on"],
        instrument="认定文件",
        floor_area=told.get("floor_area"),
    )
    row = employers.recognise_platform(works, recognised, by=CLOCK, on=date(2026, 9, 1))
    dates = ("ended_on", "granted_on")
    later: dict[str, Any] = {name: told[name] for name in dates if name in told}
    if "granted_on" in later:
        later["granted_by"] = EARLIER["granted_by"]
    if later:
        TrainingPlatform.objects.filter(pk=row.pk).update(**later)


def _class(works: int, told: dict[str, Any]) -> None:
    plain = {name: value for name, value in told.items() if name != "subsidised_on"}
    agreed = employers.Agreed(**{**plain, "partner": Partner(told["partner"])})
    row = employers.open_class(works, agreed, by=CLOCK, on=date(2026, 9, 1))
    if "subsidised_on" in told:
        ApprenticeClass.objects.filter(pk=row.pk).update(
            subsidised_on=told["subsidised_on"], subsidised_by=EARLIER["subsidised_by"]
        )
