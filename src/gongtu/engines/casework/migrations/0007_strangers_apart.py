"""Whoever asked without an account is kept apart from what they asked."""

import uuid

from django.db import migrations

ASKED = "lookup-correction"


def set_apart(apps, _editor):
    Case, Stranger = (apps.get_model("casework", name) for name in ("Case", "Stranger"))
    for case in Case.objects.filter(procedure=ASKED).iterator():
        contact = case.answers.pop("contact", "") or ""
        Stranger.objects.create(case=case, key=uuid.uuid4().hex, contact=contact[:120])
        case.save(update_fields=["answers"])


def put_back(apps, _editor):
    for stranger in apps.get_model("casework", "Stranger").objects.select_related("case"):
        case = stranger.case
        case.answers["contact"] = stranger.contact
        case.save(update_fields=["answers"])


class Migration(migrations.Migration):
    dependencies = [("casework", "0006_strangers")]

    operations = [migrations.RunPython(set_apart, put_back, elidable=True)]
