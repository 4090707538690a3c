from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from psychly.models import User

admin.site.site_header = _("Psychly staff desk")
admin.site.site_title = _("Psychly staff desk")
admin.site.index_title = _("The desk")


class UserCreationForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ["email"]


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    add_form = UserCreationForm
    ordering = ["email"]
    list_display = ["email", "name", "is_staff", "is_active", "last_login"]
    list_filter = ["is_staff", "is_active", "groups"]
    search_fields = ["email", "name"]
    actions = ["take_second_factors_away"]
    readonly_fields = ["last_login", "joined_at"]
    fieldsets = [
        (None, {"fields": ["email", "password", "name"]}),
        (_("Rights"), {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
        (_("Dates"), {"fields": ["last_login", "joined_at"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name", "usable_password", "password1", "password2"]})]

    def save_model(self, request, obj, form, change):
        """A new address is proved at the next sign-in, whoever typed it; until then nobody is in with it."""
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:
            EmailAddress.objects.filter(user=obj).delete()
            for session in UserSession.objects.filter(user=obj):
                session.end()

    @admin.action(description=_("Take second steps away (lost phone or passkey)"), permissions=["change"])
    def take_second_factors_away(self, request, queryset):
        """For who has lost them all. Staff cannot open the desk again before they set up another."""
        factors = Authenticator.objects.filter(user__in=queryset)
        for user in queryset.filter(authenticator__in=factors).distinct():
            self.log_change(request, user, "Took second steps away")
        number, _by_model = factors.delete()
        self.message_user(request, ngettext("%d was taken away.", "%d were taken away.", number) % number)
