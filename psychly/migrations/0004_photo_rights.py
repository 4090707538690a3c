from django.db import migrations

from psychly.groups import make_groups


class Migration(migrations.Migration):
    dependencies = [("psychly", "0003_trust_rights"), ("directory", "0010_photos")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
