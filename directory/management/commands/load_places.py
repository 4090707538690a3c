from pathlib import Path

from django.core.management import BaseCommand, CommandError

from directory.importers.places import PLACES, FaultyFile, save


class Command(BaseCommand):
    help = "Brings ZIP codes, cities, counties and states in line with their file. What staff changed is left."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=PLACES, help="Another file than the shipped one.")

    def handle(self, *args, file, **options):
        try:
            report = save(file)
        except FaultyFile as error:
            raise CommandError(f"Nothing was loaded from {file.name}. {error}") from error
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror or error}.") from error
        for line in report.lines():
            self.stdout.write(line)
