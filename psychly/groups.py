"""Who on the staff may do what: `editors` write the guide, `support` keep the directory true."""

from django.contrib.auth.management import create_permissions

ALL = ("add", "change", "delete", "view")
KEEP = ("add", "change", "view")
READ = ("view",)

RIGHTS = {
    "editors": {
        ("articles", "article"): ALL,
        ("articles", "topic"): ALL,
        ("articles", "person"): ALL,
        ("articles", "reference"): ALL,
        ("articles", "notice"): ALL,
        ("articles", "edition"): READ,
        ("articles", "evidenceclaim"): ALL,
        ("articles", "glossaryentry"): ALL,
        ("directory", "term"): ("change", "view"),
        ("directory", "listing"): READ,
    },
    "support": {
        ("directory", "listing"): KEEP,
        ("directory", "offering"): ALL,
        ("directory", "statement"): ALL,
        ("directory", "openinghours"): ALL,
        ("directory", "position"): ALL,
        ("directory", "clinician"): KEEP,
        ("directory", "license"): ALL,
        ("directory", "boardcertification"): ALL,
        ("directory", "change"): ("change", "view"),
        ("directory", "letter"): READ,
        ("directory", "check"): ("add", "view"),
        ("directory", "report"): ("change", "view"),
        ("directory", "claim"): ("change", "view"),
        ("directory", "membership"): ("change", "view"),
        ("directory", "managerinvitation"): READ,
        ("directory", "photo"): ("change", "view"),
        ("directory", "allowedphrase"): ("add", "view"),
        ("directory", "place"): READ,
        ("directory", "term"): READ,
        ("articles", "article"): READ,
        ("articles", "edition"): READ,
    },
}


def grant(group_model, permission_model) -> None:
    """Gives each group exactly its rights; the models are passed in so that a migration can give its own. What has no
    table yet when an early migration runs is granted by the one that makes the table."""
    for name, rights in RIGHTS.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.set(
            permission
            for (app, model), actions in rights.items()
            for action in actions
            for permission in permission_model.objects.filter(
                content_type__app_label=app, content_type__model=model, codename=f"{action}_{model}"
            )
        )


def make_groups(apps, schema_editor) -> None:
    """For a migration, after every one that makes a table whose rights are given here."""
    # Permissions are written after all migrations have run, so the ones needed here are written now.
    for name in ("articles", "directory"):
        config = apps.get_app_config(name)
        config.models_module = True
        create_permissions(config, verbosity=0, using=schema_editor.connection.alias, apps=apps)
        config.models_module = None
    grant(apps.get_model("auth", "Group"), apps.get_model("auth", "Permission"))
