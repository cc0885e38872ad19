"""What each edition of the classification says is kept; what is on record begins it."""

import django.db.models.deletion
from django.db import migrations, models

SAID = ("name", "major", "middle", "family", "is_digital", "is_green", "edition")


def keep_what_stands(apps, _editor):
    Occupation, Version = (
        apps.get_model("skills", name) for name in ("Occupation", "OccupationVersion")
    )
    standing = Occupation.objects.exclude(edition="").values("code", *SAID)
    versions = (Version(occupation_id=one.pop("code"), **one) for one in standing)
    Version.objects.bulk_create(versions, batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ('skills', '0016_certificates_withheld'),
    ]

    operations = [
        migrations.CreateModel(
            name='OccupationVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(db_index=True, max_length=80)),
                ('major', models.CharField(blank=True, max_length=80)),
                ('middle', models.CharField(blank=True, max_length=80)),
                ('family', models.CharField(blank=True, max_length=80)),
                ('is_digital', models.BooleanField(default=False)),
                ('is_green', models.BooleanField(default=False)),
                ('edition', models.CharField(blank=True, max_length=8)),
                ('occupation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='skills.occupation')),
            ],
            options={
                'ordering': ['-edition'],
                'constraints': [models.UniqueConstraint(fields=('occupation', 'edition'), name='occupation_once_an_edition')],
            },
        ),
        migrations.RunPython(keep_what_stands, migrations.RunPython.noop),
    ]
