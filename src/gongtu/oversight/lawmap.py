"""The chain article → obligation → provision → indicator → open cases, for every norm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gongtu.engines.casework import registry as procedures
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.entitlement import registry as benefits
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.duties import registry as duties
from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.engines.indicators import registry as indicators
from gongtu.engines.indicators.declare import Indicator
from gongtu.law import services
from gongtu.law.obligations import Obligation
from gongtu.law.services import Service
from gongtu.oversight.norms import norms

Provision = Procedure | Benefit | Service


class State(StrEnum):
    """How far the software carries a norm out."""

    CARRIED_OUT = "carried-out"
    NOT_YET = "not-yet"
    NOTHING_TO_DO = "nothing-to-do"


@dataclass(frozen=True, slots=True)
class Row:
    """One norm with everything that fulfils it."""

    obligation: Obligation
    procedures: tuple[Procedure, ...]
    benefits: tuple[Benefit, ...]
    duties: tuple[Duty, ...]
    services: tuple[Service, ...]
    indicators: tuple[Indicator, ...]

    @property
    def provisions(self) -> tuple[Provision, ...]:
        return (*self.procedures, *self.benefits, *self.services)

    @property
    def state(self) -> State:
        """A duty of which only people can tell is named to its bearer, not carried out."""
        if self.provisions or any(duty.met for duty in self.duties):
            return State.CARRIED_OUT
        return State.NOT_YET if self.obligation.concerns_platform else State.NOTHING_TO_DO

    def as_json(self) -> dict[str, Any]:
        """One row of `lawmap --json`."""
        norm = self.obligation
        return {
            "key": norm.key,
            "article": norm.article,
            "paragraph": norm.paragraph,
            "force": norm.force.value,
            "bearers": [bearer.value for bearer in norm.bearers],
            "what": norm.what,
            "what_en": norm.what_en,
            "provisions": [provision.key for provision in self.provisions],
            "duties": [duty.key for duty in self.duties],
            "indicators": [indicator.key for indicator in self.indicators],
            "state": self.state.value,
            "because": norm.nothing_because,
        }


def law_map() -> list[Row]:
    """Every norm of the active city, in the statute's order."""
    return [_row(norm) for norm in norms().values()]


def rows_of(article: int | str) -> list[Row]:
    """The norms of one article."""
    return [row for row in law_map() if str(row.obligation.article) == str(article)]


def row_of(key: str) -> Row | None:
    """The norm of that key, or None."""
    norm = norms().get(key)
    return None if norm is None else _row(norm)


def _row(norm: Obligation) -> Row:
    return Row(
        obligation=norm,
        procedures=_fulfilling(norm, procedures.procedures()),
        benefits=_fulfilling(norm, benefits.benefits()),
        duties=_fulfilling(norm, duties.duties()),
        services=_fulfilling(norm, services.services()),
        indicators=_fulfilling(norm, indicators.indicators()),
    )


def _fulfilling(norm: Obligation, declared: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(one for one in declared if norm.key in one.fulfils)
