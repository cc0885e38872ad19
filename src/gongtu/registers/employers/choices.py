"""The closed words of the register: kinds of training platforms, and who recognised them."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class _Labelled(StrEnum):
    label: str
    label_en: str

    def __new__(cls, value: str, label: str = "", label_en: str = "") -> Self:
        word = str.__new__(cls, value)
        word._value_, word.label, word.label_en = value, label, label_en
        return word


class PlatformKind(_Labelled):
    """The six kinds that article 12 names."""

    PUBLIC_BASE = "public-base", "公共实训基地", "public training base"
    TRAINING_CENTRE = "training-centre", "企业职业培训中心", "training centre of an enterprise"
    SKILL_BASE = "skill-base", "高技能人才培训基地", "training base for highly skilled people"
    ACADEMY = "academy", "工匠学院", "craftsman academy"
    MODEL_STUDIO = "model-studio", "劳模工匠创新工作室", "studio of a model worker or craftsman"
    MASTER_STUDIO = "master-studio", "技能大师工作室", "studio of a skill master"


class Recogniser(_Labelled):
    """On which level something was recognised."""

    NATIONAL = "national", "国家级", "national"
    PROVINCIAL = "provincial", "省级", "provincial"
    CITY = "city", "市级", "municipal"
    DISTRICT = "district", "区（市）级", "district"
