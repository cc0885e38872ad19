"""Made-up names and numbers that pass every check, drawn from one seeded source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from stdnum.cn import ric, uscc

from gongtu.base.marked import read_yaml

YOUNGEST, OLDEST = date(2006, 1, 1), date(1968, 1, 1)
SERIALS = 900
ENTERPRISE, UNION = "91", "81"


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of business with the occupations it employs."""

    name: str
    industry: str
    occupations: tuple[str, ...]


class Names:
    """The city's words for its demo, and numbers made from them."""

    def __init__(self, path: Path, random: Random, serial: int = 0) -> None:
        told: dict[str, Any] = read_yaml(path).plain
        self.random = random
        self.today: date = told["today"]
        self._surnames, self._given = told["surnames"], told["given"]
        self._brands = told["brands"].split()
        self.trades = [
            Trade(t["name"], t["industry"], tuple(t["occupations"])) for t in told["trades"]
        ]
        self._suffix, self._state = told["suffix"], told["suffix_state"]
        self.union_suffix: str = told["union_suffix"]
        self.schools: list[str] = told["schools"]
        self.providers: list[str] = told["providers"]
        self.industry_bodies: list[str] = told["industry_bodies"]
        self.assessors: list[str] = told["assessors"]
        self._used: set[str] = set()
        self._serial = serial

    def person(self) -> str:
        """A family name and one or two more characters."""
        given = self.random.sample(self._given, self.random.choice((1, 2, 2)))
        return "".join([self.random.choice(self._surnames), *given])

    def enterprise(self, place: str, trade: Trade, *, state_owned: bool) -> str:
        """A name not given out before."""
        suffix = self._state if state_owned else self._suffix
        while True:
            brand = "".join(self.random.sample(self._brands, self.random.choice((1, 1, 2))))
            name = f"{place[:2]}{brand}{trade.name}{suffix}"
            if name not in self._used:
                self._used.add(name)
                return name

    def id_number(self, region: str) -> str:
        """A number with its check digit; serials run on, so that none comes twice."""
        self._serial += 1
        days = (YOUNGEST - OLDEST).days
        born = OLDEST + timedelta(days=(self._serial // SERIALS * 37 + self._serial * 11) % days)
        first = f"{region}{born:%Y%m%d}{self._serial % SERIALS + 100:03d}"
        return first + ric.calc_check_digit(first + "0")

    def credit_code(self, kind: str, region: str) -> str:
        """A unified social credit code with both its check characters."""
        self._serial += 1
        body = f"{kind}{region}DM{self._serial:06d}"
        body += _organisation_check(f"DM{self._serial:06d}")
        return body + uscc.calc_check_digit(body)

    def day(self, since: date, until: date) -> date:
        """Some day of the span, its end excluded."""
        return since + timedelta(days=self.random.randrange((until - since).days))


def _organisation_check(code: str) -> str:
    """The check character of an organisation code (GB 11714)."""
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    total = sum(w * letters.index(c) for w, c in zip(weights, code, strict=True))
    check = 11 - total % 11
    return {10: "X", 11: "0"}.get(check, str(check))
