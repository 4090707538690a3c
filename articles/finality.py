"""What of an edition never changes once readers have it, and the refusal when somebody tries all the same."""

SAID = ("title", "summary", "text", "about", "references", "claims")
ANSWERED_FOR = ("authors", "reviewer", "written_on", "reviewed_on", "next_review_on")
FINAL = ("article_id", "number", "reason", "published_at", "unreviewed_because", "correction", *SAID, *ANSWERED_FOR)


class EditionIsFinal(Exception):
    """Somebody tried to change or delete what readers were promised would stay."""


def refuse_changed_words(names):
    if touched := sorted({"article", *FINAL} & set(names)):
        raise EditionIsFinal(f"An edition never changes; asked to change {', '.join(touched)}.")


def refuse_deletion():
    raise EditionIsFinal("An edition has a permanent address; publish a better one instead.")
