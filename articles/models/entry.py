from articles.citations.ama import ama_entry
from articles.citations.record import Record


def made_of(cited, by_key, printed=ama_entry):
    """What is kept of each line; `printed` makes the entry of a record, which is slow."""
    return [
        {"key": each.key, "number": each.number, "places": each.places, "html": printed(by_key[each.key])}
        for each in cited
    ]


class Entry(Record):
    """A numbered line of an edition's reference list: the record, its formatted text, and the places that cite it.

    `standing` is laid over the edition at the time of reading: None where nothing was published about the source.
    """

    def __init__(self, csl, made, standing=None):
        super().__init__(csl)
        self.made = made
        self.number = made["number"]
        self.html = made["html"]
        self.places = made["places"]
        self.standing = standing
