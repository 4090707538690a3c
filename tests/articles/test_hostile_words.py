"""What people write into the fields of a guide stays words, on every page that shows it, however hostile it is."""

import json

import pytest
from django.utils import timezone

from articles.markdown import render
from articles.models import Article, Edition, EvidenceClaim, Reference, Topic
from articles.preview_links import preview_path
from tests.articles.admin.test_article import posted, sign_in
from tests.articles.live import live_parts
from tests.factories.articles import (
    make_article,
    make_claim,
    make_comment,
    make_csl,
    make_notice,
    make_person,
    make_reference,
    make_review,
    make_topic,
)

pytestmark = pytest.mark.django_db
# Of the corpora: how many tests share them, and how many payloads stand in one guide.
PARTS, AT_ONCE = 6, 120

SOME = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "[x](javascript:alert(1)) [y](JaVaScRiPt&#58;alert(1)) <javascript:alert(1)>",
    "![x](data:text/html;base64,PHNjcmlwdD4=)",
    "</textarea><svg/onload=alert(1)>",
    "]]></summary><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
    "{{ 7|add:7 }}{% debug %}${7*7}",
    "'; DROP TABLE articles_article; --",
    "<b onclick=alert(1)>b</b><i style=position:fixed>i</i>",
    "\u202etxt.exe \ufeff \u0007 \x1b[31m \u2028",
    "| <img src=x onerror=alert(1)> | [[table: effect]] |\n|---|---|\n| <svg onload=alert(1)> | x |",
]


@pytest.fixture
def editor(client):
    return sign_in(client, "editors")


def in_words(payload):
    """A column of text holds no NUL, and forms refuse it."""
    return " ".join(payload.replace("\0", "").split())[:500] or "-"


class Guide:
    """Says each of some payloads wherever a person can write."""

    def __init__(self, payloads):
        one = self.one = in_words(payloads[0])
        self.sources = [make_reference(csl=self.record(in_words(payload))) for payload in payloads]
        make_notice(self.sources[0], reasons=one)
        claim = {"subject": one[:120], "sentence": one[:400], "studies": one[:120], "measure": one[:120]}
        make_claim("effect", references=self.sources[:1], comparator=one[:80], time_point=one[:80], **claim)
        person = make_person(name=one[:120], credentials=one[:120], role=one[:200], biography=one, conflicts=one)
        topic = make_topic(title=one[:80], summary=one)
        cited = "".join(
            f"\n\n{{high}}[@{source.key}] {payload}" for source, payload in zip(self.sources, payloads, strict=True)
        )
        self.text = f"[[plot: effect]]\n\n[[table: effect]]\n\n## {one}\n{cited}\n".replace("\0", "")
        fields = {"title": one[:200], "summary": one, "authors": [person], "topic": topic, "slug": "guide"}
        self.article = make_article(references=[], text="## Safe {#safe}\n\nPlain words.", **fields)
        make_review(self.article, reviewer=person)
        make_comment(self.article, anchor="safe", quote="Plain words.", words=one)
        self.article.text = self.text
        self.article.save()
        self.article.references.set(self.sources)
        self.keep_editions()

    @staticmethod
    def record(payload):
        names = [{"family": payload, "given": payload}, {"literal": payload}]
        return make_csl(
            **dict.fromkeys(("title", "container-title", "volume", "issue", "page", "publisher"), payload),
            **dict.fromkeys(("author", "editor"), names),
            **dict.fromkeys(("PMCID", "note"), payload),
            URL=f"javascript:{payload}",
        )

    def keep_editions(self):
        """As if its words had been published: what keeps an edition safe is no lint."""
        for number in (1, 2):
            edition = self.article.as_edition(reason=self.one)
            edition.number, edition.published_at = number, timezone.now()
            edition.correction = self.one if number == 2 else ""
            edition.unreviewed_because = "" if edition.reviewed_on else self.one
            edition.title = self.article.title if number == 2 else "Before"
            edition.save()


