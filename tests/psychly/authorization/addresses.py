"""Every address of the site, with an example of each object it may be asked for: what the matrix walks."""

from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, get_resolver, reverse

from articles.models import Article
from articles.preview_links import preview_path
from directory.confirmation_links import confirmation_path
from directory.models import Listing, Position, Statement
from directory.objection_links import objection_path
from psychly.models import User
from tests.psychly.authorization.cast import EDITOR, SUPERUSER, SUPPORT
from tests.psychly.authorization.rules import Asked
from tests.psychly.authorization.table import RIGHTS, RULES, VIEWS
from tests.psychly.authorization.world import MISSING

ONLY_WHILE_DEBUGGING = {"style"}
# Below each model of the desk, a shorter way to its rows.
NO_NAME = "<path:object_id>/"


def routes(patterns=None, namespace="", before=""):
    """(URL name, or the route of what has none, and the whole route) of every address there is."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield (f"{namespace}{pattern.name}" if pattern.name else route), route
        else:
            yield from routes(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else namespace, route)


def all_asked(world):
    """(URL name, rule, what is asked for) of the whole site."""
    yield from of_the_site(world)
    yield from of_the_desk(world)
    yield from of_pages_on_the_site(world)
    yield from of_autocompletion()


def of_the_site(world):
    for name, route in routes():
        if name in RULES:
            yield from ((name, RULES[name], asked) for asked in examples(name, world))
        elif name.endswith(NO_NAME):
            yield name, RULES[NO_NAME], Asked(filled(route, MISSING), "shorter address")


def examples(name, world):
    special = SPECIAL.get(name)
    if special:
        return special(world)
    return [Asked(reverse(name))]


def of_listings(name, *, drafts=False, **more):
    """Both practices, a draft of one that only its managers know of, and a listing that nobody has."""

    def ask(world):
        practices = world.practices.values()
        asked = [(each.listing.slug, "listing", each.whose, True) for each in practices]
        asked += [(each.draft.slug, "draft", each.whose, drafts) for each in practices]
        asked.append(("nobody-at-all", "missing", "", False))
        return [
            Asked(reverse(name, kwargs={"slug": slug} | more), what, whose, exists)
            for slug, what, whose, exists in asked
        ]

    return ask


def of_rows(name, row):
    """A row of each practice below its own listing and below the other's, and one that is not there."""

    def ask(world):
        one, two = world.practices.values()
        for practice, elsewhere in ((one, two), (two, one)):
            pk = getattr(practice, row).pk
            yield Asked(path(practice, pk), row, practice.whose)
            yield Asked(path(elsewhere, pk), f"{row} below another listing", exists=False)
            yield Asked(path(practice, MISSING), "missing", exists=False)

    def path(practice, pk):
        return reverse(name, kwargs={"slug": practice.listing.slug, "pk": pk})

    return ask


def of_claims(name):
    """Each provider claims the listing of the other."""

    def ask(world):
        for claim in world.claims.values():
            whose = next(each.whose for each in world.practices.values() if each.user == claim.user)
            yield Asked(reverse(name, args=[claim.listing.slug]), "claim", whose)
        yield Asked(reverse(name, args=["nobody-at-all"]), "missing", exists=False)

    return ask


def of_invitations(world):
    for whose, token in world.tokens.items():
        yield Asked(reverse("directory:my_invitation", args=[token]), "invitation", whose)
    yield Asked(reverse("directory:my_invitation", args=["made-up"]), "missing", exists=False)


def of_reports(world):
    for practice in world.practices.values():
        yield Asked(practice.report.get_absolute_url(), "report")
    yield Asked(reverse("directory:report_status", args=["NOSUCHCODE"]), "missing", exists=False)


def of_letters(path_of, rows, missing):
    def ask(world):
        yield from (Asked(path_of(row), "link") for row in rows(world))
        yield Asked(missing, "made up", exists=False)

    return ask


def of_photos(world):
    for practice in world.practices.values():
        yield Asked(reverse("photo_file", args=[practice.shown.variants[0]["name"]]), "photo")
        yield Asked(reverse("photo_file", args=[practice.photo.variants[0]["name"]]), "waiting photo", exists=False)
    yield Asked(reverse("photo_file", args=["0" * 32 + ".webp"]), "missing", exists=False)


def of_keys(name):
    def ask(world):
        for practice in world.practices.values():
            yield Asked(reverse(name, args=[practice.key.pk]), "key", practice.whose)
        yield Asked(reverse(name, args=[MISSING]), "missing", exists=False)

    return ask


def of_guides(name, **more):
    def ask(world):
        for slug, exists in ((world.edition.article.slug, True), ("no-such-guide", False)):
            yield Asked(reverse(name, kwargs={"slug": slug} | more), "guide", exists=exists)

    return ask


def of_topics(world):
    for slug, exists in ((world.edition.article.topic.slug, True), ("no-such-topic", False)):
        yield Asked(reverse("articles:topic_detail", args=[slug]), "topic", exists=exists)


def of_areas(*known):
    name = "directory:in_city" if len(known) == 2 else "directory:in_state"
    return lambda world: [
        Asked(reverse(name, args=known), "area"),
        Asked(reverse(name, args=["zz", *known[1:]]), "missing", exists=False),
    ]


