import logging

from django.core.management import BaseCommand, CommandError

from directory.upkeep.tasks import TASKS

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "The day's work: letters that are due, and what is kept no longer. Run it once a day; twice does no harm."

    def handle(self, *args, **options):
        """One part that fails does not keep the others from being done, but the command does not end well."""
        failed = [task.sentence for task in TASKS if not self._done(task)]
        if failed:
            raise CommandError(f"{len(failed)} of {len(TASKS)} parts failed; the log says where.")

    def _done(self, task) -> bool:
        try:
            self.stdout.write(task.sentence % task.run())
        except Exception:
            logger.exception("upkeep: a part failed")
            return False
        return True
