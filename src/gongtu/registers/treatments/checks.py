"""Whether a statement of treatment is an office's, and good while what it rests on is (Art. 25)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.verify import Authority
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import HRSS
from gongtu.registers.skills.queries import is_standing


def still_treated(organisation: int, document: dict[str, Any], _on: date) -> Authority:
    """A human-resources office states it, for as long as the certificate is not revoked."""
    rests_on = document["credentialSubject"].get("restsOn")
    if get_organisation(organisation).kind != HRSS:
        return Authority(False, _("出具单位不是人力资源和社会保障部门"))
    if rests_on is None:
        return Authority(True, _("由人力资源和社会保障部门出具"))
    if not is_standing(rests_on):
        return Authority(False, _("所依据的技能等级证书已被撤销，待遇不再适用"))
    return Authority(True, _("由人力资源和社会保障部门出具；所依据的技能等级证书没有被撤销"))
