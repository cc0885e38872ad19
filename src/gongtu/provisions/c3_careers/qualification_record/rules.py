"""What a worker tells of a qualification issued elsewhere, and what was compared (Art. 20, 24)."""

from datetime import date

from gongtu.engines.entitlement.declare import CODE, NAME, TITLE, Form, ask
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.qualifications.choices import Kind

ART_20, ART_24 = article(20, 1), article(24, 1)
POLICY = Policy.beside(__file__)


class Told(Form):
    """The qualification, in the certificate's words."""

    name = ask(str, "职业资格名称", most=NAME, hint="按证书填写。")
    kind = ask(Kind, "类别", hint="以国家职业资格目录为准。")
    level = ask(str, "级别", hint="没有分级的，不填。", optional=True)
    number = ask(str, "证书编号", most=CODE)
    issuer = ask(str, "颁发部门", most=TITLE, hint="按证书填写。")
    issued_on = ask(date, "颁发日期")
    valid_through = ask(date, "有效期届满日", hint="没有规定有效期的，不填。", optional=True)


class Compared(Form):
    """Which register confirms it."""

    register = ask(str, "核对所用的官方登记", most=TITLE, hint="颁发部门公布的查询系统或者登记。")
