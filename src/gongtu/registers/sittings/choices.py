"""The few words that sittings need."""

from gongtu.base.bilingual import Bilingual


class Drawn(Bilingual):
    """What is drawn by a seed."""

    EXAMINERS = "examiners", "考评人员", "examiners"
    SEATS = "seats", "考场座位", "rooms and seats"
    SAMPLE = "sample", "复评样本", "sample to be marked again"


class Ground(Bilingual):
    """Why somebody may not examine in a session."""

    OWN = "own", "本人报考本场", "is a candidate of the session"
    RELATIVE = "relative", "与考生有亲属关系", "is a relative of a candidate"
    COLLEAGUE = "colleague", "与考生同在一个单位", "works for the same body as a candidate"
    ENDED = "ended", "评价当日已不在册", "is no longer on the roll on the day"


class IncidentKind(Bilingual):
    """What went otherwise than it should in a session."""

    CHEATING = "cheating", "考生作弊或者替考", "cheating, or sitting for another"
    ABSENCE = "absence", "人员缺席、迟到", "somebody absent or late"
    EQUIPMENT = "equipment", "设备、场地故障", "equipment or premises failed"
    PAPER = "paper", "试题、评分表有误", "a paper or a mark sheet was wrong"
    INJURY = "injury", "人身伤害或者疾病", "injury or illness"
    OTHER = "other", "其他情况", "anything else"


class LookedAgain(Bilingual):
    """Why marks were looked at once more."""

    SAMPLE = "sample", "抽样复评", "drawn into the sample"
    APPEAL = "appeal", "考生申诉", "appeal of the candidate"
