from django.contrib.auth.management import create_permissions
from django.db import migrations

from psychly.groups import grant


def make_groups(apps, schema_editor):
    # Permissions are written after all migrations have run, so the ones needed here are written now.
    for name in ("articles", "directory"):
        config = apps.get_app_config(name)
        config.models_module = True
        create_permissions(config, verbosity=0, using=schema_editor.connection.alias, apps=apps)
        config.models_module = None
    grant(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))


class Migration(migrations.Migration):
    dependencies = [
        ("psychly", "0001_initial"),
        ("articles", "0001_initial"),
        ("directory", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
