import django.db.models.deletion
from django.db import migrations, models


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
    ]
