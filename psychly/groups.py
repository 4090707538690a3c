"""Who on the staff may do what: `editors` write the guide, `support` keep the directory true."""

ALL = ("add", "change", "delete", "view")
KEEP = ("add", "change", "view")
READ = ("view",)

RIGHTS = {
    "editors": {
        ("articles", "article"): ALL,
        ("articles", "topic"): ALL,
        ("articles", "person"): ALL,
        ("articles", "reference"): ALL,
        ("articles", "edition"): READ,
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
        ("directory", "place"): READ,
        ("directory", "term"): READ,
        ("articles", "article"): READ,
        ("articles", "edition"): READ,
    },
}


def grant(group_model, permission_model) -> None:
    """Gives each group exactly its rights; the models are passed in so that a migration can give its own."""
    for name, rights in RIGHTS.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.set(
            permission_model.objects.get(
                content_type__app_label=app, content_type__model=model, codename=f"{action}_{model}"
            )
            for (app, model), actions in rights.items()
            for action in actions
        )
