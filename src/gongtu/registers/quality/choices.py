"""The closed vocabularies of watching over bodies that assess."""

from gongtu.base.bilingual import Bilingual


class Chosen(Bilingual):
    """How it came that a body is checked."""

    DRAWN = "drawn", "随机抽取", "drawn at random"
    RISK = "risk", "风险理由", "for a reason of risk"
    LEAD = "lead", "核查线索", "to look into something"


class CheckKind(Bilingual):
    """Where is looked."""

    SITE = "site", "现场检查", "on site"
    FILES = "files", "资料检查", "of files"


class Sampled(Bilingual):
    """What is drawn from a body's own."""

    SESSIONS = "sessions", "评价场次", "sessions"
    CERTIFICATES = "certificates", "核发的证书", "certificates issued"


class Ground(Bilingual):
    """What a finding is about."""

    EXAMINERS = "examiners", "考评人员不足或者不合备案", "too few examiners, or none filed"
    CONFLICT = "conflict", "应当回避而没有回避", "a conflict of interest was not kept out"
    ELIGIBILITY = "eligibility", "考生不符合申报条件", "a candidate could not apply"
    MARKS = "marks", "评分、记录不实或者不全", "marks or records untrue or incomplete"
    PREMISES = "premises", "场地、设备不合要求", "premises or equipment do not do"
    SCOPE = "scope", "超出备案的职业、等级", "beyond the filing"
    CERTIFICATES = "certificates", "证书核发、上报有误", "certificates issued or reported wrongly"
    OTHER = "other", "其他问题", "anything else"


class Severity(Bilingual):
    """How grave a finding is, as the officers see it."""

    MINOR = "minor", "轻微", "slight"
    MATERIAL = "material", "一般", "material"
    GRAVE = "grave", "严重", "grave"


class Stance(Bilingual):
    """What the body says to a finding."""

    ACCEPTED = "accepted", "认可", "accepted"
    CONTESTED = "contested", "有异议", "contested"


class Step(Bilingual):
    """What is done about findings, from the mildest on."""

    ADVICE = "advice", "提出改进建议", "advice"
    CORRECTION = "correction", "限期改正", "correction by a day"
    SUSPENSION = "suspension", "暂停备案", "suspension of the filing"
    WITHDRAWAL = "withdrawal", "撤销备案", "withdrawal of the filing"


class Hardest(Bilingual):
    """What a body is heard on before it is decided."""

    SUSPENSION = "suspension", "暂停备案", "suspension of the filing"
    WITHDRAWAL = "withdrawal", "撤销备案", "withdrawal of the filing"


class Founded(Bilingual):
    """What became of a complaint."""

    FOUNDED = "founded", "反映属实", "founded"
    PARTLY = "partly", "部分属实", "partly founded"
    UNFOUNDED = "unfounded", "未发现所反映的问题", "not found"


class Measured(Bilingual):
    """What is counted of a body: of so many, how many."""

    INCIDENTS = "incidents", "有异常情况的场次", "sessions with an incident"
    REVIEWS = "reviews", "复评后更正的成绩", "marks changed by the second marking"
    APPEALS = "appeals", "申诉后更正的成绩", "results corrected on appeal"
    CERTIFICATES = "certificates", "核发后因错误撤销的证书", "certificates revoked for an error"
    CHECKS = "checks", "查明问题的检查", "checks with a finding that holds"
    COMPLAINTS = "complaints", "属实或者部分属实的投诉", "complaints founded at least in part"
