"""What a statement of treatment tells whoever checks it: for one purpose and for some time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.engines.credentials.choices import Verdict
from gongtu.engines.credentials.kinds import Kind, Line, PublicFields, Subject, Words
from gongtu.engines.credentials.models import Credential
from gongtu.registers.skills.describe import issued
from gongtu.registers.skills.services.papers.showing import issuer_called
from gongtu.registers.treatments.choices import STATEMENT, Purpose, Treated
from gongtu.registers.treatments.printed import FORM
from gongtu.registers.treatments.queries import get_statement
from gongtu.registers.treatments.services import qualified_as


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFields(PublicFields):
    """For which purpose a graduate is treated as one of which school, and until when."""

    kind: Literal["statement"] = "statement"
    purpose: str
    treated_as: str
    until: date


def _fields(credential: Credential) -> StatementFields:
    made = get_statement(credential.number)
    return StatementFields(
        **issued(credential, made.issuer.name, made.since),
        purpose=made.purpose,
        treated_as=made.treated_as,
        until=made.until,
    )


def _lines(credential: Credential) -> Sequence[Line]:
    made = get_statement(credential.number)
    days = {"since": date_format(made.since), "until": date_format(made.until)}
    return (
        Line(_("用于"), Purpose(made.purpose)),
        Line(_("按什么毕业生对待"), Treated(made.treated_as)),
        Line(_("毕业学校"), made.degree.school),
        Line(_("取得的资格或者等级"), qualified_as(made.degree)),
        Line(_("出具单位"), made.issuer, issuer_called(credential)),
        Line(_("有效期"), _("自%(since)s起，%(until)s以前") % days),
    )


def _title(subject: Subject) -> Sequence[Any]:
    return _("待遇证明"), Purpose(subject["purpose"])


def _english(subject: Subject) -> Mapping[str, str]:
    return {
        "purposeName": Purpose(subject["purpose"]).label_en,
        "treatedAsName": Treated(subject["treatedAs"]).label_en,
    }


TREATMENT = Kind(
    key=STATEMENT,
    shape=StatementFields,
    fields=_fields,
    lines=_lines,
    title=_title,
    form=FORM,
    always=("purpose", "purposeName", "treatedAs", "treatedAsName"),
    english=_english,
    folder="statements",
    label=gettext_lazy("待遇证明"),
    says=gettext_lazy("按条例第二十五条第一款出具，只用于所写的方面，不改变学历本身。"),
    numbered_as=gettext_lazy("证明编号"),
    verdicts={
        Verdict.VALID: Words(
            gettext_lazy("有效"),
            gettext_lazy("签名无误，由人力资源和社会保障部门出具，在有效期内，未被收回。"),
        ),
        Verdict.EXPIRED: Words(
            gettext_lazy("已过期"), gettext_lazy("证明属实，但有效期已过；请持证人重新出具一份。")
        ),
        Verdict.REVOKED: Words(gettext_lazy("已撤销"), gettext_lazy("证明已被收回，不再作数。")),
        Verdict.SUPERSEDED: Words(
            gettext_lazy("已换发新证"), gettext_lazy("证明属实，但已换发，请查验新的证明。")
        ),
    },
)
