from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.exporters import CannotExport, export_article


class Command(BaseCommand):
    help = (
        "Writes an article as a folder: its text in Markdown, its references in CSL-JSON, and who stands for it. "
        "“load_articles --folder DIR” reads it again. What else the folder holds stays."
    )

    def add_arguments(self, parser):
        parser.add_argument("slug", help="its address, such as ketamine-iv-infusions")
        parser.add_argument("folder", type=Path, help="made where there is none")
        parser.add_argument("--language", default="en")

    def handle(self, *, slug, folder, language, **options):
        try:
            written = export_article(slug, folder, language)
        except CannotExport as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename or folder} cannot be written: {error.strerror or error}.") from error
        for path in written:
            self.stdout.write(f"Wrote {path}")
