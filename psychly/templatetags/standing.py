"""Parts that every page has and that are the same on all of them: filled in once a process."""

from functools import cache

from django import template
from django.conf import settings
from django.template.base import Node, NodeList, VariableNode
from django.template.loader import render_to_string
from django.template.loader_tags import BlockNode
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def standing(part: str, **inputs: str) -> SafeString:
    """A template with a few inputs, each of few values."""
    make = _made.__wrapped__ if settings.DEBUG else _made
    return make(part, get_language(), **inputs)


@cache
def _made(part: str, language: str | None, **inputs: str) -> SafeString:
    return render_to_string(part, inputs)


@register.tag
def once(parser, token):
    """A stretch of a template that depends on nothing but the language: {% once %} … {% endonce %}."""
    nodes = parser.parse(["endonce"])
    parser.delete_first_token()
    if nodes.get_nodes_by_type((BlockNode, VariableNode)):
        raise template.TemplateSyntaxError("What is filled in once has no variables and no blocks.")
    return Once(nodes)


class Once(Node):
    def __init__(self, nodes: NodeList) -> None:
        self.nodes = nodes
        self.filled: dict[str | None, SafeString] = {}

    def render(self, context) -> SafeString:
        language = get_language()
        if settings.DEBUG or language not in self.filled:
            self.filled[language] = self.nodes.render(context.new())
        return self.filled[language]
