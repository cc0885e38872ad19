"""Reads the files of a city; every mistake is noted with its line, and reading goes on."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gongtu.base.marked import Marked, read_csv, read_yaml
from gongtu.law.obligations import Bearer
from gongtu.policy.city.fields import Fields
from gongtu.policy.city.parts import (
    Department,
    Division,
    Honour,
    Letterhead,
    Mechanism,
    TrustedIssuer,
)

CONFIDENCES = ("high", "medium", "low", "unconfirmed")
LEVELS = ("city", "district")
TRUSTED_ISSUER = frozenset({"did", "name", "source", "since", "until", "lists"})
# A host by its name, a port if need be, and the beginning of a path; no step in it leads upwards.
WEB_ADDRESS = re.compile(
    r"https://(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*(?::[1-9]\d{0,4})?(?:/(?!\.{1,2}(?:/|$))[\w.~-]+)*/?",
    re.ASCII,
)


class Reading(Fields):
    """One pass over one city's folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def city(self, top: Marked) -> dict[str, Any]:
        """The fields of `City` that stand in city.yaml."""
        return {
            **{name: self._text(top, name) for name in ("key", "name", "name_en")},
            **{name: self._text(top, name) for name in ("division", "province")},
            "time_zone": self._zone(top),
            "addresses": self._texts(top, "addresses"),
            "numbers": self._numbers(self._part(top, "numbers")),
            "proofs": self._texts(top, "proofs") if "proofs" in top.fields else (),
            "letterheads": {
                key: self._letterhead(entry)
                for key, entry in self._part(top, "letterheads").fields.items()
            },
        }

    def divisions(self, path: Path) -> tuple[Division, ...]:
        """The city and its districts; each code once, each parent known."""
        found: dict[str, Division] = {}
        for line, row in read_csv(path, "code", "name", "name_en", "level", "kind", "parent"):
            division = Division(**row)
            if division.code in found:
                self.problems.append(f"{path}:{line}: division {division.code} stands twice")
            if division.level not in LEVELS:
                self.problems.append(f"{path}:{line}: level {division.level!r} is none of {LEVELS}")
            if division.level == "district" and division.parent not in found:
                self.problems.append(f"{path}:{line}: unknown parent {division.parent!r}")
            found[division.code] = division
        return tuple(found.values())

    def streets(self, path: Path) -> tuple[Division, ...]:
        """The streets and towns, or none where the city has no such file."""
        if not path.exists():
            return ()
        rows = (row for _, row in read_csv(path, "code", "name", "parent"))
        return tuple(Division(name_en="", level="street", **row) for row in rows)

    def departments(self, top: Marked) -> tuple[tuple[Department, ...], tuple[Mechanism, ...]]:
        """The departments and the bodies of coordination of departments.yaml."""
        departments = self._part(top, "departments").fields.items()
        mechanisms = self._part(top, "mechanisms").fields.items()
        return (
            tuple(self._department(key, entry) for key, entry in departments),
            tuple(self._mechanism(key, entry) for key, entry in mechanisms),
        )

    def honours(self, path: Path) -> tuple[Honour, ...]:
        """The titles of honour, or none where the city has no such file."""
        if not path.exists():
            return ()
        return tuple(self._honour(key, entry) for key, entry in read_yaml(path).fields.items())

    def trusted_issuers(self, path: Path) -> tuple[TrustedIssuer, ...]:
        """Issuers elsewhere whose certificates are believed; none where there is no such file."""
        if not path.exists():
            return ()
        return tuple(self._trusted_issuer(entry) for entry in read_yaml(path).fields.values())

    def check_whole(
        self,
        code: str,
        divisions: tuple[Division, ...],
        departments: tuple[Department, ...],
        letterheads: Mapping[str, Letterhead],
    ) -> None:
        """Note what only shows when the files are seen together."""
        cities = [division.code for division in divisions if division.level == "city"]
        if cities != [code]:
            self.problems.append(
                f"{self.folder / 'divisions.csv'}:1: one city, {code}, is expected"
            )
        known = {department.key for department in departments}
        for key in (key for key in letterheads if key not in known):
            self.problems.append(f"{self.folder / 'city.yaml'}:1: letterhead of unknown {key!r}")
        for name in ("statute", "obligations", "calendar"):
            if not any((self.folder / name).glob("*.yaml")):
                self.problems.append(f"{self.folder / name}:1: holds no YAML file")

    def _department(self, key: str, entry: Marked) -> Department:
        city = self._part(entry, "city")
        district = entry.fields.get("district")
        return Department(
            key=key,
            bearers=self._bearers(entry),
            role=self._text(entry, "role", default=""),
            name=self._text(city, "name"),
            name_en=self._text(city, "name_en"),
            district_name=self._pattern(district, "name") if district else "",
            district_name_en=self._pattern(district, "name_en") if district else "",
            **self._sourced(entry),
        )

    def _mechanism(self, key: str, entry: Marked) -> Mechanism:
        name, name_en = self._text(entry, "name"), self._text(entry, "name_en")
        return Mechanism(key=key, name=name, name_en=name_en, **self._sourced(entry))

    def _honour(self, key: str, entry: Marked) -> Honour:
        words = ("name", "name_en", "granted_by", "source")
        term = entry.fields.get("term_years", entry)
        if term.value is not None and not isinstance(term.value, int):
            self.problems.append(term.says("term_years: whole years or null are expected"))
        return Honour(
            key=key,
            **{word: self._text(entry, word) for word in words},
            term_years=term.value if isinstance(term.value, int) else None,
            confidence=self._confidence(entry),
        )

    def _trusted_issuer(self, entry: Marked) -> TrustedIssuer:
        for name in sorted(entry.fields.keys() - TRUSTED_ISSUER):
            self.problems.append(entry.fields[name].says(f"unknown field {name!r}"))
        did = self._text(entry, "did")
        if did and not did.startswith("did:web:"):
            self.problems.append(entry.fields["did"].says("did: a did:web name is expected"))
        since, until = (self._day(entry, name) for name in ("since", "until"))
        if since is None:
            self.problems.append(entry.says("since: a day is expected"))
        if since and until and until < since:
            self.problems.append(entry.fields["until"].says("until: a day before since"))
        return TrustedIssuer(
            did, self._text(entry, "name"), self._text(entry, "source"), since or date.max, until,
            self._web_addresses(entry, "lists"),
        )  # fmt: skip

    def _web_addresses(self, entry: Marked, name: str) -> tuple[str, ...]:
        """The web addresses of a list, or none where there is no such list."""
        marks = self._list(entry, name) if name in entry.fields else ()
        for mark in marks:
            if not isinstance(mark.value, str) or not WEB_ADDRESS.fullmatch(mark.value):
                says = f"{name}: an https address is expected, as https://lists.example/school"
                self.problems.append(mark.says(says))
        return tuple(str(mark.value) for mark in marks)

    def _day(self, entry: Marked, name: str) -> date | None:
        told = entry.fields.get(name, entry)
        if type(told.value) is date:
            return told.value
        if told is not entry and told.value is not None:
            self.problems.append(told.says(f"{name}: a day is expected, as 2026-09-01"))
        return None

    def _sourced(self, entry: Marked) -> dict[str, Any]:
        articles = self._list(entry, "articles")
        return {
            "articles": tuple(article.value for article in articles),
            "source": self._text(entry, "source"),
            "confidence": self._confidence(entry),
        }

    def _confidence(self, entry: Marked) -> str:
        confidence = self._text(entry, "confidence")
        if confidence and confidence not in CONFIDENCES:
            place = entry.fields["confidence"]
            self.problems.append(place.says(f"confidence is none of {', '.join(CONFIDENCES)}"))
        return confidence

    def _letterhead(self, entry: Marked) -> Letterhead:
        texts = {name: self._text(entry, name) for name in ("word", "address", "phone", "hours")}
        synthetic = entry.fields.get("synthetic", entry)
        if not isinstance(synthetic.value, bool):
            self.problems.append(synthetic.says("synthetic: true or false is expected"))
        return Letterhead(**texts, synthetic=synthetic.value is True)

    def _bearers(self, entry: Marked) -> tuple[Bearer, ...]:
        named = self._list(entry, "bearers")
        for mark in (mark for mark in named if mark.value not in list(Bearer)):
            self.problems.append(mark.says(f"unknown bearer {mark.value!r}"))
        return tuple(Bearer(mark.value) for mark in named if mark.value in list(Bearer))

    def _numbers(self, entry: Marked) -> dict[str, str]:
        pattern = self._text(entry, "letter")
        self._try(pattern, entry, "letter", word="", year=2000, serial=1)
        return {"letter": pattern}

    def _pattern(self, entry: Marked, name: str) -> str:
        pattern = self._text(entry, name)
        self._try(pattern, entry, name, name="", name_en="")
        return pattern

    def _try(self, pattern: str, entry: Marked, at: str, **values: object) -> None:
        try:
            pattern.format(**values)
        except (KeyError, ValueError, IndexError):
            takes = " and ".join(f"{{{value}}}" for value in values)
            self.problems.append(entry.fields[at].says(f"a pattern takes {takes} only"))

    def _zone(self, top: Marked) -> ZoneInfo:
        name = self._text(top, "time_zone")
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            if name:
                self.problems.append(top.fields["time_zone"].says(f"no time zone {name!r}"))
            return ZoneInfo("UTC")
