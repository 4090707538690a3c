from django.core.management.base import BaseCommand, CommandError

from directory.importers.demo.load import CannotDemonstrate, load


class Command(BaseCommand):
    help = "Makes demonstration listings: plainly invented, over real places, the same on every machine."

    def add_arguments(self, parser):
        parser.add_argument("--listings", type=int, default=400, metavar="N", help="how many (400)")

    def handle(self, *, listings, **options):
        if listings < 0:
            raise CommandError("--listings takes a number from 0 up.")
        try:
            outcome, left = load(listings)
        except CannotDemonstrate as reason:
            raise CommandError(str(reason)) from reason
        counts = ", ".join(f"{number} {word}" for word, number in outcome.items() if number) or "none"
        self.stdout.write(f"Demonstration listings: {counts}.")
        for name in left:
            self.stdout.write(f"  Left as somebody changed it: {name}.")
