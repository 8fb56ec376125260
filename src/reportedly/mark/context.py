"""How a name stands in its sentence, as far as it tells a place from a person, and one place of that name from another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from reportedly.codebook import load_codebook

LOCATIVE = frozenset("in at near around outside inside across throughout towards toward within off".split())
"""Words after which a name is a place, whoever else may bear it."""

DIRECTIONAL = LOCATIVE | frozenset("from to into of via through over between".split())
"""Words after which a name is a place unless a person or body is meant."""

_ADJECTIVES = frozenset(
    "the north south east west northern southern eastern western central northeastern northwestern southeastern southwestern nearby rural "
    "downtown mainland neighbouring neighboring upper lower greater city town village state province region district county island".split()
)
_REGION_WORDS = frozenset("state province region governorate county oblast prefecture territory".split())
_TOWN_WORDS = frozenset("city town village suburb municipality capital".split())
_DISEASE = frozenset("virus viruses disease diseases fever flu influenza syndrome ebolavirus strain hepatitis encephalitis".split())
GENERIC = frozenset(
    "north south east west northern southern eastern western central middle upper lower new old great greater little royal valley bay "
    "lake lakes river mountain mountains mount island islands city county town village district province state region territory republic "
    "union university college church court school hospital park street road avenue square bridge market port harbour harbor beach "
    "coast hill hills forest garden house home center centre justice peace mission soul hope independence victory president minister "
    "government parliament congress senate police army general major captain doctor dr mr mrs ms st saint mad other numerous".split()
)
"""Words that name a place only as part of a longer name, though a village somewhere is called so."""

_FORCES = 0.006
_LEAST = 3
_COMMA = re.compile(r"\s?[,(]\s?(?:in\s)?|\s+in\s+(?:the\s+)?")
_LONGEST_GAP = 8


def governing(first: Token) -> str:
    """Return the lower-case word that a name beginning with ``first`` hangs on, past articles and adjectives of place; empty at a start."""
    at = first.i - 1
    while at >= 0 and first.doc[at].lower_ in _ADJECTIVES and not first.doc[at + 1].is_sent_start:
        at -= 1
    if at >= 0 and first.doc[at].lower_ == "of" and first.doc[at - 1].lower_ in _TOWN_WORDS | _REGION_WORDS:
        return "in"
    return first.doc[at].lower_ if at >= 0 and not first.doc[at + 1].is_sent_start else ""


def tells_of_war(doc: Doc) -> bool:
    """Say whether a document tells of a war: at least three words, and six in a thousand, are of forces and attacks."""
    classes = load_codebook().classes
    wanted = classes["force_noun"] | classes["attack_noun"]
    found = sum(token.lemma_.lower() in wanted for token in doc)
    return found >= _LEAST and found >= _FORCES * len(doc)


def surnames(doc: Doc) -> frozenset[str]:
    """Return the last words of the full names of persons: alone, such a word is a person again, whichever town is called so."""
    return frozenset(entity[-1].text for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1)


def part_of_person(span: Span) -> bool:
    """Say whether a name is part of a person's: "Paris Hilton", "Michael Jordan"."""
    inside = [token.ent_type_ == "PERSON" for token in span]
    doc, after = span.doc, span.end < len(span.doc)
    follows = after and doc[span.end].ent_type_ == "PERSON" and doc[span.end].ent_iob_ == "I" and doc[span.end].is_title
    return all(inside) and (follows or (span[0].ent_iob_ == "I" and doc[span.start - 1].is_title))


def names_disease(last: Token) -> bool:
    """Say whether the name that ends with ``last`` is that of an illness or its agent ("Marburg virus", "Marburg hemorrhagic fever")."""
    after = last.doc[last.i + 1 : last.i + 3]
    return any(token.lower_ in _DISEASE for token in after[:1]) or (
        len(after) > 1 and after[0].pos_ == "ADJ" and after[1].lower_ in _DISEASE
    )


def wanted_kinds(first: Token, last: Token) -> frozenset[str]:
    """Return the kinds of place that the words beside a name speak of; empty where they say nothing."""
    doc = last.doc
    after = doc[last.i + 1].lower_ if last.i + 1 < len(doc) else ""
    before = {doc[i].lower_ for i in range(max(0, first.i - 2), first.i)}
    if after in _REGION_WORDS or ("of" in before and before & _REGION_WORDS):
        return frozenset({"region", "governorate"})
    if "of" in before and before & _TOWN_WORDS:
        return frozenset({"city", "town", "village"})
    return frozenset()


def contained(doc: Doc, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of two neighbouring spans of which the second says where the first lies: "Paris, Texas", "Paris in Texas"."""
    text = doc.text
    for i in range(len(spans) - 1):
        gap = text[spans[i][1] : spans[i + 1][0]]
        if len(gap) <= _LONGEST_GAP and _COMMA.fullmatch(gap):
            yield i, i + 1
