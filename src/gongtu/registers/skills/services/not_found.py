"""Why a certificate may not have been found, likeliest first, and what to do about each cause.

All of it follows from what was typed and from assessors' public prefixes, never from whether the
number is on record under another name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gongtu.policy.city import active_city
from gongtu.registers.skills.numbers import Sought

PROVINCE_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Likely:
    """One cause: `cause` names it to programs, `act` says what to do."""

    cause: str
    title: str
    says: str
    act: str


def likely_causes(sought: Sought, issuer: str) -> list[Likely]:
    """`issuer` is whom the number names, if it names one."""
    *causes, other_register = _in_words(get_language(), issuer)
    if _is_elsewhere(sought):
        return [other_register, *causes]
    return [*causes, other_register]


@lru_cache(maxsize=1024)
def _in_words(_language: str | None, issuer: str) -> tuple[Likely, ...]:
    """Asked as often as somebody finds nothing, and put into words once for each language."""
    return _mismatch(), _not_uploaded(issuer), _not_issued(issuer), _other_register()


def _is_elsewhere(sought: Sought) -> bool:
    """Whether the typed number itself says that another register holds it."""
    if sought.qualification:
        return True
    return sought.province not in ("", active_city().division[:PROVINCE_DIGITS])


def _mismatch() -> Likely:
    return Likely(
        "mismatch",
        _("姓名或者号码对不上"),
        _("差一个字也查不到：同音字、生僻字、曾用名，姓名中的间隔号，身份证号码换过。"),
        _("照证书原件逐字核对后再查；改过姓名的，用证书上的旧名再查一次。"),
    )


def _not_uploaded(issuer: str) -> Likely:
    return Likely(
        "not-uploaded",
        _("已经颁发，还没有上传"),
        _("纸质证书先到手，发证单位还没有把记录传到本系统。"),
        _("请发证单位%(issuer)s补报；也可以登记核查，由其答复。") % {"issuer": issuer},
    )


def _not_issued(issuer: str) -> Likely:
    return Likely(
        "not-issued",
        _("还没有颁发"),
        _("评价结果公示期满、异议都已答复以后才核发证书；没有通过的不核发。"),
        _("向组织评价的单位%(issuer)s询问结果和核发日期。") % {"issuer": issuer},
    )


def _other_register() -> Likely:
    return Likely(
        "elsewhere",
        _("登记在别的系统"),
        _("职业资格证书（16位编号）、其他城市机构颁发的证书不在本系统。"),
        _("在“技能人才评价证书全国联网查询”（zscx.osta.org.cn）查询，或者询问发证机构。"),
    )
