"""What is said of a certificate that was not found: likely causes, and what to do about each.

All of it follows from what was typed and from assessors' public prefixes, never from whether
the number is on record under another name.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from gongtu.policy.city import active_city
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills import services as register
from gongtu.registers.skills.numbers import NumberImpossible, Sought
from gongtu.registers.skills.numbers.explaining import Part, explain
from gongtu.web.http import Request
from gongtu.web.public.certificates_page import not_found
from gongtu.web.public.followed_page import address_of
from gongtu.web.public.forms import CorrectionForm
from gongtu.web.wording import name_of

PROVINCE_DIGITS = 2


def not_found_page(sought: Sought, form: CorrectionForm) -> dict[str, Any]:
    """The causes, likeliest first, and the form that asks whoever can tell."""
    issuer = skills.find_assessor(sought.prefix)
    return {
        "verdict": not_found(),
        "causes": _causes(sought, name_of(issuer) if issuer else ""),
        "asked": name_of(register.body_to_ask(sought)),
        "is_issuer": issuer is not None,
        "parts": _parts(sought),
        "form": form,
    }


def ask(form: CorrectionForm, request: Request) -> Any:
    """Open the case that the form asks for; the address under which its asker follows it."""
    given = form.cleaned_data
    question = register.Question(
        sought=given["number"],
        **{name: given[name] for name in ("name", "cause", "told", "contact", "division")},
    )
    case = register.ask_correction(question, key=given["key"], on=request.on)
    return address_of(case)


def _causes(sought: Sought, issuer: str) -> list[dict[str, str]]:
    elsewhere = _is_elsewhere(sought)
    causes = [_mismatch(), _not_uploaded(issuer), _not_issued(issuer), _other_register()]
    return [causes.pop(), *causes] if elsewhere else causes


def _parts(sought: Sought) -> list[Part]:
    """What the typed number says by itself; nothing of an ID number."""
    try:
        return explain(sought.number or sought.qualification)
    except NumberImpossible:
        return []


def _is_elsewhere(sought: Sought) -> bool:
    """Whether the typed number itself says that another register holds it."""
    if sought.qualification:
        return True
    return sought.province not in ("", active_city().division[:PROVINCE_DIGITS])


def _mismatch() -> dict[str, str]:
    return {
        "title": _("姓名或者号码对不上"),
        "says": _("差一个字也查不到：同音字、生僻字、曾用名，姓名中的间隔号，身份证号码换过。"),
        "act": _("照证书原件逐字核对后再查；改过姓名的，用证书上的旧名再查一次。"),
    }


def _not_uploaded(issuer: str) -> dict[str, str]:
    return {
        "title": _("已经颁发，还没有上传"),
        "says": _("纸质证书先到手，发证单位还没有把记录传到本系统。"),
        "act": _("请发证单位%(issuer)s补报；也可以在下面登记，由其核查。") % {"issuer": issuer},
    }


def _not_issued(issuer: str) -> dict[str, str]:
    return {
        "title": _("还没有颁发"),
        "says": _("评价结果公示期满、异议都已答复以后才核发证书；没有通过的不核发。"),
        "act": _("向组织评价的单位%(issuer)s询问结果和核发日期。") % {"issuer": issuer},
    }


def _other_register() -> dict[str, str]:
    return {
        "title": _("登记在别的系统"),
        "says": _("职业资格证书（16位编号）、专项职业能力证书、其他城市机构颁发的证书不在本系统。"),
        "act": _("在“技能人才评价证书全国联网查询”（zscx.osta.org.cn）查询，或者询问发证机构。"),
    }
