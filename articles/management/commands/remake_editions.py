from django.core.management.base import BaseCommand

from articles.models import Edition


class Command(BaseCommand):
    help = "Make the HTML of every edition again, after the renderer or the citation style got better. No word changes."

    def handle(self, *args, **options):
        editions = Edition.objects.select_related("article")
        changed = sum(edition.remake() for edition in editions.iterator(chunk_size=20))
        self.stdout.write(f"{editions.count()} editions read, {changed} made new.")
