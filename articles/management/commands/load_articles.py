from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.importers import BrokenFolder, load_folder

SHIPPED = Path(__file__).resolve().parents[2] / "content"


class Command(BaseCommand):
    help = "Load guides from a folder; an edition appears only when words changed, and what staff changed is left."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=SHIPPED, help="the shipped guides, unless given")

    def handle(self, *args, folder, **options):
        try:
            report = load_folder(folder)
        except BrokenFolder as error:
            raise CommandError(str(error)) from error
        for line in report.lines():
            self.stdout.write(line)
