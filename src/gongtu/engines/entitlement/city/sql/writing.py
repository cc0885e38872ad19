"""A query laid out in layers: the facts, what is used twice, what is asked, and what is picked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.program import Program
from gongtu.engines.entitlement.city.sql.dialects import Dialect
from gongtu.engines.entitlement.city.sql.emitting import Emitting, Leaf
from gongtu.engines.entitlement.city.sql.layers import Layers, layers

ROW = "row"  # the column that counts the rows of a table from 0
OWN = "own"  # the row's own table


def written(
    program: Program,
    dialect: Dialect,
    trees: Mapping[str, p.Plain],
    picked: Sequence[tuple[str, str]],
) -> str:
    """The query that works `trees` out in each row under their names, and then picks from them."""
    laid = layers(list(trees.values()))
    emitting = Emitting(dialect, laid.names)
    steps = [("facts", _facts(program, dialect, laid))]
    for level, parts in enumerate(laid.defined, 1):
        defined = [(emitting.definition(part), laid.names[part]) for part in parts]
        steps.append((f"layer {level}", _select([("*", ""), *defined], dialect, steps[-1][0])))
    asked = [(emitting.text(tree), name) for name, tree in trees.items()]
    row = (dialect.name(ROW), ROW)
    steps.append(("told", _select([row, *asked], dialect, steps[-1][0])))
    layered = ",\n".join(f"{dialect.name(name)} AS (\n{text}\n)" for name, text in steps)
    query = f"WITH {layered}\n{_select(picked, dialect, 'told')}"
    return f"{query}\n{dialect.settings}".rstrip() + "\n"


def _select(picked: Iterable[tuple[str, str]], dialect: Dialect, source: str) -> str:
    lines = ",\n  ".join(
        f"{text} AS {dialect.name(name)}" if name and text != dialect.name(name) else text
        for text, name in picked
    )
    return f"SELECT\n  {lines}\nFROM {dialect.name(source)}"


def _facts(program: Program, dialect: Dialect, laid: Layers) -> str:
    """Every fact under its name, with nothing NULL."""
    named = {laid.names[leaf]: _fact(leaf, dialect) for leaf in laid.leaves}
    joins = sorted({leaf.via for leaf in laid.leaves if not isinstance(leaf, p.Belongs)} - {""})
    own = f"{OWN}.{dialect.name(ROW)}"
    lines = [f"{text} AS {dialect.name(name)}" for name, text in named.items()]
    tables = [f"{dialect.name(program.frame.kind)} AS {OWN}"]
    for via in joins:
        on = f"{OWN}.{dialect.name(via)} = {_alias(via, dialect)}.{dialect.name(ROW)}"
        tables.append(f"LEFT JOIN {dialect.name(via)} AS {_alias(via, dialect)} ON {on}")
    selected = ",\n  ".join([f"{own} AS {dialect.name(ROW)}", *lines])
    return f"SELECT\n  {selected}\nFROM {' '.join(tables)}"


def _fact(leaf: Leaf, dialect: Dialect) -> str:
    if isinstance(leaf, p.Belongs):
        return f"{OWN}.{dialect.name(leaf.via)} IS NOT NULL"
    column = f"{_alias(leaf.via, dialect)}.{dialect.name(leaf.key)}"
    match leaf:
        case p.Known():
            return f"{column} IS NOT NULL"
        case p.Yes():
            return f"coalesce({column}, 0) <> 0"
    return dialect.whole.format(f"coalesce({column}, 0)")


def _alias(via: str, dialect: Dialect) -> str:
    """What the table of a kind is called within the facts."""
    return dialect.name(f"of {via}") if via else OWN
