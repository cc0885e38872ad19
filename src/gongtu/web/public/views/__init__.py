"""Pages for anybody, one module for each thing people come for."""

from gongtu.web.public.views.abilities import list_abilities, show_ability
from gongtu.web.public.views.agreements import list_agreements
from gongtu.web.public.views.assessors import (
    complain_of_assessor,
    list_assessors,
    show_assessor,
    show_plan,
)
from gongtu.web.public.views.certificates import (
    ask_correction,
    check_certificate,
    check_offline,
    show_verdict,
)
from gongtu.web.public.views.courses import list_courses, show_course
from gongtu.web.public.views.credits import list_credit_rules
from gongtu.web.public.views.draws import show_draw
from gongtu.web.public.views.equivalences import list_equivalences, show_equivalence
from gongtu.web.public.views.followed import follow_case, show_correction
from gongtu.web.public.views.guides import list_guides, show_guide
from gongtu.web.public.views.notices import list_notices, show_notice
from gongtu.web.public.views.occupational_standards import (
    answer_comment,
    compare_standard,
    download_standard,
    list_standards,
    show_standard,
)
from gongtu.web.public.views.occupations import list_occupations, show_occupation
from gongtu.web.public.views.presentations import check_presentation
from gongtu.web.public.views.shares import show_share
from gongtu.web.public.views.standards import list_parameters
from gongtu.web.public.views.start import search, show_about, show_api, show_start
from gongtu.web.public.views.statute import (
    download_statute,
    list_articles,
    list_corrections,
    show_article,
)
from gongtu.web.public.views.take_up import show_take_up

__all__ = [
    "answer_comment",
    "ask_correction",
    "check_certificate",
    "check_offline",
    "check_presentation",
    "compare_standard",
    "complain_of_assessor",
    "download_standard",
    "download_statute",
    "follow_case",
    "list_abilities",
    "list_agreements",
    "list_articles",
    "list_assessors",
    "list_corrections",
    "list_courses",
    "list_credit_rules",
    "list_equivalences",
    "list_guides",
    "list_notices",
    "list_occupations",
    "list_parameters",
    "list_standards",
    "search",
    "show_ability",
    "show_about",
    "show_api",
    "show_article",
    "show_assessor",
    "show_correction",
    "show_course",
    "show_draw",
    "show_equivalence",
    "show_guide",
    "show_notice",
    "show_occupation",
    "show_plan",
    "show_share",
    "show_standard",
    "show_start",
    "show_take_up",
    "show_verdict",
]
