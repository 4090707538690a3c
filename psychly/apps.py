from django.apps import AppConfig


class PsychlyConfig(AppConfig):
    name = "psychly"
    verbose_name = "Accounts"
