import logging
import os
import time

from django.core.management import BaseCommand
from django.db import DatabaseError, close_old_connections

from directory.models import Photo

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Prepares the photos that were uploaded. Two at once share the work; after a kill it goes on where it was."

    def add_arguments(self, parser):
        parser.add_argument(
            "--watch", type=float, metavar="SECONDS", help="look again and again, until its parent ends"
        )

    def handle(self, *, watch, **options):
        parent = os.getppid()
        self.prepare()
        while watch and os.getppid() == parent:
            time.sleep(watch)
            self.look_again()

    def prepare(self):
        number = sum(self.is_done(photo) for photo in Photo.objects.due())
        if number:
            self.stdout.write(f"{number} photos prepared.")

    def look_again(self):
        """A database that is away for a moment comes back."""
        close_old_connections()
        try:
            self.prepare()
        except DatabaseError:
            logger.exception("make_photos: the queue could not be read")

    def is_done(self, photo) -> bool:
        """One that fails does not keep the others waiting; it is due again when its time is up."""
        try:
            if not photo.take():
                return False
            photo.process()
        except Exception:
            logger.exception("make_photos: a photo failed")
            return False
        return photo.status != Photo.Status.UPLOADED
