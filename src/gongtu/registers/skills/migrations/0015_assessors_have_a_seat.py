"""Whoever assesses sits on the assessor's seat, an enterprise as well as a social body."""

from django.db import migrations

ENTERPRISE, ASSESSOR = "enterprise", "assessor"
PROCEDURES = (
    "assessor-filing",
    "grade-assessment",
    "professional-assessment",
    "result-appeal",
    "session-withdrawal",
    "assessment-check",
)
MODELS = ("Case", "CaseParty", "Letter")


def seat(apps, _editor):
    _rename(apps, ENTERPRISE, ASSESSOR)


def put_back(apps, _editor):
    _rename(apps, ASSESSOR, ENTERPRISE)


def _rename(apps, before, after):
    """Those of the six procedures alone: who opened, who holds, who sits, to whom letters went."""
    Case, Party, Letter = (apps.get_model("casework", name) for name in MODELS)
    cases = Case.objects.filter(procedure__in=PROCEDURES)
    cases.filter(opener_role=before).update(opener_role=after)
    cases.filter(holder_role=before).update(holder_role=after)
    Party.objects.filter(case__in=cases, role=before).update(role=after)
    Letter.objects.filter(case__in=cases, to_role=before).update(to_role=after)


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0007_strangers_apart"),
        ("skills", "0014_filings_are_suspended"),
    ]

    operations = [migrations.RunPython(seat, put_back, elidable=True)]
