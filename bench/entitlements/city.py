"""A made-up city, the same for the same seed: workers, and the enterprises they work for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.entitlements import facts as f
from bench.entitlements.rules import ON
from gongtu.engines.entitlement.city.columns import (
    Column,
    Frame,
    Town,
    Whole,
    day_number,
    narrowed,
)
from gongtu.engines.entitlement.declare import Facts, Known, Subject

WORKERS = 3_000_000
WORKERS_PER_ENTERPRISE = 15
TODAY = day_number(ON)
LONG_AGO = 0  # 1970-01-01, for what never happened
GROUPS: dict[str, tuple[type[Facts], ...]] = {
    "person": (f.Person, f.Insured, f.Honour, f.Drawn, f.Latest),
    "enterprise": (f.Employer,),
}

Drawn = dict[str, NDArray[Any]]


def town(size: int = WORKERS, *, unknown: float = 0, seed: int = 7) -> Town:
    """So many workers; of each fact the share `unknown` is not known."""
    random = np.random.default_rng(seed)
    enterprises = max(size // WORKERS_PER_ENTERPRISE, 1)
    people = {**_people(random, size), **_past(random, size), **_certificates(random, size)}
    employed = people["Person.status"] == list(f.Status).index(f.Status.EMPLOYED)
    employer = np.where(employed, enterprises * random.random(size) ** 2.2, -1).astype(np.int32)
    firms = _enterprises(random, enterprises)
    return Town(
        ON,
        {
            "person": Frame(
                "person", size, _columns(people, random, unknown), {"enterprise": employer}
            ),
            "enterprise": Frame("enterprise", enterprises, _columns(firms, random, unknown)),
        },
    )


def subject(city: Town, row: int) -> Subject:
    """One worker as a rule is asked of him, with the facts of his enterprise."""
    people = city.frame("person")
    told = dict(_told(people, row))
    employer = int(people.joins["enterprise"][row])
    if employer >= 0:
        told |= _told(city.frame("enterprise"), employer)
    return Subject(str(row), f"工人{row}", told)


def save(city: Town, folder: Path) -> None:
    """Every column as a file that engines map into memory."""
    for kind, frame in city.frames.items():
        for name, array in _arrays(frame):
            np.save(folder / f"{kind}.{name}.npy", array)
    sizes = {kind: frame.size for kind, frame in city.frames.items()}
    (folder / "city.json").write_text(json.dumps({"on": city.on.isoformat(), "sizes": sizes}))


def load(folder: Path) -> Town:
    """The city as it was saved, its columns mapped into memory."""
    told = json.loads((folder / "city.json").read_text())
    frames = {kind: _loaded(folder, kind, size) for kind, size in told["sizes"].items()}
    return Town(date.fromisoformat(told["on"]), frames)


def _loaded(folder: Path, kind: str, size: int) -> Frame:
    columns, joins = {}, {}
    for path in folder.glob(f"{kind}.*.values.npy"):
        key = path.name.removeprefix(f"{kind}.").removesuffix(".values.npy")
        known = path.with_name(f"{kind}.{key}.known.npy")
        columns[key] = Column(
            np.load(path, mmap_mode="r"),
            np.load(known, mmap_mode="r") if known.exists() else None,
            _categories(key),
        )
    for path in folder.glob(f"{kind}.*.join.npy"):
        joins[path.name.split(".")[1]] = np.load(path, mmap_mode="r")
    return Frame(kind, size, columns, joins)


def _arrays(frame: Frame) -> Iterator[tuple[str, NDArray[Any]]]:
    for key, column in frame.columns.items():
        yield f"{key}.values", column.values
        if column.known is not None:
            yield f"{key}.known", column.known
    for kind, join in frame.joins.items():
        yield f"{kind}.join", join


def _told(frame: Frame, row: int) -> Iterator[tuple[str, Known]]:
    for group in GROUPS[frame.kind]:
        for asked in group.facts.values():
            yield asked.key, Known(frame.columns[asked.key].of(row, asked.kind), asked.source, ON)


def _columns(
    drawn: Mapping[str, NDArray[Any]], random: np.random.Generator, unknown: float
) -> dict[str, Column]:
    columns = {}
    for key, values in drawn.items():
        whole: Whole = narrowed(values.astype(np.int64))
        known = None
        if unknown:
            known = random.random(len(whole)) >= unknown
            whole = whole * known
        columns[key] = Column(whole, known, _categories(key))
    return columns


def _categories(key: str) -> tuple[Any, ...] | None:
    group, name = key.split(".")
    kind = getattr(f, group).facts[name].kind
    return tuple(kind) if issubclass(kind, Enum) else None


def _one_of(random: np.random.Generator, size: int, *shares: float) -> NDArray[Any]:
    return random.choice(len(shares), size, p=shares)


def _people(random: np.random.Generator, size: int) -> Drawn:
    age = np.clip(random.gamma(9, 4.4, size) + 16, 16, 70)
    degree = _one_of(random, size, 0.1, 0.25, 0.25, 0.2, 0.15, 0.04, 0.01)
    months = np.clip(random.gamma(2, 50, size), 0, 480)
    return {
        "Person.born_on": TODAY - age * 365.25 - random.integers(0, 365, size),
        "Person.sex": random.integers(0, 2, size),
        "Person.district": random.integers(0, 10, size),
        "Person.residence": _one_of(random, size, 0.5, 0.25, 0.15, 0.1),
        "Person.status": _one_of(random, size, 0.72, 0.07, 0.13, 0.05, 0.03),
        "Person.hired_on": np.maximum(TODAY - random.gamma(1.5, 900, size), LONG_AGO),
        "Person.occupation": random.integers(0, 800, size),
        "Person.unemployed_since": TODAY - random.integers(1, 900, size),
        "Person.wage": np.minimum(np.exp(random.normal(8.6, 0.45, size)), 60_000) * 100,
        "Person.degree": degree,
        "Person.degree_rank": degree,
        "Person.graduated_on": TODAY - random.integers(1, 15_000, size),
        "Person.school": random.integers(0, 6, size),
        "Person.disabled": random.random(size) < 0.03,
        "Person.low_income": random.random(size) < 0.05,
        "Person.veteran": random.random(size) < 0.04,
        "Person.title_rank": _one_of(random, size, 0.7, 0.1, 0.1, 0.06, 0.03, 0.01),
        "Insured.months": months,
        "Insured.in_a_row": np.minimum(months, random.gamma(1.3, 25, size)),
    }


def _past(random: np.random.Generator, size: int) -> Drawn:
    honoured = np.where(random.random(size) < 0.03, random.integers(1, 64, size), 0)
    this_year = random.poisson(0.4, size)
    ever = this_year + random.poisson(0.8, size)
    last = np.where(ever > 0, TODAY - random.integers(1, 1500, size), LONG_AGO)
    return {
        **{f"Honour.{name}": honoured >> bit & 1 for bit, name in enumerate(f.Honour.facts)},
        "Drawn.this_year": this_year,
        "Drawn.ever": ever,
        "Drawn.last_on": last,
        "Drawn.paid_this_year": this_year * random.integers(0, 200_000, size),
    }


def _certificates(random: np.random.Generator, size: int) -> Drawn:
    """Three and a third certificates a worker, as the newest and the best of them are."""
    grades = np.cumsum([0.1, 0.2, 0.3, 0.25, 0.1, 0.04, 0.007, 0.003])
    many = random.poisson(10 / 3, size)
    held = many > 0
    at_least_one = np.maximum(many, 1)
    best = np.searchsorted(grades, random.random(size) ** (1 / at_least_one)).clip(0, 7)
    newest = np.minimum(np.searchsorted(grades, random.random(size)), best)
    newest = np.where(many == 1, best, newest)
    ago = (1 - random.random(size) ** (1 / at_least_one)) ** 2 * 7300
    return {
        "Latest.held": held,
        "Latest.grade": np.where(held, newest, 0),
        "Latest.assessed": _one_of(random, size, 0.2, 0.6, 0.2),
        "Latest.issued_on": np.where(held, TODAY - ago, LONG_AGO),
        "Latest.occupation": random.integers(0, 800, size),
        "Latest.registered": held & (random.random(size) < 0.97),
        "Latest.best_rank": np.where(held, best + 1, 0),
        "Latest.best": np.where(held, best, 0),
        "Latest.this_year": random.binomial(many, 0.22),
    }


def _enterprises(random: np.random.Generator, size: int) -> Drawn:
    return {
        "Employer.size": np.clip(np.exp(random.normal(3, 1.6, size)), 1, 60_000),
        "Employer.ownership": _one_of(random, size, 0.04, 0.7, 0.1, 0.1, 0.06),
        "Employer.industry": random.integers(0, 20, size),
        "Employer.district": random.integers(0, 10, size),
        "Employer.layoffs": np.clip(random.gamma(1.2, 300, size), 0, 9000),
        "Employer.pays_insurance": random.random(size) < 0.93,
        "Employer.credit_rank": _one_of(random, size, 0.55, 0.3, 0.1, 0.05),
        "Employer.high_tech": random.random(size) < 0.12,
        "Employer.integrated": random.random(size) < 0.01,
        "Employer.training": np.clip(random.gamma(2, 80, size), 0, 2000),
        "Employer.apprentices": random.random(size) < 0.05,
        "Employer.assesses": random.random(size) < 0.02,
    }