PUBLIC = ["", "topics/{topic}/", "guide/", "guide/changes/", "guide/editions/1/"]
FILES = ["guide/references.bib", "guide/references.ris", "guide/references.json"]
DESK = [
    *["article/", "article/{article}/change/", "article/{article}/preview/", "article/{article}/review/"],
    *["article/{article}/publish/", "article/{article}/history/", "reference/", "reference/{reference}/change/"],
    *["edition/", "edition/{edition}/change/", "person/", "topic/", "evidenceclaim/"],
]


def assert_nothing_lives(client, guide):
    named = {"topic": guide.article.topic.slug, "article": guide.article.pk, "reference": guide.sources[0].pk}
    named["edition"] = Edition.objects.latest("number").pk
    for path in [f"/articles/{page}" for page in PUBLIC] + [f"/admin/articles/{page}" for page in DESK]:
        response = client.get(path.format(**named))
        assert response.status_code == 200, path
        assert live_parts(response.content.decode()) == [], path
    for path in FILES:
        assert client.get(f"/articles/{path}")["Content-Type"].partition(";")[0] != "text/html"
    assert b"<script" not in client.get("/articles/feed/").content
    preview = client.get(preview_path(guide.article.open_review))
    assert live_parts(preview.content.decode()) == []


def assert_nothing_lives_while_it_is_written(client, guide):
    typed = posted(guide.article, text=guide.text, title=guide.one[:200], summary=guide.one)
    checked = client.post("/admin/articles/article/check/", typed).json()
    assert live_parts(checked["html"], whole=False) == []
    assert live_parts(client.post("/admin/articles/article/look/", typed).content.decode()) == []
    assert client.get("/admin/articles/article/pick/", {"q": guide.one})["Content-Type"] == "application/json"
    brought = json.dumps([Guide.record(guide.one) | {"URL": ""}])
    response = client.post("/admin/articles/reference/incoming/", {"text": brought, "look": "1"})
    assert live_parts(response.content.decode()) == []


def assert_words_stay_words(client, payloads):
    guide = Guide(payloads)
    assert_nothing_lives(client, guide)
    assert_nothing_lives_while_it_is_written(client, guide)


def test_some_hostile_words_live_nowhere(client, editor):
    assert_words_stay_words(client, SOME)


@pytest.mark.parametrize("payload", SOME)
def test_each_alone_lives_nowhere(client, editor, payload):
    assert_words_stay_words(client, [payload])


@pytest.mark.parametrize(
    "html",
    [
        *["<script>x</script>", "<img src=x>", "<a href='java\tscript:x'>x</a>", "<p onclick=x>", "<p style=x>"],
        *["<iframe>", "<form action=javascript:x>", "<meta http-equiv=refresh>", "<svg onload=x>", "<base href=/>"],
    ],
)
def test_what_lives_is_found(html):
    assert live_parts(html, whole=False)


@pytest.mark.corpora
class TestCorpora:
    @pytest.fixture
    def payloads(self, corpora):
        strings = json.loads((corpora / "strings" / "blns.json").read_text(encoding="utf-8"))
        attacks = (corpora / "xss" / "payloads.txt").read_text(encoding="utf-8", errors="replace").splitlines()
        assert len(strings) > 500
        assert len(attacks) > 2000
        return [payload for payload in [*strings, *attacks] if payload.strip()]

    def test_none_lives_in_a_text(self, payloads):
        for payload in payloads:
            assert live_parts(render(payload).html, whole=False) == [], payload

    @pytest.mark.parametrize("part", range(PARTS))
    def test_none_lives_on_any_page(self, client, editor, payloads, part):
        mine = payloads[part::PARTS]
        for start in range(0, len(mine), AT_ONCE):
            assert_words_stay_words(client, mine[start : start + AT_ONCE])
            Edition.objects.all()._raw_delete("default")
            for model in (Article, EvidenceClaim, Reference, Topic):
                model.objects.all().delete()
