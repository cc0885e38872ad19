"""An examiner stands for a session, whether or not anything was arranged for it."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def take_session(apps, _editor):
    Assignment, Sitting = (apps.get_model("sittings", one) for one in ("Assignment", "Sitting"))
    arranged = Sitting.objects.filter(pk=OuterRef("sitting")).values("session")
    Assignment.objects.update(session=Subquery(arranged))


class Migration(migrations.Migration):

    dependencies = [
        ('sittings', '0004_incidents'),
        ('skills', '0017_editions_of_the_classification'),
    ]

    operations = [
        migrations.AddField(
            model_name='assignment',
            name='session',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='skills.assessmentsession'),
        ),
        migrations.RunPython(take_session, migrations.RunPython.noop, elidable=True),
    ]
