"""What is kept about a case.

The declaration says what may happen, these tables where one matter stands, the journal what
happened.  Only `services` writes here.
"""

from gongtu.engines.casework.models.batches import Batch, BatchLine, BatchState
from gongtu.engines.casework.models.cases import NO_LIMIT, Case, CaseParty, StageRun
from gongtu.engines.casework.models.corrections import Correction, CorrectionState
from gongtu.engines.casework.models.desk import Conflict, Draft, OnceKey, Rating, Serial, Stranger
from gongtu.engines.casework.models.notices import Notice, Objection
from gongtu.engines.casework.models.papers import Attachment, Letter
from gongtu.engines.casework.models.recomputations import Recomputation, RunState
from gongtu.engines.casework.models.write_downs import WriteDown, WriteDownState

__all__ = [
    "NO_LIMIT",
    "Attachment",
    "Batch",
    "BatchLine",
    "BatchState",
    "Case",
    "CaseParty",
    "Conflict",
    "Correction",
    "CorrectionState",
    "Draft",
    "Letter",
    "Notice",
    "Objection",
    "OnceKey",
    "Rating",
    "Recomputation",
    "RunState",
    "Serial",
    "StageRun",
    "Stranger",
    "WriteDown",
    "WriteDownState",
]
