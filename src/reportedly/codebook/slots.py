r"""The slot language of triggers: where in the parse a role's filler stands.

A slot is a path of steps, each taken from the words that the step before reached, beginning at the trigger:

| step | reaches |
|---|---|
| ``subj`` | who does it: subject, agent of a passive, noun that a participle hangs on, subject passed down by control or coordination |
| ``obj`` | what it is done to: object, subject of a passive |
| ``dobj`` | object as it stands, also that of a passive ("was refused entry") |
| ``dative`` | to whom |
| ``comp`` | clause or infinitive it governs |
| ``attr`` | predicate noun or adjective |
| ``prep:of\|on`` | object of one of these prepositions |
| ``poss`` | possessor |
| ``mod`` | compound, adjective or hyphenated modifier before a noun; ``mod:main\|only`` one of these alone |
| ``head`` | noun that an adjective or participle stands before or hangs on |
| ``gov`` | verb that a noun depends on |
| ``prt`` | particle |
| ``neg`` | negation of the clause or of its subject, object ("not", "no", "neither", "none") |
| ``aux`` | auxiliaries and modal verbs |
| ``cond`` | clause that makes what it says depend on something ("if", "unless", "provided", "on condition that") |
| ``joined`` | verb that it is coordinated with |
| ``self`` | the trigger |

``a+b`` reaches what either slot reaches: those who met are the subject and the object.
"""

from __future__ import annotations

STEPS = frozenset(
    {"subj", "obj", "dative", "comp", "attr", "poss", "mod", "head", "gov", "prt", "self", "dobj", "neg", "aux", "cond", "joined"}
)
_WORDED = ("prep:", "mod:")


def known_slot(name: str) -> bool:
    """Say whether ``name`` is a path of known steps."""
    steps = (step for path in name.split("+") for step in path.split("/"))
    return all(step in STEPS or (step.startswith(_WORDED) and not step.endswith(":")) for step in steps)
