from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0004_counts'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='message',
            index=models.Index(condition=models.Q(('channel', 'app'), ('read_at', None)), fields=['to', '-id'], name='outbox_unread'),
        ),
    ]
