from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import marked
from reportedly.claim.terms.draw import words_in
from reportedly.claim.terms.lexicon import FILE, load_lexicon
from reportedly.errors import DataError
from reportedly.model import Claim, Part, Reading, Term
from reportedly.model.term import MOMENTS, MOODS
from reportedly.pipeline import Settings, read_batch
from tests.drawing import claims, only, page, reading

EXAMPLES: list[dict[str, Any]] = marked.load(FILE, DataError).need("examples").plain()
_PARTS = {"who": "who", "whom": "whom", "where": "where", "except": "exceptions"}
_KINDS = {"to": "to", "or": "to", "rather-than": "to", "if": "conditions", "unless": "conditions", "in-exchange": "conditions"}


@cache
def drawn() -> dict[str, list[Term]]:
    found = read_batch([page(example["text"]) for example in EXAMPLES], Settings())
    held = [item for item in found if isinstance(item, Reading)]
    return {item.document.text: [term for claim in item.claims or () for term in claim.terms] for item in held}


def names(parts: tuple[Part, ...], kind: str | None = None) -> list[str]:
    return [p.name for p in parts if kind is None or p.kind == kind]


def disagreement(term: Term, expected: dict[str, Any]) -> list[str]:
    """Return what of ``expected`` does not hold for ``term``."""
    found: dict[str, Any] = {"mood": term.mood, "act": term.act.kind, "unstated": list(term.unstated)}
    found |= {key: names(getattr(term, name)) for key, name in _PARTS.items()}
    found |= {key: names(getattr(term, name), key) for key, name in _KINDS.items()}
    found |= {moment.kind: moment.value for moment in term.moments}
    if term.buffer is not None:
        found |= {"buffer": f"{term.buffer.op} {term.buffer.value:g} {term.buffer.unit}"}
        found |= {"of": term.buffer.of.name if term.buffer.of else None}
    found |= {"stage": term.stage.kind if term.stage else None}
    return [f"{key}: {found.get(key)!r}, not {value!r}" for key, value in expected.items() if found.get(key) != value]


@pytest.mark.parametrize("example", EXAMPLES, ids=[str(n) for n, _ in enumerate(EXAMPLES)])
def test_terms_are_drawn_as_the_examples_say(example: dict[str, Any]) -> None:
    terms = drawn()[example["text"]]
    if not example["terms"]:
        assert not terms
    for expected in example["terms"]:
        missing = [disagreement(term, expected) for term in terms]
        assert [] in missing, missing


def held_by(claim: Claim) -> list[Part]:
    return [part for term in claim.terms for part in words_in(term)]


WHO = ("The army", "Both sides", "The brigades", "Fighters", "Nobody")
DUTY = ("must withdraw", "would leave the town", "may return", "must not fire on the market", "are to be evacuated")
WHERE = ("", " within 500 metres of the mill road", " to Idlib or Jarabulus", " in the old market")
WHEN = ("", " for 48 hours", " by Friday", " until noon on Friday")
IF = ("", " if the others stop their attacks", " unless the envoy objects", " in exchange for prisoners")


@settings(max_examples=30)
@given(*map(st.sampled_from, (WHO, DUTY, WHERE, WHEN, IF)))
def test_terms_hold_only_what_their_words_say(who: str, duty: str, where: str, when: str, condition: str) -> None:
    text = f"The envoy proposed a deal. Under the deal {who[:1].lower()}{who[1:]} {duty}{where}{when}{condition}."
    document = reading(text).document.text
    for claim in claims(text):
        for term in claim.terms:
            assert term.mood in MOODS
            assert all(moment.kind in MOMENTS and document[moment.start : moment.end] == moment.name for moment in term.moments)
            assert all(term.start <= part.start < part.end <= term.end for part in words_in(term))
            assert "." not in document[term.start : term.end]
            assert not (term.moments and not when)
            assert not (term.conditions and not condition)
            assert term.buffer is None or "metres" in where


def test_a_term_without_agent_has_no_obligor() -> None:
    claim = only("The envoy proposed a deal. Second, barriers are to be set up on the mill road.", "is-to")
    assert [(t.who, t.unstated) for t in claim.terms] == [((), ("who", "moments"))]


def test_what_was_done_under_a_deal_is_no_term_of_it() -> None:
    (claim,) = [c for c in claims("The fighters left the town under a deal on Friday.") if c.type == "movement"]
    assert claim.terms == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army declared a lull in the town.", "lull"),
        ("The army announced a humanitarian pause in the town.", "pause"),
        ("The army announced a truce in the town.", "truce"),
        ("The envoy proposed a cessation of hostilities.", "cessation"),
        ("The envoy proposed a ceasefire agreement.", "ceasefire"),
    ],
)
def test_the_kind_of_a_truce_is_that_of_its_words(text: str, kind: str) -> None:
    assert {claim.plan.kind for claim in claims(text) if claim.plan} == {kind}


def test_a_plan_known_by_name_is_a_placeholder() -> None:
    plan = only("The council tabled a six point plan for a ceasefire.", "proposes").plan
    assert plan is not None
    assert (plan.placeholder, plan.points, plan.kind) == (True, 6, "ceasefire")


def test_an_agreement_whose_terms_are_told_beside_it_is_no_placeholder() -> None:
    text = "An agreement was reached that the rebels would leave the quarter."
    told, term = only(text, "reaches"), only(text, "plan-provides")
    assert told.agreement == term.agreement is not None
    assert told.plan is not None
    assert not told.plan.placeholder


def test_exclusions_and_silence_are_kept_as_said() -> None:
    excluded = only("The truce does not apply to the Nusra Front.", "excludes").plan
    silent = only("The request makes no reference to the departure of the fighters.", "silent-on").plan
    assert excluded is not None
    assert [p.actor for p in excluded.excluded] == ["ANF"]
    assert silent is not None
    assert names(silent.silent_on) == ["the departure of the fighters"]


def test_a_mistake_in_the_words_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text(FILE.read_text(encoding="utf-8").replace("declaring: [declare,", "declaring: [7,"), encoding="utf-8")
    with pytest.raises(DataError, match=r"terms\.yaml:\d+"):
        load_lexicon(path)
