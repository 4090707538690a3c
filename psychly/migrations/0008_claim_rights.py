from django.db import migrations

from psychly.groups import make_groups


class Migration(migrations.Migration):
    dependencies = [("psychly", "0007_change_rights"), ("directory", "0012_claims")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
