from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('skills', '0011_groups_of_occupations'),
    ]

    operations = [
        migrations.AddField(
            model_name='candidate',
            name='declared',
            field=models.TextField(blank=True, default=''),
        ),
    ]
