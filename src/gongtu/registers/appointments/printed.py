"""What is printed of an appointment."""

from __future__ import annotations

from types import MappingProxyType

from gongtu.engines.credentials.printed import HOLDER, Form

FORM = Form(
    fields=(
        *HOLDER,
        ("职业名称", "Occupation", "occupationName"),
        ("聘任岗位", "Appointed as", "appointedAsName"),
        ("聘期", "Term", "term"),
        ("聘任编号", "Appointment number", "certificateNumber"),
    ),
    on_card=frozenset({"name", "occupationName", "appointedAsName", "term", "certificateNumber"}),
    titles=MappingProxyType(
        {
            "特级技师聘任": "Appointment as Special-grade Technician",
            "首席技师聘任": "Appointment as Chief Technician",
        }
    ),
    text=(
        "本单位聘任下列人员。这是企业的岗位聘任，不是职业技能等级证书，也不是名称相近的荣誉称号。",
        "We appoint the person below. This is a post in an enterprise: no certificate of skill "
        "level, and no honour of a similar name.",
    ),
    issuer=("聘任单位", "Appointed by"),
    issued=("聘任日期", "Date of appointment"),
)