PUBLIC_OF_A_LISTING = "listing_detail listing_history listing_questions report claim".split()
OWN_OF_A_LISTING = (
    "my_listing my_confirm my_preview my_review my_withdraw my_managers my_leave my_away my_copy my_photos".split()
)
OF_A_PHOTO = "my_photo my_photo_picture move_my_photo remove_my_photo".split()
SPECIAL = (
    {f"directory:{name}": of_listings(f"directory:{name}") for name in PUBLIC_OF_A_LISTING}
    | {f"directory:{name}": of_listings(f"directory:{name}", drafts=True) for name in OWN_OF_A_LISTING}
    | {f"directory:{name}": of_rows(f"directory:{name}", "photo") for name in OF_A_PHOTO}
    | {f"directory:{name}": of_claims(f"directory:{name}") for name in ("claim_code", "claim_again", "claim_withdraw")}
    | {name: of_keys(name) for name in ("mfa_remove_webauthn", "mfa_edit_webauthn")}
    | {
        "directory:my_edit": of_listings("directory:my_edit", drafts=True, step="name"),
        "directory:my_manager_remove": of_rows("directory:my_manager_remove", "colleague"),
        "directory:my_invitation_withdraw": of_rows("directory:my_invitation_withdraw", "invitation"),
        "directory:my_invitation": of_invitations,
        "directory:report_status": of_reports,
        "directory:in_state": of_areas("co"),
        "directory:in_city": of_areas("co", "denver"),
        "directory:confirm": of_letters(
            confirmation_path,
            lambda world: [practice.listing for practice in world.practices.values()],
            "/directory/confirm/made-up/",
        ),
        "directory:claim_objection": of_letters(
            objection_path,
            lambda world: world.claims.values(),
            "/directory/practice-of-owner/claim/objection/made-up/",
        ),
        "photo_file": of_photos,
        "articles:topic_detail": of_topics,
        "articles:edition_preview": of_letters(
            preview_path, lambda world: [world.review], "/articles/preview/made-up/"
        ),
        "articles:article_detail": of_guides("articles:article_detail"),
        "articles:article_changes": of_guides("articles:article_changes"),
        "articles:article_checklist": of_guides("articles:article_checklist"),
        "articles:edition_detail": of_guides("articles:edition_detail", number=1),
        "articles:article_references": of_guides("articles:article_references", extension="bib"),
        "articles:edition_references": of_guides("articles:edition_references", number=1, extension="ris"),
        "articles:edition_citation": of_guides("articles:edition_citation", number=1, extension="bib"),
        "admin/(?P<url>.*)$": lambda world: [Asked("/admin/no-such-page/")],
        "admin:app_list": lambda world: [Asked(reverse("admin:app_list", args=["articles"]))],
    }
)


def rights_of(model):
    return dict(zip((EDITOR, SUPPORT, SUPERUSER), RIGHTS[model._meta.label_lower], strict=True))


def of_the_desk(world):
    """Each page of each model, for a row and for none."""
    for model in admin.site._registry:
        pk, rights = world.row_of(model).pk, rights_of(model)
        prefix = f"admin:{model._meta.label_lower.replace('.', '_')}_"
        for name, route in routes():
            view = OF_USERS.get(name) if model is User else None
            if name.startswith(prefix):
                view = name.removeprefix(prefix)
            if view:
                yield name, VIEWS[view], Asked(filled(route, pk), "row", rights=rights)
                if "<" in route:
                    yield name, VIEWS[view], Asked(filled(route, MISSING), "missing", exists=False, rights=rights)


OF_USERS = {"admin:auth_user_password_change": "password_change"}


def filled(route, key):
    for part in ("<path:object_id>", "<int:pk>", "<id>"):
        route = route.replace(part, str(key))
    return "/" + route.replace("<int:width>", "480")


def of_pages_on_the_site(world):
    """Where the desk leads to the page of a row; some of their addresses are a secret."""
    name = "admin:view_on_site"
    for model in admin.site._registry:
        if hasattr(model, "get_absolute_url"):
            kind, rights = ContentType.objects.get_for_model(model).pk, rights_of(model)
            row = world.row_of(model)
            yield name, VIEWS["view_on_site"], Asked(reverse(name, args=[kind, row.pk]), model.__name__, rights=rights)
            none = Asked(reverse(name, args=[kind, MISSING]), "missing", exists=False, rights=rights)
            yield name, VIEWS["view_on_site"], none


def of_autocompletion():
    """What the fields of one model find of another: it is the other's right that counts."""
    for model, names in (
        (Listing, ["successor"]),
        (Statement, ["term"]),
        (Position, ["clinician", "listing"]),
        (Article, ["topic", "authors", "references", "reviewer"]),
    ):
        for field in names:
            remote = model._meta.get_field(field).related_model
            said = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": field}
            path = f"{reverse('admin:autocomplete')}?{urlencode(said)}"
            yield "admin:autocomplete", VIEWS["autocomplete"], Asked(path, field, rights=rights_of(remote))
