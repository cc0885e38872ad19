"""What is printed of each kind of credential: its fields, in the order of the form, and its words.

The words of a certificate's body and of an appointment are ours until the ministry's are confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

# In Chinese, in English, and the member of the subject that holds it.
Field = tuple[str, str, str]
Words = tuple[str, str]

PERSON: tuple[Field, ...] = (
    ("姓名", "Name", "name"),
    ("证件类型", "Type of identity document", "idType"),
    ("证件号码", "Document number", "idNumber"),
    ("职业名称", "Occupation", "occupationName"),
)
# The look-ups of the form (人社部《关于进一步规范职业技能等级证书样式及有关工作的通知》, 2022).
LOOKUPS = (
    ("证书信息查询", "Certificate look-up", "http://jndj.osta.org.cn"),
    ("机构信息查询", "Assessor look-up", "http://pjjg.osta.org.cn"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form: what stands on it for every holder, and which fields."""

    fields: tuple[Field, ...]
    on_card: frozenset[str]
    titles: Mapping[str, str]
    text: Words
    issuer: Words
    issued: Words = ("发证日期", "Date of issue")
    lookups: tuple[tuple[str, str, str], ...] = field(default=())
    has_photo: bool = False


# The fields of the official form, in its order.
CERTIFICATE = Form(
    fields=(
        *PERSON,
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
APPOINTMENT = Form(
    fields=(
        *PERSON,
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
STATEMENT = "treatment-statement"
TREATMENT = Form(
    fields=(
        *PERSON[:3],
        ("毕业学校", "School", "school"),
        ("取得的资格或者等级", "Qualification or grade", "qualifiedAs"),
        ("用于", "For", "purposeName"),
        ("享受待遇", "Treated as", "treatedAsName"),
        ("有效期", "Valid", "term"),
        ("证明编号", "Number", "certificateNumber"),
    ),
    on_card=frozenset({"name", "purposeName", "treatedAsName", "term", "certificateNumber"}),
    titles=MappingProxyType(
        {"技工院校毕业生待遇证明": "Statement of Treatment of a Graduate of a Technical School"}
    ),
    text=(
        "按照条例第二十五条第一款，下列毕业生在所列方面按照规定享受"
        "相关待遇。本证明不改变学历本身。",
        "By article 25, paragraph 1 of the Regulations, the graduate below is treated as "
        "provided for the purpose named. It does not change the degree itself.",
    ),
    issuer=("出具单位", "Issued by"),
    issued=("出具日期", "Date of issue"),
)
ABILITY = "special-ability-certificate"
SPECIAL_ABILITY = Form(
    fields=(
        *PERSON[:3],
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
TRANSCRIPT = "credit-transcript"
CREDITS = Form(
    fields=(
        *PERSON[:3],
        ("学校", "School", "school"),
        ("专业", "Programme", "programme"),
        ("层次", "Level", "levelName"),
        ("学分", "Credits", "credits"),
        ("毕业所需学分", "Credits needed", "creditsNeeded"),
        ("课程", "Courses", "coursesShown"),
        ("截至", "As of", "asOf"),
        ("成绩单证明编号", "Number", "certificateNumber"),
    ),
    on_card=frozenset({"name", "programme", "credits", "asOf", "certificateNumber"}),
    titles=MappingProxyType({"学分成绩单": "Transcript of Credits"}),
    text=(
        "按照条例第二十四条第二款，下列学员截至所列日期在本校该专业计入下列学分。"
        "此后学分有变动的，以新出具的成绩单为准。",
        "By article 24, paragraph 2 of the Regulations, the credits below count for the learner "
        "in this programme as of the day named. Once they change, a new transcript follows.",
    ),
    issuer=("出具学校", "School"),
    issued=("出具日期", "Date of issue"),
)
FORMS = MappingProxyType(
    {
        "technician-appointment": APPOINTMENT,
        STATEMENT: TREATMENT,
        ABILITY: SPECIAL_ABILITY,
        TRANSCRIPT: CREDITS,
    }
)


def form_of(kind: str) -> Form:
    """The form of a kind of credential; a certificate's where it has none of its own."""
    return FORMS.get(kind, CERTIFICATE)


def said_by(document: Mapping[str, Any], number: str) -> dict[str, Any]:
    """What a form may print, by member: the subject's, the number, and the term where it ends."""
    term = {}
    if until := document.get("validUntil"):
        begins, ends = in_words(document["validFrom"]), in_words(until)
        term["term"] = f"自{begins}起，至{ends}为止"
    return {"certificateNumber": number, **term, **document["credentialSubject"]}


def in_words(stamp: str) -> str:
    """A day as documents write it.

    >>> in_words("2026-09-01T00:00:00+08:00")
    '2026年9月1日'
    """
    day = date.fromisoformat(stamp[:10])
    return f"{day.year}年{day.month}月{day.day}日"
