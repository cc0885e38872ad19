"""The two questions put to an engine: what every rule comes to, and what each row is owed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongtu.engines.entitlement.city import arithmetic as a
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.outcome import WEIGHTS
from gongtu.engines.entitlement.city.program import Program, Rule
from gongtu.engines.entitlement.city.sql.dialects import Dialect
from gongtu.engines.entitlement.city.sql.writing import ROW, written

OWED, UNKNOWN, NEAR = 1, 2, 4  # bits of a row's code
ONE, ZERO = p.Whole(1), p.Whole(0)
Line = tuple[str, str]  # what is picked, and its name


def sums(program: Program, dialect: Dialect) -> str:
    """One row of numbers: of each rule the counts and sums of a `Check`, then of each `Near`."""
    trees: dict[str, p.Plain] = {}
    lines: list[Line] = []
    for rule in program.rules:
        trees |= _summed(rule)
        lines += _sums(rule, program.frame.size, dialect)
    return written(program, dialect, trees, lines)


def rows(program: Program, dialect: Dialect) -> str:
    """For each row its place, and of each rule a code and the amount.

    The code has the bits `OWED`, `UNKNOWN` and `NEAR`; the amount is NULL where it is not owed.
    """
    trees: dict[str, p.Plain] = {}
    lines: list[Line] = [(dialect.name(ROW), ROW)]
    for rule in program.rules:
        owed, code, amount = (f"{word} {rule.key}" for word in ("owed", "code", "amount"))
        trees |= {owed: rule.owed, code: _code(rule)}
        lines.append((dialect.code.format(dialect.name(code)), answered("code", rule.key)))
        if rule.amount is not None:
            trees[amount] = rule.amount
            when = f"CASE WHEN {dialect.name(owed)} THEN {dialect.name(amount)} END"
            lines.append((when, answered("amount", rule.key)))
    return written(program, dialect, trees, lines)


def answered(word: str, of: str) -> str:
    """What a column of the answer is called; like no column that it is made of.

    ClickHouse takes such a name for the answer wherever it stands in the same SELECT.
    """
    return f"{of}: {word}"


def near(rule: Rule) -> p.Truth:
    """Exactly one condition does not hold."""
    missed: p.Number = ZERO
    for verdict in rule.verdicts:
        missed = a.plus(missed, p.pick(verdict.holds, ZERO, ONE))
    return a.compare("==", missed, ONE)


def _code(rule: Rule) -> p.Number:
    code: p.Number = ZERO
    for truth, bit in ((rule.owed, OWED), (rule.unknown, UNKNOWN), (near(rule), NEAR)):
        code = a.plus(code, p.pick(truth, p.Whole(bit), ZERO))
    return code


def _summed(rule: Rule) -> Iterator[tuple[str, p.Plain]]:
    """What the sums of a rule are made of, in each row."""
    alone = near(rule)
    yield f"owed {rule.key}", rule.owed
    yield f"unknown {rule.key}", rule.unknown
    yield f"near {rule.key}", alone
    if rule.amount is not None:
        yield f"amount {rule.key}", rule.amount
    for name, verdict in zip(_conditions(rule), rule.verdicts, strict=True):
        missed = p.both(alone, p.Not(verdict.holds))
        yield f"fails {name}", p.both(missed, verdict.fails)
        yield f"unsure {name}", p.both(missed, p.Not(verdict.fails))


def _sums(rule: Rule, size: int, dialect: Dialect) -> Iterator[Line]:
    for word in ("owed", "unknown", "near"):
        yield _count(word, rule.key, dialect)
    amount = "0" if rule.amount is None else dialect.name(f"amount {rule.key}")
    place = f"({dialect.name(ROW)} % {WEIGHTS} + 1)"
    if _is_wide(rule, size):
        amount, place = dialect.wide.format(amount), dialect.wide.format(place)
    owed = dialect.name(f"owed {rule.key}")
    for summed, name in ((amount, "total"), (f"({amount} + 1) * {place}", "weighted")):
        total = f"sum(CASE WHEN {owed} THEN {summed} END)"
        yield dialect.text.format(total), answered(name, rule.key)
    for name in _conditions(rule):
        yield _count("fails", name, dialect)
        yield _count("unsure", name, dialect)


def _count(word: str, of: str, dialect: Dialect) -> Line:
    return dialect.count.format(dialect.name(f"{word} {of}")), answered(word, of)


def _conditions(rule: Rule) -> Sequence[str]:
    return [f"{rule.key} {place} {key}" for place, key in enumerate(rule.conditions, 1)]


def _is_wide(rule: Rule, size: int) -> bool:
    """The sums might not fit 64 bits."""
    most = 0 if rule.amount is None else max(abs(rule.amount.low), abs(rule.amount.high))
    return (most + 1) * WEIGHTS * max(size, 1) > p.WIDEST[1]
