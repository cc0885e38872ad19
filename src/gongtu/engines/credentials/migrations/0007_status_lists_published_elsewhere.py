from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('credentials', '0006_keys_published_elsewhere'),
    ]

    operations = [
        migrations.CreateModel(
            name='IssuerList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('did', models.CharField(db_index=True, max_length=300, verbose_name='签发单位标识')),
                ('address', models.CharField(max_length=500, unique=True, verbose_name='状态列表的地址')),
                ('document', models.JSONField(default=dict, verbose_name='状态列表')),
                ('fetched_at', models.DateTimeField(null=True, verbose_name='取得时间')),
                ('tried_at', models.DateTimeField(null=True, verbose_name='最近一次去取')),
                ('failure', models.CharField(blank=True, max_length=300, verbose_name='没有取到的原因')),
            ],
            options={
                'verbose_name': '外部签发单位的状态列表',
                'ordering': ('did', 'address'),
            },
        ),
    ]
