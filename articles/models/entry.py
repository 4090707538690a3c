from articles.citations.record import Record


class Entry(Record):
    """A numbered line of an edition's reference list: the record, its formatted text, and the places that cite it."""

    def __init__(self, csl, made):
        super().__init__(csl)
        self.number = made["number"]
        self.html = made["html"]
        self.places = made["places"]
