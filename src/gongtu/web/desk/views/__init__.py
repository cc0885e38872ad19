"""Pages of the desk, one module for each thing officers do."""

from gongtu.web.desk.views.abilities import revoke_ability
from gongtu.web.desk.views.batches import (
    check_line,
    draw_batch,
    grant_batch,
    list_batches,
    pay_batch,
    show_batch,
    start_run,
)
from gongtu.web.desk.views.bodies import list_bodies, show_body
from gongtu.web.desk.views.certificates import revoke_certificate, show_certificate
from gongtu.web.desk.views.clogs import list_clogs, show_clogs
from gongtu.web.desk.views.corrections import (
    list_corrections,
    look_again,
    pay_correction,
    settle_correction,
    tell_correction,
    tell_corrections,
)
from gongtu.web.desk.views.examiners import end_examiner, list_examiners
from gongtu.web.desk.views.mergers import list_mergers, settle_merger, undo_merger
from gongtu.web.desk.views.near import list_near_misses, show_near_miss
from gongtu.web.desk.views.papers import download_paper_errors, list_papers, show_papers
from gongtu.web.desk.views.queue import decide_batch, list_queue
from gongtu.web.desk.views.renaming import rename_issuer
from gongtu.web.desk.views.returning import (
    list_recoveries,
    propose_write_down,
    record_return,
    settle_write_down,
)
from gongtu.web.desk.views.rulings import list_rulings
from gongtu.web.desk.views.sessions import list_sessions, show_session, take_archive
from gongtu.web.desk.views.sharing import (
    assign_case,
    declare_conflict,
    extend,
    hand_over,
    release_case,
    take_case,
)
from gongtu.web.desk.views.signing import decide_on_key, list_issuers, list_keys
from gongtu.web.desk.views.standards import (
    approve_decision,
    download_instrument,
    list_decisions,
    propose_decision,
    reject_decision,
    show_decision,
    withdraw_decision,
)
from gongtu.web.desk.views.statements import list_statements, withdraw_statement
from gongtu.web.desk.views.wordings import list_wordings, settle_wording
from gongtu.web.desk.views.workbench import (
    begin_draft,
    delete_draft,
    list_drafts,
    list_touched,
    propose_draft,
    read_registers,
    show_draft,
    show_effect,
)

__all__ = [
    "approve_decision",
    "assign_case",
    "begin_draft",
    "check_line",
    "decide_batch",
    "decide_on_key",
    "declare_conflict",
    "delete_draft",
    "download_instrument",
    "download_paper_errors",
    "draw_batch",
    "end_examiner",
    "extend",
    "grant_batch",
    "hand_over",
    "list_batches",
    "list_bodies",
    "list_clogs",
    "list_corrections",
    "list_decisions",
    "list_drafts",
    "list_examiners",
    "list_issuers",
    "list_keys",
    "list_mergers",
    "list_near_misses",
    "list_papers",
    "list_queue",
    "list_recoveries",
    "list_rulings",
    "list_sessions",
    "list_statements",
    "list_touched",
    "list_wordings",
    "look_again",
    "pay_batch",
    "pay_correction",
    "propose_decision",
    "propose_draft",
    "propose_write_down",
    "read_registers",
    "record_return",
    "reject_decision",
    "release_case",
    "rename_issuer",
    "revoke_ability",
    "revoke_certificate",
    "settle_correction",
    "settle_merger",
    "settle_wording",
    "settle_write_down",
    "show_batch",
    "show_body",
    "show_certificate",
    "show_clogs",
    "show_decision",
    "show_draft",
    "show_effect",
    "show_near_miss",
    "show_papers",
    "show_session",
    "start_run",
    "take_archive",
    "take_case",
    "tell_correction",
    "tell_corrections",
    "undo_merger",
    "withdraw_decision",
    "withdraw_statement",
]
