from django.http import HttpResponse
from django.urls import path


def hello(request):
    return HttpResponse("Hello, world")


# Where whoever starts a server looks whether it answers.
urlpatterns = [path("healthz", hello)]
