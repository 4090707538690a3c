from django.core.management import BaseCommand

from articles.models import Section
from directory.models import SearchRow


class Command(BaseCommand):
    help = "Writes what both searches know anew: of every listing, which every process then loads, and of every guide."

    def handle(self, *args, **options):
        self.stdout.write(f"{SearchRow.objects.rebuild()} listings are in the search.")
        self.stdout.write(f"{Section.objects.rebuild()} guides are in the search.")
