from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportedly.compare.origins import count, origins
from reportedly.model import HeldClaim
from tests.unit.compare.build import Said, held


def say(identity: str, by: str, **other: object) -> HeldClaim:
    return held(Said(identity, by=by, **other))  # type: ignore[arg-type]  # the fields of Said


def chains(*claims: HeldClaim, families: dict[str, str] | None = None) -> tuple[int, int]:
    return count(origins(claims, families or {}))


def test_no_claims_have_no_chains() -> None:
    assert chains() == (0, 0)


def test_two_named_speakers_are_two_chains_and_perhaps_one_at_one_publisher() -> None:
    assert chains(say("a", "Ana Brook"), say("b", "Ben Mole", publisher="Mill Mail")) == (2, 2)
    assert chains(say("a", "Ana Brook"), say("b", "Ben Mole")) == (1, 2)


def test_who_names_a_publisher_has_it_from_what_that_published() -> None:
    wire, copy = (
        say("a", "Ana Brook", publisher="Dock Wire"),
        say("b", "Dock Wire", publisher="Mill Mail", chain=("Mill Mail", "Dock Wire")),
    )
    assert chains(wire, copy) == (1, 1)
    assert chains(wire, copy, say("c", "Ben Mole", publisher="Dock Wire")) == (1, 2)
    assert chains(wire, say("c", "Ben Mole", publisher="Dock Wire"), say("d", "Cy Reed", publisher="Sea Gazette")) == (2, 3)


def test_one_speaker_at_two_publishers_is_one_chain() -> None:
    assert chains(say("a", "Ana Brook"), say("b", "Ana  BROOK", publisher="Mill Mail")) == (1, 1)
    assert chains(say("a", "Ana Brook", actor="BROOK"), say("b", "The Minister", actor="BROOK")) == (1, 1)


def test_one_document_or_one_family_is_one_chain() -> None:
    assert chains(say("a", "Ana Brook", document="d"), say("b", "Ben Mole", document="d")) == (1, 1)
    assert chains(say("a", "Ana Brook"), say("b", "Ben Mole"), families={"document of a": "f", "document of b": "f"}) == (1, 1)


def test_a_publisher_in_its_own_voice_is_one_chain() -> None:
    assert chains(say("a", "Harbour Courier", own=True), say("b", "Harbour Courier", own=True)) == (1, 1)
    assert chains(say("a", "Harbour Courier", own=True), say("b", "Mill Mail", own=True, publisher="Mill Mail")) == (2, 2)
    assert chains(say("a", "?", own=True, publisher=None), say("b", "Mill Mail", own=True, publisher="Mill Mail")) == (1, 2)


def test_a_named_relay_joins_chains() -> None:
    one = say("a", "Ana Brook", chain=("Courier", "Dock Wire", "Ana Brook"))
    other = say("b", "Ben Mole", chain=("Mail", "Dock Wire", "Ben Mole"))
    assert chains(one, other) == (1, 1)
    assert chains(one, say("b", "Dock Wire", own=True, publisher="Dock Wire")) == (1, 1)


def test_anonymous_hops_may_be_anybody() -> None:
    assert chains(say("a", "Ana Brook"), say("b", "a resident", anonymous=True)) == (1, 2)
    assert chains(say("a", "activists"), say("b", "residents")) == (1, 2)
    assert chains(say("a", "Ana Brook"), say("b", "Ben Mole", publisher="Mill Mail"), say("c", "a medic")) == (1, 3)
    assert chains(say("a", "Ana Brook"), say("b", "Ben Mole", publisher="Mill Mail"), say("c", "a medic", publisher="Sea Mail")) == (2, 3)
    relayed = say("b", "Ben Mole", chain=("Mail", "local media", "Ben Mole"))
    assert chains(say("a", "Ana Brook"), relayed) == (1, 2)


def test_a_new_document_may_merge_chains() -> None:
    one, other = say("a", "Ana Brook"), say("b", "Ben Mole", publisher="Sea Mail")
    both = say("c", "Ana Brook", chain=("Mail", "Ben Mole", "Ana Brook"))
    assert chains(one, other) == (2, 2)
    assert chains(one, other, both) == (1, 1)


def test_it_is_told_what_makes_claims_one() -> None:
    one, other, third = say("a", "Ana Brook", document="d1"), say("b", "Ana Brook", publisher="Mill Mail"), say("c", "a medic")
    first, second = sorted(origins([one, other, third], {}), key=lambda origin: origin.claims)
    assert (first.claims, first.shared) == (("a", "b"), ("by:ana brook",))
    assert first.publishers == {"Harbour Courier", "Mill Mail"}
    assert (second.claims, second.shared, len(second.unresolved)) == (("c",), (), 1)
    copied = {"a": ["passage:d1:0-90"], "c": ["passage:d1:0-90"]}
    assert count(origins([one, third], {}, copied)) == (1, 1)


CLAIMS = st.lists(
    st.tuples(
        st.sampled_from(("Ana Brook", "Ben Mole", "a medic", "فاطمة")),
        st.booleans(),
        st.sampled_from(("Courier", "Mail", None)),
        st.integers(0, 3),
    ),
    max_size=7,
)


@given(CLAIMS, st.randoms(use_true_random=False))
def test_repeats_never_raise_the_number_and_order_changes_nothing(
    parts: list[tuple[str, bool, str | None, int]], chance: random.Random
) -> None:
    claims = [say(f"c{n}", by, own=own, publisher=publisher, document=f"d{doc}") for n, (by, own, publisher, doc) in enumerate(parts)]
    least, most = chains(*claims)
    assert 0 <= least <= most <= len(claims)
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert chains(*shuffled) == (least, most)
    for claim in claims:
        copy = replace(claim, document="copy")
        assert chains(*claims, copy, families={"copy": "f", claim.document: "f"}) == (least, most)
