"""The two wordings of the conditions in use at the same time, and what makes a way good."""

from gongtu.base.bilingual import Bilingual


class Wording(Bilingual):
    """By which edition of the drafting rules an occupation's standard words its conditions.

    >>> [wording.label for wording in Wording]
    ['2018年版', '2023年版']
    """

    OF_2018 = "2018", "2018年版", "2018 wording"
    OF_2023 = "2023", "2023年版", "2023 wording"


class ProposalState(Bilingual):
    """How far it is confirmed which wording a standard uses."""

    PROPOSED = "proposed", "待另一人确认", "waits for another officer"
    CONFIRMED = "confirmed", "已确认", "confirmed"
    REJECTED = "rejected", "不予登记", "not recorded"


class Criterion(Bilingual):
    """By what one chooses among the ways to a goal.

    Of ways equally quick, that with the fewest assumptions, then with the fewest steps that others
    decide; of those equally cheap, with the fewest unknown fees, then the quickest; of those with
    as few steps that others decide, with the fewest assumptions, then the quickest.
    """

    QUICKEST = "quickest", "最快", "quickest"
    CHEAPEST = "cheapest", "花钱最少", "cheapest"
    SUREST = "surest", "最稳妥", "surest"


class Wait(Bilingual):
    """What somebody waits on for the next grade, on the quickest way that is known."""

    ASSESSMENT = (
        "assessment",
        "条件已经符合，等一场评价",
        "conditions hold; waiting for an assessment",
    )
    CHECK = (
        "check",
        "条件要由评价机构核对，再等一场评价",
        "the assessing body has to check a condition; then waiting for an assessment",
    )
    YEARS = "years", "等工作年限", "waiting for years of work"
    BRIDGE = "bridge", "先要取得职称或者学历", "a title or schooling comes first"
    NO_WAY = "no-way", "没有已知的路线（年数待核）", "no known way (counts of years unconfirmed)"
