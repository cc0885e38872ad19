"""A procedure as a picture."""

from __future__ import annotations

from gongtu.engines.casework.declare import HandOver, Procedure
from gongtu.engines.casework.describe.reader import Reader


def diagram(procedure: Procedure, lang: str = "zh") -> str:
    """The procedure as a Mermaid state diagram."""
    reader = Reader.of(procedure.key, lang)
    lines = ["stateDiagram-v2", f"    [*] --> {procedure.first.key}"]
    lines += [f"    {stage.key}: {reader.say(stage.label)}" for stage in procedure.stages]
    for stage in procedure.desks:
        lines += [f"    {stage.key} --> {m.to}: {reader.say(m.label)}" for m in stage.moves]
        if stage.limit and isinstance(stage.limit.late, HandOver):
            late = reader.choose("逾期移送", "late: handed over")
            lines.append(f"    {stage.key} --> {stage.limit.late.stage}: {late}")
    lines += [f"    {end.key} --> [*]" for end in procedure.ends]
    return "\n".join(lines)
