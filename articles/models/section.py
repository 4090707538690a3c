"""What the search knows of the guides: a row for each section, written in the transaction that changes what is read."""

from django.apps import apps
from django.db import connections, models, router, transaction

from articles.citations.record import Record
from articles.models.section_text import SectionText
from articles.models.section_word import SectionWord, spelled_in
from articles.parts import parts_of


class SectionManager(models.Manager["Section"]):
    def public(self):
        """Of the edition that readers have now. Those of one that is scheduled, or was replaced when a day came, are
        there and wait."""
        return self.filter(edition__in=_model("Edition").objects.published())

    @transaction.atomic
    def write(self, article) -> None:
        """Those of the edition that readers have, and of the one that is scheduled; all others of the article go."""
        self._take_turns()
        before = self._take_out(self.filter(edition__article=article))
        SectionWord.objects.recount(before, [_spelled_in(row) for row in self._write_new(article)])

    @transaction.atomic
    def drop(self, edition) -> None:
        """Those of an edition that nobody will read."""
        self._take_turns()
        SectionWord.objects.recount(self._take_out(self.filter(edition=edition)), [])

    @transaction.atomic
    def rebuild(self) -> int:
        """Writes every row anew; the number of guides. Searches see the old ones until it is done."""
        self._take_turns()
        SectionText.objects.all().delete()
        self.all().delete()
        articles = _model("Article").objects.filter(editions__isnull=False).distinct().order_by("pk")
        written = [self._write_new(article) for article in articles]
        SectionWord.objects.rebuild(_spelled_in(row) for rows in written for row in rows)
        return sum(map(bool, written))

    def _write_new(self, article) -> "list[Section]":
        editions = filter(None, [article.current_edition, article.scheduled_edition])
        rows = self.bulk_create(row for edition in editions for row in _rows_of(edition))
        SectionText.objects.write(rows)
        return rows

    def _take_out(self, sections) -> list[str]:
        """The words that they had."""
        rows = list(sections)
        SectionText.objects.filter(pk__in=[row.pk for row in rows]).delete()
        sections.delete()
        return [_spelled_in(row) for row in rows]

    def _take_turns(self) -> None:
        """Words are counted by what was counted before. SQLite lets one write at a time anyway."""
        connection = connections[router.db_for_write(self.model)]
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("LOCK TABLE articles_sectionword IN SHARE ROW EXCLUSIVE MODE")


class Section(models.Model):
    """`anchor` is empty where the guide begins, and `title` is then that of the guide; else that of the section."""

    edition = models.ForeignKey("Edition", models.CASCADE, related_name="+")
    anchor = models.TextField()
    title = models.TextField()
    above = models.TextField()
    words = models.TextField()
    stressed = models.TextField()
    sources = models.TextField()

    objects = SectionManager()

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        guide = self.edition.article.get_absolute_url()
        return f"{guide}#{self.anchor}" if self.anchor else guide


def _rows_of(edition):
    sources = {csl["id"]: Record(csl).plain_title for csl in edition.references}
    parts = parts_of(edition.title, edition.summary, edition.html, sources)
    return [Section(edition=edition, **part._asdict()) for part in parts]


def _spelled_in(section):
    return spelled_in(section.title, section.words)


def _model(name):
    """Of a module that imports this one, so it is asked for by name."""
    return apps.get_model("articles", name)
