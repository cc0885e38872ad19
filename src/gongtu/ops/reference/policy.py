"""Law map, procedures, parameters and indicators, as the provisions declare them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import gongtu
from gongtu.engines.casework import registry as casework
from gongtu.engines.indicators import registry as figures
from gongtu.ops.reference.markdown import page, table
from gongtu.oversight.lawmap import law_map as norms
from gongtu.policy import providers
from gongtu.policy.parameters import Parameter, all_parameters

PACKAGE = Path(gongtu.__file__).parent


def law_map() -> str:
    """Every norm, and what carries it out."""
    rows = (
        (
            row.obligation.article,
            f"`{row.obligation.key}`",
            row.obligation.what,
            "、".join(bearer.value for bearer in row.obligation.bearers),
            ", ".join(f"`{each.key}`" for each in row.provisions) or row.obligation.nothing_because,
            ", ".join(f"`{each.key}`" for each in row.indicators),
            row.state.value,
        )
        for row in norms()
    )
    heads = ["Article", "Norm", "What", "Who", "Carried out by", "Measured by", "State"]
    return page("Law map", table(heads, rows))


def procedures() -> str:
    """Each procedure with its stages and who holds them."""
    parts = []
    for procedure in casework.procedures():
        rows = (
            (
                stage.label,
                "" if stage.rests else stage.held_by.label,
                "、".join(move.label for move in stage.moves),
            )
            for stage in procedure.desks
        )
        basis = "、".join(str(article) for article in procedure.basis)
        openers = "、".join(role.label for role in procedure.openers)
        parts += [
            f"## {procedure.title} `{procedure.key}`",
            f"{basis} · version {procedure.version} · opened by {openers}",
            table(["Stage", "Held by", "Moves"], rows),
        ]
    return page("Procedures", *parts)


def parameters() -> str:
    """Each parameter with every dated value of its file; decisions stand on the page."""
    parts = []
    with files_alone():
        for parameter in filter(_is_ours, all_parameters()):
            parts += [f"## {parameter.title} `{parameter.key}`", values(parameter)]
    return page("Parameters", *parts)


def _is_ours(parameter: Parameter) -> bool:
    """A process may know parameters from elsewhere too, such as those of its tests."""
    return parameter.policy.path.is_relative_to(PACKAGE)


@contextmanager
def files_alone() -> Iterator[None]:
    """What is written in files; decisions on record differ from machine to machine."""
    before = providers.use_decisions(None)
    try:
        yield
    finally:
        providers.use_decisions(before)


def values(parameter: Parameter) -> str:
    """One row a value; None is a value that nobody has decided yet."""
    rows = (
        (
            valued.since,
            valued.until,
            "待核" if valued.value is None else told(valued.value),
            valued.unit,
            valued.instrument,
            valued.source,
            valued.confidence,
        )
        for valued in parameter.history()
    )
    heads = ["From", "Until", "Value", "Unit", "Instrument", "Source", "Confidence"]
    return table(heads, rows)


def told(value: object) -> str:
    """A single amount, or each row of a table."""
    if hasattr(value, "items"):
        return "; ".join(f"{row}: {amount}" for row, amount in value.items())
    return str(value)


def indicators() -> str:
    """Each figure with its unit, period and articles."""
    rows = (
        (
            f"`{each.key}`",
            each.title,
            each.unit,
            each.span.value,
            "、".join(str(article) for article in each.basis),
        )
        for each in figures.indicators()
    )
    return page("Indicators", table(["Key", "Figure", "Unit", "Span", "Basis"], rows))
