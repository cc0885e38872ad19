"""Cases as pages show them: as a line of a list, as a page, with their letters and history."""

from gongtu.web.cases.present.letters import letter_page
from gongtu.web.cases.present.page import case_page
from gongtu.web.cases.present.rows import case_row, case_title, draft_rows, waiting_rows

__all__ = ["case_page", "case_row", "case_title", "draft_rows", "letter_page", "waiting_rows"]
