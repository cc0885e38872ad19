"""What a filing checks first, and what recording it writes down."""

from datetime import date

from gongtu.base.periods import MONTHS_IN_YEAR, add_months
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.declare import Effect
from gongtu.engines.casework.refusals import AnswersWrong
from gongtu.provisions.c3_careers.assessor_filing.rules import POLICY, Filing
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.services import Scope

OF_ENTERPRISES = ("own_business", "fund_drawn")


def check_filing(effect: Effect) -> None:
    """An enterprise answers what is asked of enterprises alone.

    Raises:
        AnswersWrong: It left an answer out.
    """
    if effect.known["Body.social"].value:
        return
    left_out = [name for name in OF_ENTERPRISES if effect.answers[name] is None]
    if left_out:
        labels = {name: Filing.facts[name].label for name in left_out}
        says = _("“%(label)s”尚未填写。")
        raise AnswersWrong({name: [says % {"label": label}] for name, label in labels.items()})


def record_filing(effect: Effect) -> None:
    """The body may assess that occupation until the filing ends: its staff, or anybody.

    Raises:
        AnswersWrong: Nobody wrote what was checked of a social body, while its conditions are 待核;
            or the filing would last longer than the term that is decided.
    """
    if effect.known["Body.social"].value and not effect.move_answers["checked"]:
        says = _("社会培训评价组织的备案条件待核；请写明核对了什么、依据什么文件。")
        raise AnswersWrong({"checked": [says]})
    asked = effect.answers
    skills.record_filing(
        effect.organisation,
        Scope(str(asked["occupation"]), asked["lowest"], asked["highest"]),
        site=effect.move_answers["site"],
        until=until_of(effect),
        case_number=effect.case_number,
        by=effect.by,
        on=effect.on,
    )


def until_of(effect: Effect) -> date | None:
    """The day from which the filing is over: as written down, within the term once it is decided.

    Raises:
        AnswersWrong: It lies beyond the term.
    """
    told: date | None = effect.move_answers["until"]
    years = POLICY.count("valid_years", on=effect.on)
    if years is None:
        return told
    last = add_months(effect.on, years * MONTHS_IN_YEAR)
    if told is not None and told > last:
        says = _("备案有效期为%(years)s年，届满日不能晚于%(last)s。")
        raise AnswersWrong({"until": [says % {"years": years, "last": last}]})
    return told or last
