"""Words of dealing with somebody: beside them the name of a place stands for those who govern there (:mod:`reportedly.mark.metonyms`)."""

from __future__ import annotations

HYPHENS = frozenset({"-", "–"})
ADDRESSED = frozenset(
    "accuse admonish advise aid applaud appease arm ask assure back beg berate beseech blame caution chide commend condemn congratulate "
    "consult convince criticise criticize demand denounce deter discredit dissuade embolden encourage enrage expose finance fund implore "
    "inform instruct invite irritate isolate lambast lobby notify oblige oppose order persuade petition praise press pressure prod "
    "promise punish question quote rebuke remind reproach request sanction scold slam summon support tell thank threaten trust urge "
    "warn".split()
)
"""Verbs whose object is somebody."""

UNDERGONE = frozenset("accuse blame condemn criticise criticize ask urge invite inform represent suspect tell warn thank press".split())
BLAMED = frozenset("hold consider deem see view regard".split())
JUDGED = frozenset("responsible accountable guilty complicit liable".split())
STATIVE = frozenset("lie border stretch burn suffer bleed starve witness".split())
DEALING = frozenset(
    "accord alliance animosity brinkmanship clash compact competition compromise confrontation consensus consultation contact "
    "cooperation coordination crisis dialogue difference discussion disagreement dispute enmity exchange feud friction meeting "
    "negotiation pact partnership rapprochement relation relationship rift rivalry row settlement standoff summit talk tension tie "
    "treaty trust understanding".split()
)
OF_ROLE = frozenset(
    "accusation agreement allegation ally ambition announcement approval assertion assurance backer backing behaviour behavior "
    "blessing call claim commitment complicity consent cooperation credibility decision declaration demand denial disappointment "
    "foe friend goal guarantee hand influence initiative insistence intention interest interference intervention invitation "
    "involvement motive objection offer opinion opponent opposition order partner participation permission pledge policy position "
    "promise proposal protest reaction refusal rejection reluctance reply representative request resolve response responsibility "
    "rival role rhetoric silence stance statement strategy support supporter threat veto view warning willingness wish".split()
)
"""What only somebody has, gives or says."""

GIVEN = frozenset(
    "accusation acknowledgement acknowledgment aid approval assistance assurance backing clearance comment confirmation consent denial "
    "encouragement funding guarantee help invitation objection order permission pledge pressure promise protection reaction reply "
    "response signal statement support threat warning".split()
)
PARTNERS = frozenset("ally backer foe friend partner patron power rival sponsor supporter master protector opponent guarantor".split())
DOERS = frozenset({"by", "against", "without", "alongside"})
BESIDE = {
    "to": frozenset(
        "according appeal complain belong talk report listen loyal answer apologise apologize respond propose submit accord "
        "ally complaint letter message proposal reply response threat thanks ultimatum warning loyalty".split()
    ),
    "on": frozenset("call rely count depend prevail blame embargo pressure reliance sanction dependence influence".split()),
    "upon": frozenset("call rely count depend prevail".split()),
    "for": frozenset("spokesman spokeswoman spokesperson representative speak negotiator lawyer".split()),
    "from": GIVEN,
    "in": frozenset("confidence faith trust hope".split()),
}
"""Lemmas of the verbs, nouns and adjectives beside which a preposition leads to somebody."""

BOUNDS = frozenset("border frontier boundary crossing road highway railway line".split())
BODIES = frozenset(
    "academy administration agency alliance army assembly association authority battalion bank brigade bureau center centre chamber "
    "coalition command commission committee congress coordination corp corps council court department directorate division federation "
    "force front gathering guard institute league legion movement network observatory office organization organisation parliament party "
    "police regiment syndicate union".split()
)
HOUSED = frozenset({"university", "college", "ministry", "municipality"})
LONGEST_BODY = 4
CLAUSES = frozenset({"relcl", "ccomp"})
EXAMPLES = frozenset({"including", "like", "as"})
