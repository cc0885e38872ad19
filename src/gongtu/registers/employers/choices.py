"""The closed words of the register: kinds of training platforms, and who recognised them."""

from __future__ import annotations

from gongtu.base.bilingual import Bilingual


class PlatformKind(Bilingual):
    """The six kinds that article 12 names."""

    PUBLIC_BASE = "public-base", "公共实训基地", "public training base"
    TRAINING_CENTRE = "training-centre", "企业职业培训中心", "training centre of an enterprise"
    SKILL_BASE = "skill-base", "高技能人才培训基地", "training base for highly skilled people"
    ACADEMY = "academy", "工匠学院", "craftsman academy"
    MODEL_STUDIO = "model-studio", "劳模工匠创新工作室", "studio of a model worker or craftsman"
    MASTER_STUDIO = "master-studio", "技能大师工作室", "studio of a skill master"


class Recogniser(Bilingual):
    """On which level something was recognised."""

    NATIONAL = "national", "国家级", "national"
    PROVINCIAL = "provincial", "省级", "provincial"
    CITY = "city", "市级", "municipal"
    DISTRICT = "district", "区（市）级", "district"


class Partner(Bilingual):
    """With whom an enterprise trains its apprentices."""

    SCHOOL = "school", "职业学校", "vocational school"
    PROVIDER = "provider", "职业培训机构", "vocational training provider"
    NONE = "none", "无", "none"


class Scheme(Bilingual):
    """By which scheme of grants a platform goes: its level and kind together."""

    NATIONAL_BASE = "national-base", "国家级高技能人才培训基地", "national training base"
    NATIONAL_STUDIO = "national-studio", "国家级技能大师工作室", "national studio of a skill master"
    OTHER = "other", "其他级别和类别的平台", "platform of another level or kind"

    @classmethod
    def of(cls, kind: str, level: str) -> Scheme:
        """The scheme of a platform.

        >>> Scheme.of("skill-base", "national"), Scheme.of("skill-base", "city")
        (<Scheme.NATIONAL_BASE: 'national-base'>, <Scheme.OTHER: 'other'>)
        """
        return _SCHEMES.get((PlatformKind(kind), Recogniser(level)), cls.OTHER)


_SCHEMES = {
    (PlatformKind.SKILL_BASE, Recogniser.NATIONAL): Scheme.NATIONAL_BASE,
    (PlatformKind.MASTER_STUDIO, Recogniser.NATIONAL): Scheme.NATIONAL_STUDIO,
}
