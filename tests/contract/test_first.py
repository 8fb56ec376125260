from __future__ import annotations

from dataclasses import replace

from reportedly.model import Figure, Reading, ValidTime
from reportedly.query import claims, one
from reportedly.store import Ledger
from tests.contract.test_query_reuse import page
from tests.strategies import RUN
from tests.unit.compare.build import prose


def told(path: str, day: int | None, publisher: str, seed: int, *chain: str, number: int = 12, begin: str = "2031-05-02") -> Reading:
    """Return a page in words of its own that says how many boats burned, and whom it names as its source."""
    words = f"and {number} boats burned on the quay"
    text = f"{prose(seed, 12)} {words} {prose(seed + 1, 12)}"
    reading = page(path, text, day, publisher)
    (claim,) = reading.claims or ()
    at = text.index(words)
    figure = Figure(number, "=", "boats", number, number)
    speaker = replace(claim.speaker, name=chain[-1] if chain else publisher, actor=None)
    parts = {"figures": (figure,), "chain": (publisher, *chain), "speaker": speaker, "own": not chain, "valid": ValidTime(begin, begin)}
    return replace(reading, claims=(replace(claim, start=at, end=at + len(words), **parts),))  # type: ignore[arg-type]  # fields of a claim


PAGES = (
    told("wire.txt", 3, "Dock Wire", 100, "Ana Brook"),
    told("again.txt", 3, "Mill Mail", 200, "Dock Wire"),
    told("other.txt", 4, "Sea Gazette", 300, "Ben Mole", number=15),
    told("early.txt", 1, "Lake Times", 400, "Cy Reed"),
    told("undated.txt", None, "Hill Tribune", 500, "Di Holm"),
)


def test_who_names_another_is_not_first_and_nobody_tells_of_a_day_before_it_came(ledger: Ledger) -> None:
    for reading in PAGES:
        ledger.writer(RUN).add(reading)
    found = one(ledger, "claim:again.txt")
    assert [(row["role"], row["path"]) for row in found["history"]] == [
        ("first", "wire.txt"),
        ("repeated", "again.txt"),
        ("misdated", "early.txt"),
        ("undated", "undated.txt"),
    ]
    assert {row["words"] for row in found["history"]} == {"and 12 boats burned on the quay"}


def test_another_number_is_not_the_same_and_adds_no_chain(ledger: Ledger) -> None:
    for reading in PAGES:
        ledger.writer(RUN).add(reading)
    chains = {row["id"]: row["chains"] for row in claims(ledger)}
    assert chains == {f"claim:{name}.txt": [3, 3] for name in ("wire", "again", "early", "undated")} | {"claim:other.txt": [1, 1]}
    assert one(ledger, "claim:other.txt")["repeats"] == []
    assert {row["quote"] for row in one(ledger, "claim:wire.txt")["repeats"]} == {"and 12 boats burned on the quay"}


def test_a_page_found_later_makes_one_chain_of_two_and_it_is_told_why(ledger: Ledger) -> None:
    apart = (told("a.txt", 3, "Mill Mail", 100, "Ana Brook"), told("b.txt", 4, "Sea Gazette", 200, "Ben Mole"))
    for reading in apart:
        ledger.writer(RUN).add(reading)
    assert one(ledger, "claim:a.txt")["chains"] == [2, 2]
    ledger.writer(RUN).add(told("c.txt", 5, "Dock Wire", 300, "Ben Mole", "Ana Brook"))
    found = one(ledger, "claim:a.txt")
    assert (found["chains"], [origin["why"] for origin in found["origins"]]) == ([1, 1], [["go back to Ana Brook, Ben Mole"]])
