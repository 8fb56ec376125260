"""What kind of speaker a common noun means: a person, a document, or one of the kinds of actor."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.codebook import load_codebook
from reportedly.model import ActorMention
from reportedly.text import fold

RELATIVE = frozenset("who which that whom whose".split())
INDEFINITE = frozenset("some many others several few one most another someone somebody everyone all both people those anyone".split())
UNNAMED = frozenset(
    """
    source activist official resident witness eyewitness medic doctor rescuer local villager correspondent reporter diplomat analyst expert
    observer commander fighter soldier civilian aide adviser advisor person man woman critic supporter worker leader member
    spokesman spokeswoman spokesperson journalist report rumour rumor people citizen refugee family relative lawyer researcher officer
    group faction opponent insider monitor media negotiator envoy minister general mediator inspector teacher nurse volunteer
    soldier pilot driver engineer representative delegate estimate assessment leak""".split()
)
"""Nouns whose bearers have no name of their own, and some of documents that nobody signs."""
CLASSES = UNNAMED - frozenset("report rumour rumor group faction monitor media".split())
"""The same, only persons: "Turkish officials" are no government, though they belong to one."""
SPOKESPERSONS = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen mouthpiece".split())

FIGURES = frozenset("figure estimate data datum number statistic tally count toll survey poll".split())
LAWS = frozenset("resolution treaty constitution law agreement accord memorandum bill pact convention charter".split())
"""Texts that many have made, and that speak for themselves."""
TEXTS = frozenset(
    """letter statement report proposal plan draft article release bulletin communique communiqué memo declaration document account text
    message note post tweet dispatch appeal initiative story piece paper column study assessment press-release speech""".split()
)
RECORDINGS = frozenset("video footage photo photograph image picture clip recording film audio broadcast".split())
"""What shows something to whoever sees or hears it."""
DOCUMENTS = FIGURES | LAWS | TEXTS | RECORDINGS

_PERSON_ENDS = ("man", "woman", "person", "er", "or", "ist", "ian", "ant", "ee", "ess")
_CAPITAL_ENDS = ("man", "woman", "person", "ist")
"""Of words at the start of a sentence, which may as well be names."""
_SHORT = 5
_PERSONS = UNNAMED | frozenset(
    """official chief head president secretary governor mayor colonel captain sheikh imam pope king queen emir liaison ambassador
    deputy premier chairman chairwoman patriarch director chair brigadier lieutenant major sergeant admiral marshal boss guard
    coordinator spokesman figure prime minister monk priest farmer judge""".split()
)
_NO_PERSONS = frozenset(
    """paper newspaper letter centre center order quarter chapter tower power number matter river border broadcaster chamber daughter
    newsletter parliament government department statement sector factor corridor harbor supporter-group figure report rumour rumor group
    faction media monitor people family covenant restaurant register corner winter summer water shelter theater theatre server
    committee""".split()
)

_WATCHING = frozenset({"monitor", "group", "watchdog", "organisation", "organization", "network", "observatory"})
_WATCH = frozenset("monitor monitoring track watch document follow observe record watchdog".split())

_SIDES = frozenset({"state", "government", "armed-force", "armed-group", "coalition", "party"})

_KINDS = {
    "state": "country state kingdom republic government nation capital",
    "government": "government authority administration cabinet",
    "armed-force": "army military force troop",
    "armed-group": "group faction organisation organization movement militia rebel insurgent fighter militant brigade battalion",
    "coalition": "coalition alliance bloc group",
    "alliance": "alliance bloc organisation organization",
    "body": "body organisation organization agency group council mission bloc network charity institution company office union outlet",
    "agency": "agency service body",
    "ngo": "group organisation organization charity agency foundation network watchdog aid",
    "outlet": "agency newspaper paper daily outlet channel broadcaster website site magazine network station weekly journal",
    "think-tank": "institute think-tank tank group firm centre center",
    "company": "company firm",
    "party": "party movement group",
    "monitor": "monitor group network watchdog organisation organization observatory mission",
}


def stem(word: str) -> str:
    """Return a word in lower case without marks, possessive and plural ending."""
    return word.lower().strip("\"“”‘’'().,;:").removesuffix("'s").removesuffix("’s").removesuffix("s")


_BY_NOUN = {stem(noun): frozenset(k for k, n in _KINDS.items() if noun in n.split()) for nouns in _KINDS.values() for noun in nouns.split()}


def kinds_of(noun: str) -> frozenset[str]:
    """Return the kinds of actor that a noun may take up again ("agency": an outlet, an agency …), by its stem."""
    return _BY_NOUN.get(noun, frozenset())


def is_person_noun(token: Token) -> bool:
    """Say whether a common noun means one or more persons."""
    lemma = token.lemma_.lower()
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or lemma in _NO_PERSONS:
        return False
    if token.lower_ != token.text and token.is_sent_start and lemma.endswith(_CAPITAL_ENDS) and len(lemma) > _SHORT:
        return True
    return lemma in _PERSONS or (lemma.endswith(_PERSON_ENDS) and token.lower_ == token.text)


def is_class(holder: Token, mention: ActorMention | None) -> bool:
    """Say whether a source is one of a kind or many of it, without a name: "activists in the old town", "a US official", "one rebel"."""
    if holder.pos_ not in {"NOUN", "ADJ"} or (mention is not None and mention.kind == "person"):
        return False
    lemma = holder.lemma_.lower()
    if mention is None:
        return lemma in CLASSES
    if mention.kind == "population":
        return True
    if lemma in CLASSES - _forces():
        return holder.text.islower() or mention.kind in _SIDES
    one = holder.tag_ == "NN" and any(c.dep_ in {"det", "nummod"} and c.lower_ in {"a", "an", "one", "another"} for c in holder.children)
    return one and is_person_noun(holder)


def _forces() -> frozenset[str]:
    return load_codebook().classes["force_noun"]


def is_definite(noun: Token) -> bool:
    """Say whether a noun phrase takes up what was named before: "the ministry", "the same source"."""
    return any(c.lower_ in {"the", "this", "that", "these", "those", "same"} for c in noun.children if c.dep_ in {"det", "amod"})


def is_monitor(noun: Token) -> bool:
    """Say whether a noun without a name means a body that watches a war: "a monitor group", "a group tracking the violence", "a group"."""
    if noun.pos_ != "NOUN" or noun.tag_ != "NN" or noun.lemma_.lower() not in _WATCHING:
        return False
    told = [c for c in noun.children if c.dep_ not in {"det", "punct", "case"}]
    watching = any(t.lemma_.lower() in _WATCH for c in told for t in (c, *c.children))
    return noun.lemma_.lower() == "monitor" or watching or (not told and any(c.lower_ in {"a", "an"} for c in noun.children))


def phrase(noun: Token) -> str:
    """Return a noun with the words before it that depend on it."""
    return fold(noun.doc[noun.left_edge.i : noun.i + 1].text)
