"""An apprenticeship of Wang's as fitter, recorded by a case of 甲公司's."""

from datetime import date

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.services import Handed
from tests.cast import DAY, FITTER, Cast
from tests.factories.cases import PDF

SINCE, UNTIL = date(2026, 3, 2), date(2026, 9, 1)


def apprentice(cast: Cast, *, on: date = DAY, **told: str) -> Case:
    """Under way; `told` takes the place of what is usually told."""
    usual = {
        "apprentice": str(cast.wang.person),
        "occupation": FITTER,
        "since": SINCE.isoformat(),
        "until": UNTIL.isoformat(),
    }
    files = [Handed("agreement", "协议.pdf", PDF)]
    answers = {**usual, **told}
    return casework.open_case(
        "apprentice-record", answers=answers, by=cast.clerk, on=on, files=files
    )
