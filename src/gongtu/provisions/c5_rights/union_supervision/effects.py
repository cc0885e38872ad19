"""Whom the letters may be addressed to (Art. 40 para. 2)."""

from gongtu.base.errors import Refused
from gongtu.engines.casework.declare import Effect
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import DEPARTMENT, ENTERPRISE, FEDERATION, HRSS


class WrongAddressee(Refused):
    """The statute does not let the letter go to this body."""


def check_enterprise(effect: Effect) -> None:
    """Unions supervise enterprises."""
    named = get_organisation(int(effect.parties[ENTERPRISE]))
    if named.kind != ENTERPRISE:
        raise WrongAddressee(f"监督对象应当是企业，“{named.name}”不是企业。")


def check_level(effect: Effect) -> None:
    """A proposal goes to a department of the federation's own level (同级)."""
    federation, named = (
        get_organisation(int(effect.parties[role])) for role in (FEDERATION, DEPARTMENT)
    )
    if named.kind not in (HRSS, DEPARTMENT):
        raise WrongAddressee(f"建议书应当致送政府部门，“{named.name}”不是政府部门。")
    if (named.level, named.division_id) != (federation.level, federation.division_id):
        raise WrongAddressee(f"建议书应当致送同级部门，“{named.name}”与“{federation.name}”不同级。")
