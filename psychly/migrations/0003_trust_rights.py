from django.db import migrations

from psychly.groups import make_groups


class Migration(migrations.Migration):
    dependencies = [("psychly", "0002_groups"), ("directory", "0003_lifecycle")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
