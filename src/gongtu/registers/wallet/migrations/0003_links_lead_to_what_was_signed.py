import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("wallet", "0002_appointments_are_shared_too")]

    operations = [
        migrations.RemoveField(model_name="share", name="certificate"),
        migrations.AlterField(
            model_name="share",
            name="credential",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="credentials.credential",
            ),
        ),
    ]
