"""What providers may not publish, guides may not say: only quote it where they say that it is wrong."""

import pytest

from articles.management.commands.load_articles import SHIPPED
from directory.overclaims import RULES, overclaims

GUIDES = sorted(path.parent.name for path in SHIPPED.glob("*/article.md"))
QUOTED = {
    "how-we-verify-providers": {rule.slug for rule in RULES} - {"hipaa_certified"},
    # "not FDA-approved"; guarantees are among the red flags.
    "ketamine-iv-infusions": {"fda_approved", "guaranteed"},
    # A clinic that says it is wrong.
    "ketamine-or-esketamine": {"fda_approved"},
}


@pytest.mark.parametrize("slug", GUIDES)
def test_a_guide_says_nothing_that_a_provider_may_not(slug):
    found = overclaims((SHIPPED / slug / "article.md").read_text())
    assert {each.rule.slug for each in found} == QUOTED.get(slug, set()), [each.phrase for each in found]
