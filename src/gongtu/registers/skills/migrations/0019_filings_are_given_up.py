from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('skills', '0018_sessions_name_a_direction'),
    ]

    operations = [
        migrations.AddField(
            model_name='assessorfiling',
            name='given_up',
            field=models.BooleanField(default=False),
        ),
    ]
