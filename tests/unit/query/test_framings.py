from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportedly.model import ActorMention, Attribution, Reading, Span
from reportedly.model.explain import Explanation
from reportedly.packs import load_packs
from reportedly.query import ClaimFilter, framings
from reportedly.store import Ledger
from reportedly.track.framing import Framing
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
