from django.db import migrations

from psychly.groups import make_groups


class Migration(migrations.Migration):
    dependencies = [("psychly", "0006_addresses_stay_in_lower_case"), ("directory", "0011_proposals")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
