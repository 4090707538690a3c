from django.urls import path

from articles import views
from articles.feeds import GuideFeed

app_name = "articles"

urlpatterns = [
    path("", views.article_list, name="article_list"),
    path("topics/<slug:slug>/", views.topic_detail, name="topic_detail"),
    path("preview/<str:token>/", views.edition_preview, name="edition_preview"),
    path("feed/", GuideFeed(), name="feed"),
    path("glossary/", views.glossary, name="glossary"),
    path("<slug:slug>/", views.article_detail, name="article_detail"),
    path("<slug:slug>/changes/", views.article_changes, name="article_changes"),
    path("<slug:slug>/checklist/", views.article_checklist, name="article_checklist"),
    path("<slug:slug>/editions/<int:number>/", views.edition_detail, name="edition_detail"),
    path("<slug:slug>/references.<slug:extension>", views.article_references, name="article_references"),
    path(
        "<slug:slug>/editions/<int:number>/references.<slug:extension>",
        views.edition_references,
        name="edition_references",
    ),
    path(
        "<slug:slug>/editions/<int:number>/citation.<slug:extension>",
        views.edition_citation,
        name="edition_citation",
    ),
]
