"""What an enterprise tells of an apprentice, and when the term is over (Art. 14)."""

from datetime import date

from gongtu.engines.entitlement.declare import (
    TODAY,
    Condition,
    Form,
    PersonKey,
    RecordKey,
    ask,
)
from gongtu.law import article
from gongtu.policy import Policy

ART_14, ART_21 = article(14), article(21)
POLICY = Policy.beside(__file__)


class Agreement(Form):
    """Who learns what, in which class if in one, and for how long."""

    apprentice = ask(PersonKey, "学徒", choose="employee")
    occupation = ask(RecordKey, "所学职业", choose="occupation")
    taught_in = ask(
        RecordKey,
        "学徒班次",
        hint="不在登记的班次里的，不选。",
        choose="apprentice-class",
        optional=True,
    )
    since = ask(date, "学徒期开始日", hint="以培养协议为准。")
    until = ask(date, "学徒期届满日", hint="以培养协议为准；届满日起才能登记期满。")


TERM_OVER = Condition("约定的学徒期已经届满", ART_14, Agreement.until <= TODAY, "term-over")
