from pathlib import Path

from django.core.management import BaseCommand, CommandError

from directory.importers.vocabulary import NOT_IN_FILE, VOCABULARY, FaultyFile, save
from directory.models import Term


class Command(BaseCommand):
    help = "Brings the vocabulary in line with its file. Terms that staff changed are left and named."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=VOCABULARY, help="Another file than the shipped one.")

    def handle(self, *args, file, **options):
        try:
            report = save(file)
        except FaultyFile as error:
            raise CommandError(f"Nothing was loaded from {file.name}.\n{error}") from error
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        for line in report.lines():
            self.stdout.write(line)
        for term in report.rows(Term, NOT_IN_FILE):
            self.stdout.write(f"  {NOT_IN_FILE.capitalize()}: {term}.")
