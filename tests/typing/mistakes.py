"""Rules mypy must refuse: should one pass, its ignore is unused and the check fails."""

from datetime import date

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import Form, ask, parameter
from gongtu.engines.entitlement.expressions import Expr


class Sample(Form):
    name = ask(str, "姓名")
    began = ask(date, "开始日期")
    ended = ask(date, "结束日期", optional=True)
    months = ask(int, "月数")


def mistakes() -> tuple[object, ...]:
    """Each line is a rule that means nothing."""
    return (
        Sample.began >= Sample.months,  # type: ignore[arg-type]
        Sample.months >= parameter("rate", Yuan),  # type: ignore[arg-type]
        Sample.name >= Sample.name,  # type: ignore[arg-type]
        Sample.began * Sample.months,  # type: ignore[arg-type]
        Sample.months.is_(Sample.began),  # type: ignore[arg-type]
        Sample.name.among(3),  # type: ignore[arg-type]
        Sample.months & Sample.months,  # type: ignore[misc, operator]
        Sample.months.plus_days(1),  # type: ignore[misc]
        Sample.month,  # type: ignore[attr-defined]
    )


right: Expr[Yuan] = parameter("rate", Yuan) * Sample.months
wrong: Expr[Yuan] = parameter("rate") * Sample.months  # type: ignore[assignment]


def read(sample: Sample) -> tuple[date, int]:
    """A filled-in form answers with values; what may be left open says so."""
    known: date = sample.ended  # type: ignore[assignment]
    return known, sample.months
