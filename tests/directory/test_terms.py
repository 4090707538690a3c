import re
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from directory import terms

# Of the words of each version, by its name: whoever changes a word gives it another name, and asks for consent anew.
DIGESTS = {"2026-11": "97a6dd5b6e2fd0dd"}


def digest() -> str:
    template = Path(settings.BASE_DIR) / "templates" / "directory" / "mine" / "_terms.html"
    words = re.findall(r'<li>{% translate "(.+?)" %}</li>', template.read_text())
    return sha256("\n".join(words).encode()).hexdigest()[:16]


def test_other_words_have_another_version():
    assert DIGESTS[terms.VERSION] == digest()
