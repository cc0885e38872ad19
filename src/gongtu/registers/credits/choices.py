"""What brings credits, and the levels of diplomas they may lead to."""

from gongtu.base.bilingual import Bilingual
from gongtu.registers.education.choices import Level, SchoolKind


class SourceKind(Bilingual):
    """Article 24 names both."""

    CERTIFICATE = "certificate", "职业技能等级证书", "skill-grade certificate"
    TRAINING = "training", "职业培训", "vocational training"


class EndedFor(Bilingual):
    """Why counted credits do not count any more."""

    GIVEN_UP = "given-up", "本人放弃", "given up by the learner"
    TAKEN_BACK = "taken-back", "学校撤销", "taken back by the school"


# The kind of credential that a school signs of a transcript.
TRANSCRIPT = "credit-transcript"
LEVELS = (Level.SECONDARY_VOCATIONAL, Level.TECHNICAL, Level.COLLEGE, Level.BACHELOR)
KINDS = tuple(kind for kind in SchoolKind if kind is not SchoolKind.OTHER)
