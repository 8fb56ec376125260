from __future__ import annotations

import random
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from reportedly.model import ActorMention, Attribution, Reading, Reprint, Span
from reportedly.model.explain import Explanation
from reportedly.packs import load_packs
from reportedly.query import ClaimFilter, framings
from reportedly.query.framing import framed, unnamed
from reportedly.query.left import Left
from reportedly.store import Ledger, redact
from reportedly.track.framing import Framing, shortened
from reportedly.truce.view import View
from tests.ledgers import small
from tests.strategies import RUN

ASKED = View("2032-01-01")
WORDS = (("the rebels", 0), ("they", 20), ("bandits", 40))


def reading(number: int) -> Reading:
    """Return a reading with three words for one actor, of which one takes it up and one is quoted; and an act that one verb tells."""
    found = small(number)
    mentions = tuple(ActorMention(at, at + len(word), "REBELS", "the Rebels", word) for word, at in WORDS)
    said = Attribution("a1", "direct", (Span(38, 50),), speaker_name="a clerk")
    (first, *rest) = found.claims or ()
    at = found.document.text.index("held")
    told = Explanation("takes-control", "takes-control#1", None, "verb", at, at + len("held"))
    first = replace(first, type="control", frame="takes-control", explanation=told)
    return replace(found, actors=mentions, attributions=(said,), claims=(first, *rest))


def ask(ledger: Ledger, where: ClaimFilter | None = None, asked: View = ASKED) -> list[Framing]:
    return list(framings(ledger, where or ClaimFilter(), asked=asked, pack=load_packs([])))


def test_words_are_told_by_whose_they_are_and_filters_choose_whom_they_are_for(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.writer(RUN).add(reading(1))
        label, act = ask(ledger)
        assert [(use.voice, use.speaker, [word.word for word in use.words]) for use in label.uses] == [
            ("own", None, ["rebels"]),
            ("quoted", "a clerk", ["bandits"]),
        ]
        assert (act.act, act.name, act.uses[0].words[0].word, act.ids) == ("takes-control", "the League", "held", frozenset(act.claims))
        for where, rows in (
            (ClaimFilter(actor="league"), [act]),
            (ClaimFilter(actor="REBELS"), [label]),
            (ClaimFilter(frame=("takes-control",)), [act]),
            (ClaimFilter(publisher="Nobody"), []),
            (ClaimFilter(limit=1), [label]),
        ):
            assert ask(ledger, where) == rows
        assert ask(ledger, asked=replace(ASKED, known_by="2030")) == []


NAMES = ("REBELS", "MILL", None)
LABELS = ("the rebels", "rebels", "bandits", "millers", "they", "The Mill")
SPAN = 30


def worded(number: int) -> Reading:
    """Return a document with many words for actors and acts, some of them somebody's; always the same."""
    dice, found = random.Random(number), small(number)  # noqa: S311 - invented data
    text = found.document.text
    mentions = []
    for _ in range(dice.randint(0, 12)):
        start, label, actor = dice.randrange(len(text) - SPAN), dice.choice(LABELS), dice.choice(NAMES)
        mentions.append(ActorMention(start, start + len(label), actor, dice.choice(("Mill", "mill", "Rebels")), label))
    said = tuple(
        Attribution(
            f"a{at}", dice.choice(("direct", "indirect")), (Span(start, start + SPAN),), speaker_name=dice.choice((None, "a clerk"))
        )
        for at, start in enumerate(dice.sample(range(len(text) - SPAN), 2))
    )
    claims = []
    for claim in found.claims or ():
        start = dice.randrange(len(text) - SPAN)
        told = Explanation("takes-control", "takes-control#1", None, dice.choice(("verb", "clause")), start, start + 4)
        claims.append(replace(claim, type="control", frame=dice.choice(("takes-control", "holds-control")), explanation=told))
    return replace(found, actors=tuple(mentions), attributions=said, claims=tuple(claims))


def same_by_both(ledger: Ledger) -> int:
    """Hold what is kept against the texts, and return how many rows there are."""
    wheres: tuple[dict[str, Any], ...] = ({}, {"speaker": "a"}, {"actor": "mill"}, {"frame": ("takes-control",)}, {"actor": "REBELS"})
    clocks = (replace(ASKED, as_of="2031-05-12"), replace(ASKED, known_by="2031-05-13", chains=2))
    for given, asked in (*((given, ASKED) for given in wheres), *product(wheres[1:3], clocks)):
        where = replace(ClaimFilter(), **given)
        whole = [row for row in unnamed(ledger, where, asked) if framed(row, where)]
        assert ask(ledger, where, asked) == whole
        left, page = Left(), replace(where, limit=4, offset=2)
        found = list(framings(ledger, page, asked=asked, pack=load_packs([]), left=left, most=2))
        assert found == [shortened(row, 2) for row in whole[2:6]]
        assert left.rows == max(0, len(whole) - 6)
    return len(unnamed(ledger, ClaimFilter(), ASKED))


def test_what_is_kept_of_words_tells_what_the_texts_tell_and_follows_the_record(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        readings = [worded(number) for number in range(1, 7)]
        ids = [reading.document.id for reading in readings]
        for reading in readings:
            ledger.writer(RUN).add(reading)
        rows = same_by_both(ledger)
        pairs = [(min(ids[at], ids[at + 2]), max(ids[at], ids[at + 2])) for at in (0, 1, 3)]
        ledger.writer(RUN).link([Reprint(a, b, "reprint", 0.9, ()) for a, b in pairs], [])
        ledger.writer(RUN).judge((readings[4].claims or ())[0].id, "reject", by="reviewer", reason="misread")
        assert same_by_both(ledger) <= rows
        for number in (5, 0, 1, 2, 3):
            redact(ledger, ids[number], reason="names a person", by="editor")
        assert same_by_both(ledger)
        with ledger.reading() as connection:
            kept = connection.exec_driver_sql("SELECT pages FROM sighting_use").scalars().all()
        assert set(kept) == {1}
