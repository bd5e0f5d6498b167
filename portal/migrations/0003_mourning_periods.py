import news.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('portal', '0002_roles'),
    ]

    operations = [
        migrations.CreateModel(
            name='MourningPeriod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(help_text='只给工作人员看，不显示在网站上。如：国家公祭日', max_length=100, verbose_name='事由')),
                ('starts_at', models.DateTimeField(help_text='北京时间。到时全站自动变灰。', validators=[news.validators.validate_date], verbose_name='开始时间')),
                ('ends_at', models.DateTimeField(help_text='北京时间。到时自动恢复；要提前恢复，把它改早或删去这一条。', validators=[news.validators.validate_date], verbose_name='结束时间')),
            ],
            options={
                'verbose_name': '灰色模式',
                'verbose_name_plural': '灰色模式',
                'ordering': ('-starts_at', '-id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='mourning_ends_after_start', violation_error_message='结束时间应晚于开始时间。')],
            },
        ),
    ]
