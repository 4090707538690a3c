from django.core.management import BaseCommand

from directory.delivery import deliver


class Command(BaseCommand):
    help = "Sends the letters that wait. Run it every minute; two at once send no letter twice."

    def handle(self, *args, **options):
        outcomes = deliver()
        if outcomes:
            self.stdout.write(", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items())))
