"""Which nouns can have said something: people, bodies and their documents, but not attacks, moves and facts."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from reportedly.codebook import load_codebook

SPEAKING = frozenset(
    """
    agency organization organisation committee council commission party team campaign company bank court judge union network channel
    newspaper paper outlet website magazine journal body monitor observatory movement alliance bloc side community country nation
    public mission delegation embassy office bureau department institute university centre center foundation charity ngo association
    federation chamber majority opposition coalition group source activist critic aide analyst expert figure estimate data report
    statement survey poll study letter resolution number statistic release article account review document draft plan text book memo
    tweet post page bill law constitution agreement media press panel firm authority faction regime clergy police crowd board chief
    head candidate nominee half third percent many some other others rest witness medic local eyewitness spokesman activist camp
    insurgency rebel inquiry investigation probe bulletin communique
""".split()
)
"""Bodies, documents and people without a name, by lemma."""
_NAMED_PARTS = frozenset(
    """
    medium television tv radio broadcaster daily weekly watchdog hospital directorate presidency leadership command unit corps service
    story version narrative testimony crescent secretariat parliament senate congress
    """.split()
)
"""More of them, which are as often a word inside of a name ("the Press Service of the Ministry")."""
_PERSON_ENDS = ("man", "men", "woman", "women", "er", "or", "ist", "ian", "ant", "person", "people")
_POINTING = frozenset({"that", "this", "these", "what", "nothing", "everything", "something"})


def can_speak(head: Token | None) -> bool:
    """Say whether a source can say something: people, bodies, their documents; not "the attack shows" or "that means"."""
    if head is None or head.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"} or head.pos_ == "PROPN":
        return True
    if head.pos_ in {"PRON", "DET"}:
        return head.lower_ not in _POINTING or head.dep_ == "poss" or head.head.dep_ == "relcl"
    if head.pos_ != "NOUN":
        return True
    lemma = head.lemma_.lower()
    if any(c.dep_ in {"compound", "poss", "nmod"} and c.ent_type_ in {"ORG", "PERSON"} for c in head.children):
        return True
    return names_speaker(lemma)


def names_speaker(lemma: str) -> bool:
    """Say whether the bearers of a common noun can say something."""
    return lemma in _speaking() or lemma.endswith(_PERSON_ENDS)


@cache
def _speaking() -> frozenset[str]:
    """Return the nouns whose bearers can say something: those of the codebook that mean people, forces and governments, and more."""
    classes = load_codebook().classes
    return SPEAKING | _NAMED_PARTS | classes["force_noun"] | classes["government_noun"] | classes["person"]
