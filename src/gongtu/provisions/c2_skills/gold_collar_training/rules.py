"""Which trainees bring who trained them the gold-collar subsidy, and how much (Art. 16)."""

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import (
    Benefit,
    Condition,
    Form,
    RecordKey,
    ask,
    parameter,
)
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE, SCHOOL, Role
from gongtu.policy import Policy
from gongtu.provisions.c2_skills.gold_collar_training.records import subjects
from gongtu.registers.skills.choices import Grade
from gongtu.registers.training.facts import Trainee

ART_16 = article(16)
ART_11 = article(11, 2)
FUND = "unconfirmed-fund"
POLICY = Policy.beside(__file__)


class Claim(Form):
    """Nothing but the trainee, who is on record already."""

    trainee = ask(RecordKey, "据以申领的学员", choose="trainee")


CONDITIONS = (
    Condition("培训职业（工种）在目录以内", ART_16, Trainee.in_catalogue, "in-catalogue"),
    Condition(
        "培训课时达到规定",
        ART_16,
        Trainee.class_hours >= parameter("class_hours", on=Trainee.began_on),
        "long-enough",
    ),
    Condition("学员已经结业", ART_16, Trainee.completed, "completed", "办理结业登记后即符合。"),
    Condition(
        "学员结业后取得证书，且证书有效",
        ART_16,
        Trainee.certified,
        "certified",
        "学员取得证书并登记后即符合。",
    ),
    Condition(
        "取得的是高级工、技师或者高级技师证书",
        ART_16,
        Trainee.grade.among(Grade.SENIOR, Grade.TECHNICIAN, Grade.SENIOR_TECHNICIAN),
        "grade-in-scope",
    ),
    Condition("该学员的补贴未曾领取", ART_16, ~Trainee.drawn, "once-a-trainee"),
)
AMOUNT = parameter("amount", Yuan, row=Trainee.grade, on=Trainee.certified_on)


def _owed_to(side: Role, key: str, title: str, per: str) -> Benefit:
    return Benefit(
        key=key,
        title=title,
        basis=(ART_16, ART_11),
        fulfils=("skill-upgrade-subsidy", "government-subsidised-training"),
        beneficiary=side,
        fund=FUND,
        conditions=CONDITIONS,
        amount=AMOUNT,
        subjects=subjects,
        per=per,
        claim=key,
        policy=POLICY,
    )


BENEFITS = (
    _owed_to(ENTERPRISE, "gold-collar-training", "金蓝领培训补贴", "trainee-of-enterprise"),
    _owed_to(SCHOOL, "gold-collar-training-school", "金蓝领培训补贴（院校）", "trainee-of-school"),
)
