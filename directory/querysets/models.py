"""The models import the querysets, so that these ask for a model by its name."""

from django.apps import apps


def model(name):
    return apps.get_model("directory", name)
