from django.core.management import BaseCommand

from directory.models import SearchRow


class Command(BaseCommand):
    help = "Writes what the search knows of every listing anew, and tells every process to load it."

    def handle(self, *args, **options):
        self.stdout.write(f"{SearchRow.objects.rebuild()} listings are in the search.")
