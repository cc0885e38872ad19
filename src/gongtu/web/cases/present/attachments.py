"""What was handed in with a case, as people open it."""

from __future__ import annotations

from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.parties.roles import Role
from gongtu.web.chain_page import label_of
from gongtu.web.wording import told


def attachments_of(case: Any) -> list[dict[str, Any]]:
    """Each file with what it was asked for as, and who added it when."""
    titles = {each.key: each.label for each in get_procedure(case.procedure).materials}
    return [
        {
            "address": reverse("cases:download_attachment", args=[case.number, each.pk]),
            "name": each.name,
            "material": told(titles.get(each.material, ""), folder_of(case.procedure)),
            "size": filesizeformat(each.file.size),
            "by": label_of(Role(each.added_role)),
            "on": each.added_on,
        }
        for each in cases.attachments_of(case)
    ]
