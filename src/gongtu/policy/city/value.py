"""The city itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from gongtu.base.errors import Broken
from gongtu.base.marked import read_yaml
from gongtu.law.register import list_versions
from gongtu.policy.city.parts import (
    Body,
    Department,
    Division,
    Honour,
    Letterhead,
    Mechanism,
    TrustedIssuer,
)
from gongtu.policy.city.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """One city's own data.  Paths are inside its folder; large lists are read by who needs them."""

    folder: Path
    key: str
    name: str
    name_en: str
    division: str
    province: str
    time_zone: ZoneInfo
    addresses: tuple[str, ...]
    numbers: Mapping[str, str] = field(hash=False)
    letterheads: Mapping[str, Letterhead] = field(hash=False)
    divisions: tuple[Division, ...]
    streets: tuple[Division, ...]
    departments: tuple[Department, ...]
    mechanisms: tuple[Mechanism, ...]
    honours: tuple[Honour, ...] = ()
    proofs: tuple[str, ...] = ()
    trusted_issuers: tuple[TrustedIssuer, ...] = ()

    @classmethod
    def load(cls, folder: Path) -> "City":
        """Read and check a city's folder.

        Raises:
            Broken: All mistakes at once, each with its file and line.
        """
        reading = Reading(folder)
        departments, mechanisms = reading.departments(read_yaml(folder / "departments.yaml"))
        city = cls(
            folder=folder,
            **reading.city(read_yaml(folder / "city.yaml")),
            divisions=reading.divisions(folder / "divisions.csv"),
            streets=reading.streets(folder / "streets.csv"),
            departments=departments,
            mechanisms=mechanisms,
            honours=reading.honours(folder / "honours.yaml"),
            trusted_issuers=reading.trusted_issuers(folder / "trusted_issuers.yaml"),
        )
        reading.check_whole(city.division, city.divisions, city.departments, city.letterheads)
        reading.finish()
        return city

    @property
    def statute_folder(self) -> Path:
        return self.folder / "statute"

    @property
    def statute_title(self) -> str:
        """The statute's name, by its newest text."""
        return list_versions(self.statute_folder)[-1].title

    @property
    def in_force_from(self) -> date:
        """The day the statute's first text came into force."""
        return _in_force_from(self.statute_folder)

    @property
    def obligations_path(self) -> Path:
        return self.folder / "obligations"

    @property
    def calendar_folder(self) -> Path:
        """One `<year>.yaml` for each year: `holidays`, `working_days`, `provisional`, `source`."""
        return self.folder / "calendar"

    @property
    def translation_path(self) -> Path:
        """The statute in English, for `load_translation`."""
        return self.folder / "statute_en.yaml"

    @property
    def classifications(self) -> dict[str, Path]:
        """The classification of occupations by its edition, the earliest first.

        One `occupations_<year>.csv` for each.
        """
        found = sorted(self.folder.glob("occupations_[0-9]*.csv"))
        return {path.stem.removeprefix("occupations_"): path for path in found}

    @property
    def occupations_path(self) -> Path:
        """The latest edition of the classification; asked where there is one."""
        return self.classifications[max(self.classifications)]

    @property
    def added_occupations_path(self) -> Path:
        """Occupations published or proposed since the classification."""
        return self.folder / "occupations_new.csv"

    @property
    def wordings_path(self) -> Path:
        """Which wording of the conditions which occupation's standard uses."""
        return self.folder / "occupation_wordings.csv"

    @property
    def equivalences_path(self) -> Path:
        """Which grade, title and schooling is treated as which, since when."""
        return self.folder / "equivalences.yaml"

    @property
    def industries_path(self) -> Path:
        return self.folder / "industries.csv"

    @property
    def districts(self) -> tuple[Division, ...]:
        return tuple(division for division in self.divisions if division.level == "district")

    def division_of(self, code: str) -> Division:
        """The city, district or street of that code.

        Raises:
            Broken: The city has no such division.
        """
        for division in (*self.divisions, *self.streets):
            if division.code == code:
                return division
        raise Broken(f"{self.name_en} has no division {code!r}.")

    def department(self, key: str) -> Department:
        """The department of that key.

        Raises:
            Broken: The city has no such department.
        """
        for department in self.departments:
            if department.key == key:
                return department
        raise Broken(f"{self.name_en} has no department {key!r}.")

    def find_honour(self, key: str) -> Honour | None:
        """The honour of that key, or None where the city grants none such."""
        return next((honour for honour in self.honours if honour.key == key), None)

    def bodies(self) -> tuple[Body, ...]:
        """Every office that works on the platform: of the city, then of each district."""
        working = [department for department in self.departments if department.role]
        found = (d.body_in(division) for division in self.divisions for d in working)
        return tuple(body for body in found if body)

    def letter_number(self, department: str, *, year: int, serial: int) -> str:
        """The platform's own number of a letter; no official 发文字号.

        Raises:
            Broken: The department has no letterhead.
        """
        if department not in self.letterheads:
            raise Broken(f"{self.name_en} has no letterhead for {department!r}.")
        word = self.letterheads[department].word
        return self.numbers["letter"].format(word=word, year=year, serial=serial)


@lru_cache(maxsize=8)
def _in_force_from(statute_folder: Path) -> date:
    # Registers ask for it with each row they tell of; a statute's first day does not change.
    return list_versions(statute_folder)[0].since
