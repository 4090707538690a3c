from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PsychlyConfig(AppConfig):
    name = "psychly"
    verbose_name = "Accounts"


class DeskConfig(AdminConfig):
    default_site = "psychly.accounts.desk.StaffDesk"
