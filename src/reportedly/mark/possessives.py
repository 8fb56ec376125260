"""What a text lost on the way, told to the parser as what it is: possessives without apostrophe ("the citys east", "Odrins mayor").

Also a name in capitals that the parser would take for a verb ("an IS convoy").
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

_MARKS = ("'", "’", "`", "´")
_SHORTEST_TEXT = 400
_SHORTEST_STEM = 3
_NOUNS = frozenset(
    "city country world region regime government army president nation state province group town capital minister ministry party "
    "coalition movement village district people children women opposition year week month organization organisation".split()
)
_PLURAL = frozenset("group party movement village district province state town month year week minister country region nation".split())
"""Those among them whose plural is as common: they own something only behind an article."""
_DETERMINERS = frozenset("the a an this that each every its their his her another one".split())
_NO_POSSESSION = frozenset(
    """
    a an the this that these those and or but nor if as than when while who which whose to of in on at by for from with without near
    about after before since until against over under into is are was were be been being has have had do does did will would can could
    may might must should not also still now said say told tell claimed accused warned reported denied announced confirmed added
    """.split()
)
"""Words that nobody owns: what stands before them is a plural."""
_NAMES = {"IS": "isis"}
"""Names in capitals that are spelt like a verb, with a name of the same bearer that is not."""


def restore_possessives(doc: Doc) -> Doc:
    """Return ``doc`` with what :mod:`possessives` tells the parser.

    Returns:
        A new Doc of the same text where possessives were lost, else ``doc``, with norms set for names that look like verbs.
    """
    made = _split(doc)
    for token in made:
        if token.text in _NAMES and _names(token):
            token.norm_ = _NAMES[token.text]
    return made


def _names(token: Token) -> bool:
    """Say whether a word in capitals is a name: the words around it are not all in capitals."""
    near = token.doc[max(0, token.i - 2) : token.i + 3]
    return any(t.is_alpha and not t.is_upper for t in near)


def _split(doc: Doc) -> Doc:
    """Return ``doc`` with each lost possessive split in two tokens, the second of norm ``'s``; the text stays as it is.

    Only a text of some length without a single apostrophe counts as one that lost them. A capitalised word is split
    where it stands in the same text without its ``s``; other words where they are among the commonest possessors.
    """
    text = doc.text
    if len(text) < _SHORTEST_TEXT or any(mark in text for mark in _MARKS):
        return doc
    known = {token.text for token in doc}
    at = [token.i for token in doc if _lost(token.text, known) and _owns(token)]
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


def _owns(token: Token) -> bool:
    """Say whether a word may own what follows it: not "rights groups said", nor "state parties met"."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is None or not following.is_alpha or following.lower_ in _NO_POSSESSION:
        return False
    if token.lower_[:-1] not in _PLURAL or not token.text.islower():
        return True
    return any(t.lower_ in _DETERMINERS for t in token.doc[max(0, token.i - 3) : token.i])
