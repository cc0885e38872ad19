"""Pages of an enterprise, one module for each thing it comes for."""

from gongtu.web.enterprise.views.agreements import (
    enter_grade_pay,
    list_agreements,
    propose_agreement,
)
from gongtu.web.enterprise.views.certificates import (
    list_certificates,
    revoke_certificate,
    show_certificate,
)
from gongtu.web.enterprise.views.duties import list_duties
from gongtu.web.enterprise.views.equal_treatment import (
    adopt_equal_treatment,
    revise_equal_treatment,
    show_equal_treatment,
)
from gongtu.web.enterprise.views.figures import enter_figures
from gongtu.web.enterprise.views.filings import give_up_filing
from gongtu.web.enterprise.views.guides import list_career_guides, show_career_guide
from gongtu.web.enterprise.views.home import show_home
from gongtu.web.enterprise.views.issuing import issue_sessions, issue_withheld, show_issuing
from gongtu.web.enterprise.views.matches import list_matches, show_match
from gongtu.web.enterprise.views.photos import keep_photo
from gongtu.web.enterprise.views.plans import (
    adopt_lattice,
    adopt_staff_plan,
    revise_lattice,
    revise_staff_plan,
    show_lattice,
    show_staff_plan,
)
from gongtu.web.enterprise.views.quality import show_quality
from gongtu.web.enterprise.views.results import (
    download_result_errors,
    show_results,
    upload_results,
)
from gongtu.web.enterprise.views.roster import (
    download_import_errors,
    import_roster,
    list_roster,
    show_import,
)
from gongtu.web.enterprise.views.sessions import (
    enrol_candidates,
    enter_results,
    list_sessions,
    name_examiners,
    show_session,
    take_archive,
)

__all__ = [
    "adopt_equal_treatment",
    "adopt_lattice",
    "adopt_staff_plan",
    "download_import_errors",
    "download_result_errors",
    "enrol_candidates",
    "enter_figures",
    "enter_grade_pay",
    "enter_results",
    "give_up_filing",
    "import_roster",
    "issue_sessions",
    "issue_withheld",
    "keep_photo",
    "list_agreements",
    "list_career_guides",
    "list_certificates",
    "list_duties",
    "list_matches",
    "list_roster",
    "list_sessions",
    "name_examiners",
    "propose_agreement",
    "revise_equal_treatment",
    "revise_lattice",
    "revise_staff_plan",
    "revoke_certificate",
    "show_career_guide",
    "show_certificate",
    "show_equal_treatment",
    "show_home",
    "show_import",
    "show_issuing",
    "show_lattice",
    "show_match",
    "show_quality",
    "show_results",
    "show_session",
    "show_staff_plan",
    "take_archive",
    "upload_results",
]
