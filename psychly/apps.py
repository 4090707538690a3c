from django.apps import AppConfig
from django.contrib import admin
from django.contrib.admin import apps as admin_apps

ALLAUTH = {"account", "mfa", "usersessions"}


class PsychlyConfig(AppConfig):
    name = "psychly"
    verbose_name = "Accounts"


class DeskConfig(admin_apps.AdminConfig):
    default = False
    default_site = "psychly.accounts.desk.StaffDesk"

    def ready(self):
        """Addresses follow the account, factors and sessions are their owner's: allauth would put each on the desk."""
        super().ready()
        for model in [model for model in admin.site._registry if model._meta.app_label in ALLAUTH]:
            admin.site.unregister(model)
