"""What is printed of a certificate of a grade, and of one of a special ability."""

from __future__ import annotations

from types import MappingProxyType

from gongtu.engines.credentials.printed import HOLDER, Form

# The look-ups of the form (人社部《关于进一步规范职业技能等级证书样式及有关工作的通知》, 2022).
LOOKUPS = (
    ("证书信息查询", "Certificate look-up", "http://jndj.osta.org.cn"),
    ("机构信息查询", "Assessor look-up", "http://pjjg.osta.org.cn"),
)
# The fields of the official form, in its order.
CERTIFICATE_FORM = Form(
    fields=(
        *HOLDER,
        ("职业名称", "Occupation", "occupationName"),
        ("工种/职业方向", "Job type / direction", "jobType"),
        ("职业技能等级", "Skill level", "gradeDisplay"),
        ("证书编号", "Certificate number", "certificateNumber"),
    ),
    on_card=frozenset({"name", "occupationName", "gradeDisplay", "certificateNumber"}),
    titles=MappingProxyType({"职业技能等级证书": "Certificate of Vocational Skill Level"}),
    text=(
        "本证书表明，持证人经本机构评价，达到下列职业（工种）的技能等级。",
        "The holder was assessed by this body and has reached the skill level named below.",
    ),
    issuer=("评价机构", "Assessor"),
    lookups=LOOKUPS,
    has_photo=True,
)
ABILITY_FORM = Form(
    fields=(
        *HOLDER,
        ("专项职业能力", "Special ability", "abilityName"),
        ("考核项目编号", "Number of the ability", "abilityNumber"),
        ("证书编号", "Certificate number", "certificateNumber"),
    ),
    on_card=frozenset({"name", "abilityName", "certificateNumber"}),
    titles=MappingProxyType({"专项职业能力证书": "Certificate of a Special Ability"}),
    text=(
        "本证书表明，持证人经本机构考核，具备下列专项职业能力。专项职业能力不分等级。",
        "The holder was examined by this body and has the special ability named below, "
        "which is of no grade.",
    ),
    issuer=("考核机构", "Examined by"),
)
