"""Who might appoint: an enterprise of its own accord, for which nothing is filed (Art. 21)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from gongtu.engines.credentials.verify import Authority


def appointed_of_its_own(_organisation: int, _document: dict[str, Any], _on: date) -> Authority:
    """No filing stands behind a post, so none is looked for."""
    return Authority(None, _("企业自主聘任，不以评价备案为据"))
