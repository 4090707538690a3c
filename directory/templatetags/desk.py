from django import template

from directory.desk import queues

register = template.Library()


@register.inclusion_tag("admin/_desk.html")
def desk(user):
    return {"queues": queues(user)}
