from django.contrib import admin

from articles.models import Person, Topic


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["title", "slug", "position"]
    search_fields = ["title"]
    prepopulated_fields = {"slug": ["title"]}


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    list_display = ["name", "credentials", "role", "is_organization"]
    list_filter = ["is_organization"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
