"""The two wordings of the conditions that are in use at the same time."""

from gongtu.base.bilingual import Bilingual


class Wording(Bilingual):
    """By which edition of the drafting rules an occupation's standard words its conditions.

    >>> [wording.label for wording in Wording]
    ['2018年版', '2023年版']
    """

    OF_2018 = "2018", "2018年版", "2018 wording"
    OF_2023 = "2023", "2023年版", "2023 wording"
