"""A link leads to what was signed, certificate or appointment, and no more to a certificate."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def lead_to_what_was_signed(apps, schema_editor):
    """Only what was signed could be shared: each link finds its credential by the number."""
    share = apps.get_model("wallet", "Share")
    credentials = apps.get_model("credentials", "Credential").objects
    certificates = apps.get_model("skills", "Certificate").objects
    number = certificates.filter(pk=OuterRef("certificate")).values("number")
    for one in share.objects.annotate(number=Subquery(number)):
        one.credential = credentials.get(number=one.number)
        one.save(update_fields=["credential"])


class Migration(migrations.Migration):

    dependencies = [
        ("credentials", "0005_papers_signed_together"),
        ("skills", "0011_groups_of_occupations"),
        ("wallet", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="share",
            name="credential",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="credentials.credential",
            ),
        ),
        migrations.RunPython(lead_to_what_was_signed, migrations.RunPython.noop),
    ]
