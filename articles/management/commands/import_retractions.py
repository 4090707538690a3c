from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.retractions.read import FaultyFile
from articles.retractions.report import Report
from articles.retractions.save import import_retractions


class Command(BaseCommand):
    help = (
        "Looks for every reference, by DOI and PubMed number, in the CSV file of Retraction Watch, and records "
        "retractions, expressions of concern, corrections and reinstatements. Readers see them at once wherever the "
        "reference is cited. Rows that cannot be read are named with their line and the reason. Without --commit it "
        "only says what it would write; a second run with the same file writes nothing new."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="“retraction_watch.csv”")
        parser.add_argument("--commit", action="store_true", help="write what was found")
        parser.add_argument(
            "--as-of", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day the file is of; today, unless given"
        )

    def handle(self, *, file, commit, as_of, **options):
        report = Report(tell=self.stdout.write)
        on = as_of or timezone.localdate()
        if on > timezone.localdate():
            raise CommandError(f"The file would be of {on}, which is still to come: say --as-of with the right day.")
        try:
            with file.open(encoding="utf-8-sig", errors="replace", newline="") as opened:
                import_retractions(opened, report, on=on, writes=commit)
        except FaultyFile as error:
            raise CommandError(f"Nothing was taken from {file}. {error}") from error
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror or error}.") from error
        for line in report.lines():
            self.stdout.write(line)
        if not commit:
            self.stdout.write("Nothing was written: say --commit to write it.")
