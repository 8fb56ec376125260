"""Possessives whose apostrophe was lost on the way ("the citys east", "Odrins mayor"), told to the parser as what they are."""

from __future__ import annotations

from spacy.tokens import Doc

_MARKS = ("'", "’", "`", "´")
_SHORTEST_TEXT = 400
_SHORTEST_STEM = 3
_NOUNS = frozenset(
    "city country world region regime government army president nation state province group town capital minister ministry party "
    "coalition movement village district people children women opposition year week month organization organisation".split()
)


def restore_possessives(doc: Doc) -> Doc:
    """Return ``doc`` with each lost possessive split in two tokens, the second of norm ``'s``; the text stays as it is.

    Only a text of some length without a single apostrophe counts as one that lost them. A capitalised word is split
    where it stands in the same text without its ``s``; other words where they are among the commonest possessors.
    """
    text = doc.text
    if len(text) < _SHORTEST_TEXT or any(mark in text for mark in _MARKS):
        return doc
    known = {token.text for token in doc}
    at = [token.i for token in doc if _lost(token.text, known) and token.i + 1 < len(doc) and doc[token.i + 1].is_alpha]
    if not at:
        return doc
    split = set(at)
    words, spaces, owners = [], [], []
    for token in doc:
        if token.i in split:
            words += [token.text[:-1], token.text[-1]]
            spaces += [False, bool(token.whitespace_)]
            owners.append(len(words) - 1)
        else:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    made = Doc(doc.vocab, words=words, spaces=spaces)
    for i in owners:
        made[i].norm_ = "'s"
    return made


def _lost(word: str, known: set[str]) -> bool:
    stem = word[:-1]
    if not word.endswith("s") or len(stem) < _SHORTEST_STEM or stem.endswith("s"):
        return False
    return stem in _NOUNS if word.islower() else word[0].isupper() and not word.isupper() and stem in known
