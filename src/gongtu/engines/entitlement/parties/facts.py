"""What rules may ask of a person."""

from datetime import date

from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.parties.choices import Sex

PERSONS = "人员登记"


class Person(Facts, of="person"):
    """One person."""

    birth = fact(date, "出生日期", source=PERSONS)
    sex = fact(Sex, "性别", source=PERSONS)
    division = fact(str, "所在区划", source=PERSONS)
