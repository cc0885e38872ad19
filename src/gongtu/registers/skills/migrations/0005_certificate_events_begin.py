"""What happened before there were events: every certificate was issued, some were revoked."""

from django.db import migrations

from gongtu.records.append_only import migration
from gongtu.registers.skills.models.certificates import GUARDS

BATCH = 2000


def begin(apps, schema_editor):
    Certificate = apps.get_model("skills", "Certificate")
    CertificateEvent = apps.get_model("skills", "CertificateEvent")
    kept = Certificate.objects.order_by("issued_on", "id").values_list("id", "issued_on", "issuer")
    CertificateEvent.objects.bulk_create(
        (
            CertificateEvent(certificate_id=one, kind="issued", on=day, by_organisation_id=issuer)
            for one, day, issuer in kept.iterator()
        ),
        batch_size=BATCH,
    )
    revoked = Certificate.objects.filter(status="revoked").order_by("revoked_on", "id")
    CertificateEvent.objects.bulk_create(
        (
            CertificateEvent(
                certificate_id=one.pk, kind="revoked", on=one.revoked_on,
                reason_class=one.revoked_for, by_organisation_id=one.issuer_id,
            )  # fmt: skip
            for one in revoked.iterator()
        ),
        batch_size=BATCH,
    )


class Migration(migrations.Migration):
    dependencies = (("skills", "0004_certificate_events"),)
    operations = (
        migrations.RunPython(begin, migrations.RunPython.noop),
        migration(GUARDS),
    )
