"""Whoever asks without an account is kept apart from what they ask."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

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
    dependencies = [("casework", "0005_recomputations")]

    operations = [
        migrations.CreateModel(
            name="Stranger",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("contact", models.CharField(blank=True, max_length=120)),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stranger",
                        to="casework.case",
                    ),
                ),
            ],
        ),
        migrations.RunPython(set_apart, put_back, elidable=True),
    ]
