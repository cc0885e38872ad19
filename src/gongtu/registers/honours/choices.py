"""Keys of honours, named by the city; levels of contests."""

from __future__ import annotations

from gongtu.base.bilingual import Bilingual
from gongtu.policy.city import active_city


class HonourKey(str):
    """The permanent key of a title of honour; readers meet the name the city's list gives it."""

    __slots__ = ()

    @property
    def label(self) -> str:
        """The name, saying that it is an honour, so that nobody takes it for a skill grade."""
        honour = active_city().find_honour(self)
        return f"{honour.name}（荣誉称号）" if honour else str(self)

    @property
    def label_en(self) -> str:
        honour = active_city().find_honour(self)
        return honour.name_en if honour else str(self)


class ContestLevel(Bilingual):
    """Who holds a contest, from the highest level on."""

    NATIONAL = "national", "国家级", "national"
    PROVINCIAL = "provincial", "省级", "provincial"
    CITY = "city", "市级", "municipal"
    DISTRICT = "district", "区（市）级", "district"
    ENTERPRISE = "enterprise", "企业、行业组织举办", "by an enterprise or industry body"
