from datetime import date

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from directory.importers.npi.read import Reading
from directory.importers.npi.report import Report
from directory.importers.npi.save import Look, listed_npis, save
from directory.importers.npi.stream import FaultyFile, opened


class Command(BaseCommand):
    help = (
        "Compares every NPI that we list with the public file of the NPI registry (NPPES, “npidata_pfile_….csv” or the "
        "zip that it comes in): name, state, taxonomy, deactivation. What it finds goes into the ledger of checks: "
        "confirmed, contradicted with the difference in words, or, where a complete file lacks it, not confirmed. "
        "Rows that cannot be read are named with their line and the reason. A second run with the same file on the "
        "same day writes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", help="a CSV file, a zip file, or - for CSV from a pipe")
        parser.add_argument("--dry-run", action="store_true", help="say what was found and write nothing")
        parser.add_argument(
            "--complete",
            action="store_true",
            help="the file holds every NPI there is, so that one that is missing does not exist; known by itself of a "
            "file that has the registry's own name and begins with 20050523",
        )
        parser.add_argument(
            "--as-of",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="the day the file is of, where its name does not say; today, unless given",
        )

    def handle(self, *, file, dry_run, complete, as_of, verbosity, **options):
        report = Report(tell=self.stdout.write, name_all=verbosity > 1)
        try:
            with opened(file) as source:
                look = Look(
                    source=source.name,
                    on=_not_in_the_future(as_of or source.as_of or timezone.localdate()),
                    is_complete=complete or source.is_complete,
                    writes=not dry_run,
                )
                reading = Reading(source, listed_npis(), report).run()
        except FaultyFile as error:
            raise CommandError(f"Nothing was checked against {file}. {error}") from error
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror or error}.") from error
        save(reading, look, report)
        for line in report.lines():
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("Nothing was written: this was a dry run.")


def _not_in_the_future(day):
    if day > timezone.localdate():
        raise CommandError(f"The file would be of {day}, which is still to come: say --as-of with the right day.")
    return day
