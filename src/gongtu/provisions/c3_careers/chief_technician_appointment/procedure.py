"""How an enterprise appoints a special-grade or chief technician, and how that ends (Art. 21)."""

from gongtu.engines.casework.declare import (
    End,
    LetterKind,
    Limit,
    Material,
    Move,
    Named,
    Procedure,
    PublicNotice,
    Stage,
)
from gongtu.parties.roles import ENTERPRISE, HRSS, UNION, WORKER
from gongtu.provisions.c3_careers.chief_technician_appointment.effects import (
    appoint,
    check_nominee,
    end,
    renew,
)
from gongtu.provisions.c3_careers.chief_technician_appointment.records import gather
from gongtu.provisions.c3_careers.chief_technician_appointment.rules import (
    ART_21,
    ELIGIBLE,
    POLICY,
    REVIEWED,
    TERM_OVER,
    Ending,
    Nomination,
    Renewal,
    Review,
    Term,
)
from gongtu.registers.appointments.facts import Appointed
from gongtu.registers.recognition.facts import Counting

APPOINTED = LetterKind("appointed", "聘任决定书", to=WORKER)
RENEWED = LetterKind("renewed", "续聘决定书", to=WORKER)
ENDED = LetterKind("ended", "解聘决定书", to=WORKER)
NOT_APPOINTED = LetterKind("not_appointed", "不予聘任告知书", to=WORKER)

shortlist = Move(
    "shortlist", "评审通过并公示", to="notice", requires=(*ELIGIBLE, *REVIEWED), asks=Review,
    does=check_nominee,
)  # fmt: skip
reject = Move("reject", "不予聘任", to="rejected", reasons=True, issues=NOT_APPOINTED, hurts=True)
appoint_one = Move(
    "appoint",
    "聘任",
    to="appointed",
    requires=ELIGIBLE,
    asks=Term,
    issues=APPOINTED,
    does=appoint,
    after_notice=True,
    once=True,
)
review_again = Move("review_again", "撤回公示重新评审", to="nominated", reasons=True)
renew_it = Move(
    "renew", "续聘", to="appointed", by=ENTERPRISE, reasons=True, asks=Renewal, issues=RENEWED,
    does=renew,
)  # fmt: skip
end_it = Move(
    "end", "解聘", to="ended", by=ENTERPRISE, reasons=True, asks=Ending, issues=ENDED, does=end,
    hurts=True,
)  # fmt: skip
close = Move("close", "期满办结", to="expired", by=ENTERPRISE, requires=(TERM_OVER,))

IN_REVIEW = Limit(legal="review_days")
NOTICE = PublicNotice(
    "notice_days", says="特级技师、首席技师拟聘任人选公示，公示期内可以提出异议。"
)
IN_OFFICE = (renew_it, end_it, close)

PROCEDURE = Procedure(
    key="chief-technician-appointment",
    title="特级技师、首席技师评聘",
    basis=(ART_21,),
    fulfils=("top-technician-appointment",),
    opened_by=ENTERPRISE,
    form=Nomination,
    facts=(Counting, Appointed),
    gathers=gather,
    opens=check_nominee,
    materials=(Material("rules", "本单位评聘办法"),),
    seats=((WORKER, Named(Nomination.candidate)),),
    stages=(
        Stage("nominated", "待评审", ENTERPRISE, (shortlist, reject), IN_REVIEW),
        Stage("notice", "公示中", ENTERPRISE, (appoint_one, review_again), notice=NOTICE),
        Stage("appointed", "聘期中", ENTERPRISE, IN_OFFICE, rests=True),
        End("ended", "已解聘"),
        End("expired", "聘期届满"),
        End("rejected", "不予聘任", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    sees=(UNION, HRSS),
    policy=POLICY,
)
