from django.urls import include, path

from directory.views import compare, confirm, health, landing, places, public, questions, reports
from directory.views.provider import claims, objections

app_name = "directory"

urlpatterns = [
    path("", public.search, name="search"),
    path("health/", health.health, name="health"),
    path("confirm/<str:token>/", confirm.confirm, name="confirm"),
    path("mine/", include("directory.provider_urls")),
    path("compare/", compare.compare, name="compare"),
    path("reports/<str:code>/", reports.report_status, name="report_status"),
    path("in/<slug:state>/", landing.in_state, name="in_state"),
    path("in/<slug:state>/<slug:city>/", landing.in_city, name="in_city"),
    path("places/", places.places, name="places"),
    # Last: the slugs in models.listing_constraints.RESERVED_SLUGS are kept free for every page beside it.
    path("<slug:slug>/", public.listing_detail, name="listing_detail"),
    path("<slug:slug>/report/", reports.report, name="report"),
    path("<slug:slug>/claim/", claims.claim, name="claim"),
    path("<slug:slug>/claim/code/", claims.claim_code, name="claim_code"),
    path("<slug:slug>/claim/again/", claims.claim_again, name="claim_again"),
    path("<slug:slug>/claim/withdraw/", claims.claim_withdraw, name="claim_withdraw"),
    path("<slug:slug>/claim/objection/<str:token>/", objections.claim_objection, name="claim_objection"),
    path("<slug:slug>/history/", public.listing_history, name="listing_history"),
    path("<slug:slug>/questions/", questions.listing_questions, name="listing_questions"),
]
