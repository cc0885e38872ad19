"""An examiner may be named by the assessor, without a draw."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('sittings', '0005_assignments_are_of_sessions'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='assignment',
            name='examiner_is_drawn_once_for_a_session',
        ),
        migrations.RemoveField(
            model_name='assignment',
            name='sitting',
        ),
        migrations.AlterField(
            model_name='assignment',
            name='session',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='skills.assessmentsession'),
        ),
        migrations.AlterField(
            model_name='assignment',
            name='draw',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='sittings.draw'),
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(fields=('session', 'examiner'), name='examiner_stands_once_for_a_session'),
        ),
    ]
