"""Everything that can happen to a case, one file for each; who acts is `by`, the day is `on`."""

from gongtu.engines.casework.services.assigning import assign, declare_conflict, release, take
from gongtu.engines.casework.services.attaching import attach, remark
from gongtu.engines.casework.services.batching import MoveOutcome, make_moves
from gongtu.engines.casework.services.correcting import (
    CorrectionStale,
    CorrectionUnknown,
    NotHeardYet,
    find_correction,
    pay_correction,
    settle_correction,
    tell_correction,
    tell_corrections,
)
from gongtu.engines.casework.services.drafting import discard_draft, save_draft
from gongtu.engines.casework.services.extending import extend
from gongtu.engines.casework.services.handing_over import hand_over
from gongtu.engines.casework.services.looking_again import (
    carry_out,
    look_again,
    propose_corrections,
)
from gongtu.engines.casework.services.moving import make_move
from gongtu.engines.casework.services.objecting import (
    NoticeOver,
    answer_objection,
    object_to_notice,
)
from gongtu.engines.casework.services.opening import (
    Handed,
    check_answers,
    open_case,
    require_opener,
    wrong_opener,
)
from gongtu.engines.casework.services.paying import pay_batch, paying_move
from gongtu.engines.casework.services.rating import rate, reply_to_rating
from gongtu.engines.casework.services.reconsidering import TooLate, ask_reconsideration
from gongtu.engines.casework.services.returning import (
    ReturnUnfit,
    no_such_return,
    record_return,
)
from gongtu.engines.casework.services.sampling import (
    BatchUnknown,
    NothingWaits,
    SampleOpen,
    check_line,
    draw_batch,
    find_batch,
    grant_batch,
    granting_move,
)
from gongtu.engines.casework.services.serving import (
    LetterUnknown,
    get_letter,
    read_letter,
    serve_letter,
)
from gongtu.engines.casework.services.strangers import (
    Told,
    open_for_stranger,
    read_as_stranger,
)
from gongtu.engines.casework.services.ticking import ClockReport, run_clock
from gongtu.engines.casework.services.viewing import case_for, note_view
from gongtu.engines.casework.services.withdrawing import withdraw
from gongtu.engines.casework.services.writing_down import (
    WriteDownUnfit,
    propose_write_down,
    settle_write_down,
)

__all__ = [
    "BatchUnknown",
    "ClockReport",
    "CorrectionStale",
    "CorrectionUnknown",
    "Handed",
    "LetterUnknown",
    "MoveOutcome",
    "NotHeardYet",
    "NothingWaits",
    "NoticeOver",
    "ReturnUnfit",
    "SampleOpen",
    "Told",
    "TooLate",
    "WriteDownUnfit",
    "answer_objection",
    "ask_reconsideration",
    "assign",
    "attach",
    "carry_out",
    "case_for",
    "check_answers",
    "check_line",
    "declare_conflict",
    "discard_draft",
    "draw_batch",
    "extend",
    "find_batch",
    "find_correction",
    "get_letter",
    "grant_batch",
    "granting_move",
    "hand_over",
    "look_again",
    "make_move",
    "make_moves",
    "no_such_return",
    "note_view",
    "object_to_notice",
    "open_case",
    "open_for_stranger",
    "pay_batch",
    "pay_correction",
    "paying_move",
    "propose_corrections",
    "propose_write_down",
    "rate",
    "read_as_stranger",
    "read_letter",
    "record_return",
    "release",
    "remark",
    "reply_to_rating",
    "require_opener",
    "run_clock",
    "save_draft",
    "serve_letter",
    "settle_correction",
    "settle_write_down",
    "take",
    "tell_correction",
    "tell_corrections",
    "withdraw",
    "wrong_opener",
]
