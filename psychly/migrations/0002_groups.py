from django.db import migrations

from psychly.groups import make_groups


class Migration(migrations.Migration):
    dependencies = [
        ("psychly", "0001_initial"),
        ("articles", "0001_initial"),
        ("directory", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
