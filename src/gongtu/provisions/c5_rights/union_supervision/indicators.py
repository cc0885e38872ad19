"""Letters, answers and silence, for all concerned to see (Art. 40 para. 2)."""

from gongtu.engines.casework.measures import ended_in, letters_sent, made, overdue
from gongtu.engines.indicators.declare import Indicator, Span, Wish
from gongtu.law import article

BASIS = article(40, 2)

INDICATORS = (
    Indicator(
        key="supervision-reminders",
        title="发出提示函件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("union-supervision-letters",),
        measure=letters_sent("union-supervision", "reminder"),
        span=Span.QUARTER,
    ),
    Indicator(
        key="supervision-opinions",
        title="发出意见书件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("union-supervision-letters",),
        measure=letters_sent("union-supervision", "opinion"),
        span=Span.QUARTER,
    ),
    Indicator(
        key="supervision-answers",
        title="企业书面答复件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("union-supervision-letters",),
        measure=made("union-supervision", "answer"),
        span=Span.QUARTER,
    ),
    Indicator(
        key="supervision-rectified",
        title="确认整改件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("union-supervision-letters",),
        measure=ended_in("union-supervision", "rectified"),
        span=Span.QUARTER,
        wish=Wish.UP,
    ),
    Indicator(
        key="supervision-refusals",
        title="认定拒不整改件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("union-supervision-letters",),
        measure=made("union-supervision", "find_refusal"),
        span=Span.QUARTER,
        wish=Wish.DOWN,
    ),
    Indicator(
        key="supervision-answers-overdue",
        title="逾期未答复件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("union-supervision-letters",),
        measure=overdue("union-supervision", "reminded", "advised"),
        level=True,
        wish=Wish.DOWN,
        note="期限待核的，不计逾期。",
    ),
    Indicator(
        key="supervision-proposals",
        title="发出建议书件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("federation-proposal-letters",),
        measure=letters_sent("union-supervision", "proposal"),
        span=Span.QUARTER,
    ),
    Indicator(
        key="supervision-departments-overdue",
        title="部门逾期件数",
        unit="件",
        basis=(BASIS,),
        fulfils=("federation-proposal-letters",),
        measure=overdue("union-supervision", "proposed", "handling"),
        level=True,
        wish=Wish.DOWN,
        note="期限待核的，不计逾期。",
    ),
)
