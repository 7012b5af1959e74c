"""What is planted: an error is a few edits of a text that make it wrong in a way that a careful reader can prove from the text alone.

    @kind("figure of a share", 4, FIGURES)
    def share(article, dice):
        yield Error(article, [(begin, end, "78.33")], also=[quote])

A kind has a name, its share among the errors planted (about what an editor meets) and the kinds of findings that fit it. Its function yields
the errors that could be planted in one article.
"""
FIGURES = {"arithmetic", "conflict"}
KINDS = {}


class Error:
    """Edits of one text (in characters of the clean one), and the places that a finding of it may stand in."""

    def __init__(self, article, edits, also=(), locks=()):
        self.kind = None
        self.article = article
        self.edits = sorted(edits)
        self.also = list(also)                        # further places that tell of the error: the other side of a relation
        self.locks = {article.n, *locks}              # articles in which nothing else may be planted

    @property
    def text(self):
        return self.article.text

    def was(self):
        return " … ".join(self.text.text[b:e] for b, e, _ in self.edits)

    def becomes(self):
        return " … ".join(new for _, _, new in self.edits)


class Kind:
    def __init__(self, name, share, fits, find):
        self.name, self.share, self.fits, self.find = name, share, fits, find

    def errors(self, article, dice):
        for error in self.find(article, dice):
            error.kind = self
            yield error


def kind(name, share, fits):
    def register(find):
        KINDS[name] = Kind(name, share, fits, find)
        return find
    return register


def body(article):
    """The paragraphs of an article: (begin, end, words)."""
    return [(b, e, article.text.text[b:e]) for b, e in article.paragraphs]
