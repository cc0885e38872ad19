"""The parameters of one provision, and what each is worth on a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from gongtu.base.errors import Broken
from gongtu.base.marked import read_yaml
from gongtu.base.money import Yuan
from gongtu.base.speech import gettext as _
from gongtu.law import Article
from gongtu.policy import providers
from gongtu.policy.reading import Written, read_parameters, read_values
from gongtu.policy.supposing import decisions_here, is_supposing
from gongtu.policy.timeline import Layers, timeline
from gongtu.policy.units import Amount
from gongtu.policy.values import Stated, Table, Valued

_all: dict[str, Parameter] = {}


@dataclass(eq=False)
class Parameter:
    """One dated value of the policy under its permanent full key, `folder:name`."""

    key: str
    name: str
    written: Written
    policy: Policy = field(repr=False)
    _lines: tuple[object, tuple[Valued, ...]] | None = field(default=None, repr=False)

    @property
    def title(self) -> str:
        return self.written.title

    @property
    def unit(self) -> str:
        return self.written.unit

    @property
    def decides(self) -> str:
        """The key of the role that decides it."""
        return self.written.decides

    @property
    def basis(self) -> Article | None:
        return self.written.basis

    @property
    def because(self) -> str:
        """Why it rests on no article; empty where it rests on one."""
        return self.written.because

    @property
    def note(self) -> str:
        return self.written.note

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of a table, in the file's order; none where it is one value."""
        return tuple(self.written.rows)

    def row_title(self, row: str) -> str:
        return self.written.rows.get(row, row)

    def value(self, on: date, row: str | None = None) -> Valued:
        """What it is worth on that day; a whole table where no row is asked for."""
        whole = self._line(on)
        return whole if row is None else _row(whole, row)

    def amount(self, on: date, row: str | None = None) -> Amount | Table | None:
        """The value alone, for whoever asks no document: None means 待核."""
        whole = self._line(on)
        return whole.value if row is None else _table(whole).get(row)

    def history(self) -> tuple[Valued, ...]:
        """Every value it has or had, without gaps, the oldest first."""
        return tuple(line for line in self._timeline() if line.since is not None)

    def _line(self, on: date) -> Valued:
        lines = self._timeline()
        place = bisect_right(lines, on, key=lambda line: line.since or date.min) - 1
        return lines[max(place, 0)]

    def _timeline(self) -> tuple[Valued, ...]:
        decided = decisions_here(self.key)
        told = (decided, providers.overlay().get(self.key))
        kept = self._lines
        if kept is not None and kept[0] == told:
            return kept[1]
        layers: Layers = {
            "decision": decided,
            "overlay": self._overlaid(),
            "file": self.written.values,
        }
        lines = timeline(layers, self.written)
        if not is_supposing():  # a draft leaves no trace
            self._lines = (told, lines)
        return lines

    def _overlaid(self) -> Sequence[Stated]:
        entry = providers.overlay().get(self.key)
        return () if entry is None else read_values(entry, self.unit)


@dataclass(eq=False)
class Policy:
    """The parameters of one provision."""

    key: str
    path: Path

    @classmethod
    def beside(cls, module_file: str) -> Policy:
        """Read `parameters.yaml` from the folder of the module that asks.

        Raises:
            Broken: Naming file and line of every mistake in it.
        """
        folder = Path(module_file).parent
        parts = folder.parts
        start = len(parts) - parts[::-1].index("provisions") if "provisions" in parts else -1
        return cls.load(folder / "parameters.yaml", key="/".join(parts[start:]))

    @classmethod
    def load(cls, path: Path, *, key: str) -> Policy:
        """Read one file of parameters, whose full keys then begin with `key`."""
        policy = cls(key, path)
        _all.update((parameter.key, parameter) for parameter in policy)
        return policy

    @cached_property
    def parameters(self) -> dict[str, Parameter]:
        written = read_parameters(read_yaml(self.path))
        return {name: Parameter(f"{self.key}:{name}", name, w, self) for name, w in written.items()}

    def __contains__(self, name: str) -> bool:
        return name in self.parameters

    def __getitem__(self, name: str) -> Parameter:
        """The parameter of that name.

        Raises:
            Broken: There is no such parameter.
        """
        if name not in self.parameters:
            known = ", ".join(sorted(self.parameters)) or "none"
            raise Broken(f"{self.path} has no parameter {name!r}; it has {known}.")
        return self.parameters[name]

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self.parameters.values())

    def names(self) -> tuple[str, ...]:
        return tuple(self.parameters)

    def title(self, name: str) -> str:
        return self[name].title

    def unit(self, name: str) -> str:
        return self[name].unit

    def rows(self, name: str) -> tuple[str, ...]:
        return self[name].rows

    def value(self, name: str, *, on: date, row: str | None = None) -> Valued:
        """What `name` is worth on a day, with its document; value None means 待核."""
        return self[name].value(on, row)

    def history(self, name: str) -> list[Valued]:
        return list(self[name].history())

    def count(self, name: str, *, on: date, row: str | None = None) -> int | None:
        """A count in force on a day, or None while it is 待核.

        Raises:
            Broken: The parameter is no count.
        """
        value = self[name].amount(on, row)
        if value is not None and type(value) is not int:
            raise Broken(f"{self[name].key} is no count.")
        return value

    def rate(self, name: str, *, on: date) -> Decimal | None:
        """A rate in per cent in force on a day, or None while it is 待核.

        Raises:
            Broken: The parameter is no rate.
        """
        value = self[name].amount(on)
        if value is not None and not isinstance(value, Decimal):
            raise Broken(f"{self[name].key} is no rate.")
        return value

    def yuan(self, name: str, *, on: date, row: str | None = None) -> Yuan | None:
        """A sum in force on a day, or None while it is 待核.

        Raises:
            Broken: The parameter is no sum of money.
        """
        value = self[name].amount(on, row)
        if value is not None and not isinstance(value, Yuan):
            raise Broken(f"{self[name].key} is no sum of money.")
        return value


def all_parameters() -> list[Parameter]:
    """Every parameter of every policy read so far, by key."""
    return [_all[key] for key in sorted(_all)]


def get_parameter(key: str) -> Parameter:
    """The parameter of that full key.

    Raises:
        Broken: No policy read so far has it.
    """
    if key not in _all:
        raise Broken(f"There is no parameter {key!r}.")
    return _all[key]


def check_overlay() -> None:
    """Read the whole overlay, once all policies are known.

    Raises:
        Broken: It speaks of unknown parameters, or states what cannot be.
    """
    overlay = providers.overlay()
    strange = sorted(overlay.keys() - _all.keys())
    if strange:
        told = (overlay[key].says(f"unknown parameter {key!r}") for key in strange)
        raise Broken("\n".join(told))
    for key, entry in overlay.items():
        read_values(entry, _all[key].unit)


def _row(whole: Valued, row: str) -> Valued:
    if whole.value is None:
        return replace(whole, row=row)
    cells = _table(whole)
    missing = "" if row in cells else _("表中没有这一项。")
    cell = cells.get(row)
    confidence = whole.confidence if cell is not None else "unconfirmed"
    return replace(whole, value=cell, row=row, confidence=confidence, note=missing or whole.note)


def _table(whole: Valued) -> Table:
    """The rows of a table; none while it is 待核 as a whole."""
    if whole.value is None:
        return {}
    if not isinstance(whole.value, dict):
        raise Broken(f"“{whole.title}” is no table, yet rows of it are asked for.")
    return whole.value
