"""Everything that is written into the skills register, by the thing that happens."""

from gongtu.registers.skills.services.abilities import (
    NumberTaken,
    Shown,
    record_ability,
    record_ability_subsidy,
    revoke_ability,
    take_back_ability_subsidy,
)
from gongtu.registers.skills.services.certificates import (
    AlreadySubsidised,
    CertificateNotValid,
    record_subsidy,
    revoke_certificate,
    take_back_subsidy,
)
from gongtu.registers.skills.services.compromise import declare_key_compromised
from gongtu.registers.skills.services.feed import (
    Answer,
    RowsNotHanded,
    acknowledge,
    feed_page,
)
from gongtu.registers.skills.services.filings import (
    FilingNotSound,
    Scope,
    end_filing,
    record_filing,
)
from gongtu.registers.skills.services.issuing import NumbersUsedUp, issue_all, issue_certificates
from gongtu.registers.skills.services.lookups import (
    Question,
    ask_correction,
    body_to_ask,
    tell_holder,
)
from gongtu.registers.skills.services.mergers import (
    MergerSettled,
    NotMergeable,
    OwnProposal,
    RestsOnIt,
    decide_merger,
    drop_merger,
    propose_merger,
    undo_merger,
)
from gongtu.registers.skills.services.occupations import load_occupations
from gongtu.registers.skills.services.offline import offline_material
from gongtu.registers.skills.services.photos import (
    CandidateUnknown,
    PhotoUnfit,
    get_candidate,
    keep_photo,
    photo_for,
    photos_of,
    view_photo,
)
from gongtu.registers.skills.services.renaming import issuer_to_rename, rename_issuer
from gongtu.registers.skills.services.serials import (
    NoNumbersLeft,
    draw_numbers,
    draw_qualification_numbers,
)
from gongtu.registers.skills.services.sessions import (
    PassMarkUnknown,
    RowsWrong,
    SessionNotOpen,
    cancel_session,
    enter_candidates,
    enter_results,
    judge_marks,
    list_in,
    mark_in,
    named_in,
    plan_session,
    stop_session,
)
from gongtu.registers.skills.services.signing import (
    decide_on_key,
    issuers_under,
    keys_of,
    owner_of,
    rotate_key,
)
from gongtu.registers.skills.services.standing import (
    resume_certificate,
    suspend_certificate,
    withdraw_session,
)
from gongtu.registers.skills.services.succession import (
    NothingToCorrect,
    Said,
    correct_certificate,
    reissue_certificate,
    said_by,
)

__all__ = [
    "AlreadySubsidised",
    "Answer",
    "CandidateUnknown",
    "CertificateNotValid",
    "FilingNotSound",
    "MergerSettled",
    "NoNumbersLeft",
    "NotMergeable",
    "NothingToCorrect",
    "NumberTaken",
    "NumbersUsedUp",
    "OwnProposal",
    "PassMarkUnknown",
    "PhotoUnfit",
    "Question",
    "RestsOnIt",
    "RowsNotHanded",
    "RowsWrong",
    "Said",
    "Scope",
    "SessionNotOpen",
    "Shown",
    "acknowledge",
    "ask_correction",
    "body_to_ask",
    "cancel_session",
    "correct_certificate",
    "decide_merger",
    "decide_on_key",
    "declare_key_compromised",
    "draw_numbers",
    "draw_qualification_numbers",
    "drop_merger",
    "end_filing",
    "enter_candidates",
    "enter_results",
    "feed_page",
    "get_candidate",
    "issue_all",
    "issue_certificates",
    "issuer_to_rename",
    "issuers_under",
    "judge_marks",
    "keep_photo",
    "keys_of",
    "list_in",
    "load_occupations",
    "mark_in",
    "named_in",
    "offline_material",
    "owner_of",
    "photo_for",
    "photos_of",
    "plan_session",
    "propose_merger",
    "record_ability",
    "record_ability_subsidy",
    "record_filing",
    "record_subsidy",
    "reissue_certificate",
    "rename_issuer",
    "resume_certificate",
    "revoke_ability",
    "revoke_certificate",
    "rotate_key",
    "said_by",
    "stop_session",
    "suspend_certificate",
    "take_back_ability_subsidy",
    "take_back_subsidy",
    "tell_holder",
    "undo_merger",
    "view_photo",
    "withdraw_session",
]
