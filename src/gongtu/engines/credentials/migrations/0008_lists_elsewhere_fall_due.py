from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('credentials', '0007_status_lists_published_elsewhere'),
    ]

    operations = [
        migrations.AddField(
            model_name='issuerlist',
            name='due_at',
            field=models.DateTimeField(null=True, verbose_name='下次去取的时间'),
        ),
        migrations.AlterField(
            model_name='issuerlist',
            name='address',
            field=models.CharField(max_length=500, verbose_name='状态列表的地址'),
        ),
        migrations.AddConstraint(
            model_name='issuerlist',
            constraint=models.UniqueConstraint(fields=('address', 'did'), name='list_is_noted_once'),
        ),
    ]
