"""What a city is made of: divisions, departments and their bodies, letterheads."""

from dataclasses import dataclass
from datetime import date

from gongtu.law.obligations import Bearer


@dataclass(frozen=True, slots=True)
class Division:
    """A piece of the map.

    `level` is city, district or street; a county-level city counts as a district, as 区（市）
    does in a statute, and `kind` says which it is.  `code` is of GB/T 2260: 6 digits, or 9 for
    a street.
    """

    code: str
    name: str
    name_en: str
    level: str
    kind: str = ""
    parent: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """How a body signs: `word` stands for it in the platform's own numbers of letters.

    `synthetic` contacts are invented for the demonstration and must be replaced before use.
    """

    word: str
    address: str
    phone: str
    hours: str
    synthetic: bool


@dataclass(frozen=True, slots=True)
class Body:
    """One real office: a department at the level of the city or of one district."""

    department: str
    role: str
    level: str
    division: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Department:
    """A department of the city with its names at both levels.

    `role` is empty for a body that does nothing on the platform; `district_name` is empty where
    there is none below the city, and otherwise has {name} or {name_en} for the district's.
    """

    key: str
    bearers: tuple[Bearer, ...]
    role: str
    name: str
    name_en: str
    district_name: str
    district_name_en: str
    articles: tuple[int | str, ...]
    source: str
    confidence: str

    def body_in(self, division: Division) -> Body | None:
        """Its body for the city or a district, or None where there is none."""
        if division.level == "city":
            name, name_en = self.name, self.name_en
        else:
            names = {"name": division.name, "name_en": division.name_en}
            name = self.district_name.format(**names)
            name_en = self.district_name_en.format(**names)
        if not name:
            return None
        return Body(self.key, self.role, division.level, division.code, name, name_en)


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A body of coordination that is no department: a joint conference, a committee."""

    key: str
    name: str
    name_en: str
    articles: tuple[int | str, ...]
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Honour:
    """A title of honour that workers of the city may be granted, under its permanent key.

    `term_years` is how long it is managed by its document; None where none says.
    """

    key: str
    name: str
    name_en: str
    granted_by: str
    term_years: int | None
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class TrustedIssuer:
    """Somebody elsewhere whose certificates are believed here, from a day until another.

    `did` is the `did:web` name it signs under, `source` the document that admitted it.  `lists`
    are the web addresses, beside its own, under which it keeps its status lists.
    """

    did: str
    name: str
    source: str
    since: date
    until: date | None
    lists: tuple[str, ...] = ()

    def holds_on(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)
