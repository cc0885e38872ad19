"""The closed words of a norm: how strong it is, and on whom it lies."""

from enum import StrEnum
from typing import Self


class _Labelled(StrEnum):
    """A key with its Chinese and English names."""

    label: str
    label_en: str

    def __new__(cls, key: str, label: str = "", label_en: str = "") -> Self:
        member = str.__new__(cls, key)
        member._value_ = key
        member.label, member.label_en = label, label_en
        return member


class Force(_Labelled):
    """How strongly the statute speaks; `signs` are the words that show it.

    A clause with its own word takes it; one without takes that of its sentence, and a plain
    statement of what is (实行, 享有) is a duty.  应当 before a softer word (应当推动) stays must.
    """

    MUST = "must", "应当", "must"
    MUST_NOT = "must_not", "不得", "must not"
    MAY = "may", "可以", "may"
    ENCOURAGE = "encourage", "鼓励", "is encouraged to"
    SUPPORT = "support", "支持", "is supported to"
    PROMOTE = "promote", "推动", "is to promote"

    @property
    def signs(self) -> tuple[str, ...]:
        return _SIGNS.get(self, ())

    @property
    def binds(self) -> bool:
        """Whether the bearer breaks the statute by not doing it."""
        return self in {Force.MUST, Force.MUST_NOT}


_SIGNS = {
    Force.MUST_NOT: ("不得", "禁止"),
    Force.MAY: ("可以", "有权", "依法"),
    Force.ENCOURAGE: ("鼓励",),
    Force.SUPPORT: ("支持", "按照规定给予"),
    Force.PROMOTE: ("推动", "推进", "引导", "探索", "注重"),
}
"""A duty may be a plain statement, so `must` has no sign of its own."""


class Side(_Labelled):
    """The parties that the statute's third article shares the work among."""

    GOVERNMENT = "government", "政府", "Government"
    UNION = "union", "工会", "Trade unions"
    ENTERPRISE = "enterprise", "企业", "Enterprises"
    SCHOOL = "school", "学校", "Schools"
    SOCIETY = "society", "社会", "Society"
    WORKER = "worker", "产业工人", "Workers"


class Bearer(_Labelled):
    """Who a norm lies on, or whom it benefits."""

    CITY_GOVERNMENT = "city-government", "市人民政府", "Municipal government"
    DISTRICT_GOVERNMENT = "district-government", "区（市）人民政府", "District governments"
    DEPARTMENT = "department", "有关部门", "Departments concerned"
    DEVELOPMENT_REFORM = "development-reform", "发展改革部门", "Development and reform"
    HRSS = "hrss", "人力资源和社会保障部门", "Human resources and social security"
    EDUCATION = "education", "教育部门", "Education"
    SCIENCE = "science", "科学技术部门", "Science and technology"
    INDUSTRY = "industry", "工业和信息化部门", "Industry and information technology"
    JUSTICE = "justice", "司法行政部门", "Justice"
    FINANCE = "finance", "财政部门", "Finance"
    EMERGENCY = "emergency", "应急管理部门", "Emergency management"
    STATE_ASSETS = "state-assets", "国有资产监督管理部门", "State-owned assets supervision"
    MARKET_REGULATION = "market-regulation", "市场监督管理部门", "Market regulation"
    MEDICAL_INSURANCE = "medical-insurance", "医疗保障部门", "Medical insurance"
    CULTURE_TOURISM = "culture-tourism", "文化和旅游部门", "Culture and tourism"
    PRESS_PUBLICATION = "press-publication", "新闻出版部门", "Press and publication"
    BROADCASTING = "broadcasting", "广播电视部门", "Broadcasting"
    JUDICIAL_ORGAN = "judicial-organ", "司法机关", "Judicial organs"
    UNION = "union", "工会", "Trade unions"
    FEDERATION = "federation", "总工会", "Federations of trade unions"
    PEOPLE_ORGANISATION = "people-organisation", "群团组织", "People's organisations"
    ENTERPRISE = "enterprise", "企业", "Enterprises"
    SOE = "soe", "国有企业", "State-owned enterprises"
    LEADING_ENTERPRISE = "leading-enterprise", "龙头企业、大型企业", "Leading and large enterprises"
    SCHOOL = "school", "学校", "Schools"
    TRAINING_PROVIDER = "training-provider", "职业培训机构", "Training providers"
    ASSESSMENT_BODY = "assessment-body", "社会培训评价组织", "Social assessment bodies"
    INDUSTRY_BODY = "industry-body", "行业组织", "Industry bodies"
    SOCIAL_ORGANISATION = "social-organisation", "社会组织", "Social organisations"
    MEDIA = "media", "新闻媒体", "News media"
    SOCIETY = "society", "社会力量", "Society and private bodies"
    WORKER = "worker", "产业工人", "Workers"
    PROFESSIONAL = "professional", "专业技术人员", "Professionals"
    GRADUATE = "graduate", "技工院校毕业生", "Graduates of technician schools"
    STUDENT = "student", "学生", "Students"
    PUBLIC = "public", "公众", "The public"
    EVERYONE = "everyone", "各方", "Everyone"

    @property
    def side(self) -> Side:
        """The party it belongs to, for a board grouped by bearer."""
        return _SIDES.get(self, Side.GOVERNMENT)


_SIDES = {
    **dict.fromkeys((Bearer.UNION, Bearer.FEDERATION, Bearer.PEOPLE_ORGANISATION), Side.UNION),
    **dict.fromkeys((Bearer.ENTERPRISE, Bearer.SOE, Bearer.LEADING_ENTERPRISE), Side.ENTERPRISE),
    **dict.fromkeys((Bearer.SCHOOL, Bearer.TRAINING_PROVIDER), Side.SCHOOL),
    **dict.fromkeys(
        (Bearer.WORKER, Bearer.PROFESSIONAL, Bearer.GRADUATE, Bearer.STUDENT), Side.WORKER
    ),
    **dict.fromkeys(
        (
            Bearer.ASSESSMENT_BODY,
            Bearer.INDUSTRY_BODY,
            Bearer.SOCIAL_ORGANISATION,
            Bearer.MEDIA,
            Bearer.SOCIETY,
            Bearer.PUBLIC,
            Bearer.EVERYONE,
        ),
        Side.SOCIETY,
    ),
}
