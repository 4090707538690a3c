from allauth.mfa.models import Authenticator
from django.core.management import BaseCommand
from django.db import transaction

from psychly.accounts import vault

HIDDEN = ("secret", "seed")


class Command(BaseCommand):
    help = "Hides the secrets of second factors with the SECRET_KEY of now. Run it after a change of the key."

    @transaction.atomic
    def handle(self, *args, **options):
        renewed = 0
        for each in Authenticator.objects.select_for_update().exclude(type=Authenticator.Type.WEBAUTHN):
            each.data |= {name: vault.renew(each.data[name]) for name in HIDDEN if name in each.data}
            each.save(update_fields=["data"])
            renewed += 1
        self.stdout.write(f"{renewed} renewed")
