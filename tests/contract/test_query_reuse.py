from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from typer.testing import CliRunner

from reportedly.cli import app
from reportedly.compare.reuse import update
from reportedly.ids import document_id
from reportedly.model import Claim, Dated, Document, Metadata, Reading, Segment
from reportedly.query import citation_graph, one, reprint_families, reprints, versions, with_words
from reportedly.store import Ledger, redact
from reportedly.store.odd import oddities
from reportedly.store.reuse import compare_new
from tests.strategies import RUN
from tests.unit.compare.build import Said, held, prose

STORY = f"{prose(1, 30)} and 12 boats burned on the quay {prose(2, 30)}"
SAID = f"and 12 boats burned on the quay {prose(2, 30)}"


def page(path: str, text: str, day: int | None, publisher: str | None, url: str | None = None) -> Reading:
    """Return a page whose one claim is its sentence on boats, where it has one."""
    data = f"{path} {text}".encode()
    published = Dated(dt.date(2031, 5, day), "argument") if day else Dated(None, None)
    meta = Metadata(published=published, publisher=publisher, url=url, byline=("Ada Quill",), lang="en")
    document = Document(document_id(data), path, text, data, meta, (Segment("body", 0, len(text)),))
    found: list[Claim] = []
    if "boats" in text:
        said = held(Said(f"claim:{path}", by="Ana Brook", proposition="proposition:boats", document=document.id)).claim
        start = text.index("and 1")
        found = [replace(said, start=start, end=text.index(" quay") + 5, run=RUN.id)]
    return Reading(document, (), (), (), (), tuple(found))


PAGES = (
    page("wire.txt", STORY, 2, "Dock Wire"),
    page("copy.txt", STORY.replace("12", "15"), 3, "Mill Mail", "https://example.org/1"),
    page("later.txt", STORY.replace("12 boats burned", "15 ships sank"), 4, "Mill Mail", "https://example.org/1"),
    page("gone.txt", "This page is gone.", 5, "Mill Mail", "https://example.org/1"),
)


def fill(ledger: Ledger, order: tuple[int, ...] = (0, 1, 2, 3)) -> None:
    for number in order:
        ledger.writer(RUN).add(PAGES[number])
        compare_new(ledger, update)


def views(ledger: Ledger) -> tuple[list[object], ...]:
    rows = (sorted(map(str, view(ledger))) for view in (reprints, reprint_families, versions, citation_graph))
    return (*rows, one(ledger, "claim:wire.txt")["history"], one(ledger, "claim:wire.txt")["origins"])


def test_the_views_of_reuse_do_not_depend_on_the_order(tmp_path: Path, ledger: Ledger) -> None:
    fill(ledger)
    with Ledger.open(tmp_path / "turned.db") as turned:
        fill(turned, (3, 1, 0, 2))
        assert views(turned) == views(ledger)


def test_pairs_tell_what_was_edited_and_families_the_earliest_form(ledger: Ledger) -> None:
    fill(ledger)
    pair = next(row for row in reprints(ledger) if {row["a"], row["b"]} == {"wire.txt", "copy.txt"})
    assert (pair["a"], pair["label"], pair["earliest"]) == ("wire.txt", "reprint", "wire.txt")
    at = STORY.index("12")
    assert pair["edits"] == [{"kind": "number", "a": [at, at + 2], "b": [at, at + 2]}]
    assert (pair["background"], [doc["publisher"] for doc in pair["docs"]]) == (False, ["Dock Wire", "Mill Mail"])
    (told,) = (row["told"] for row in with_words(ledger, [pair]))
    assert [(edit["kind"], edit["was"], edit["now"], edit["edge"]) for edit in told["changed"]] == [("number", "12", "15", False)]
    assert told["longest"] in STORY
    assert told["changed"][0]["after"].startswith(" boats burned")
    (family,) = reprint_families(ledger)
    assert family["documents"] == ["wire.txt", "copy.txt", "later.txt"]
    assert (family["earliest"], family["published"], family["publishers"]) == ("wire.txt", "2031-05-02", ["Dock Wire", "Mill Mail"])
    redact(ledger, PAGES[0].document.id, reason="names a person", by="editor")
    assert next(row for row in reprints(ledger) if row["a"] == "wire.txt")["edits"] is None


def test_versions_of_one_url_and_what_became_of_a_claim(ledger: Ledger) -> None:
    fill(ledger)
    (url,) = versions(ledger)
    assert (url["url"], url["order"]) == ("https://example.org/1", "published")
    assert [version["change"] for version in url["versions"]] == ["first", "corrected", "taken-down"]
    history = [(row["role"], row["path"]) for row in one(ledger, "claim:copy.txt")["history"]]
    assert history[:2] == [("first", "wire.txt"), ("repeated", "copy.txt")]
    assert {("corrected", "later.txt"), ("taken-down", "gone.txt")} <= set(history)


def test_a_claim_is_shown_with_its_chains_and_the_terminal_reads(ledger: Ledger) -> None:
    fill(ledger)
    (origin,) = one(ledger, "claim:wire.txt")["origins"]
    assert origin["claims"] == ["claim:copy.txt", "claim:wire.txt"]
    assert "by:ana brook" in origin["shared"]
    run = CliRunner()
    for words, expected in (
        (["show", "claim:wire.txt"], "who said it first"),
        (["show", "claim:wire.txt"], "go back to Ana Brook"),
        (["show", "claim:wire.txt"], "nothing of it stands there"),
        (["show", "claim:wire.txt"], "“and 15 ships sank on the quay”"),
        (["reprints"], "“12” became “15”"),
        (["reprints", "--limit", "1"], "more: --limit N"),
        (["reprints", "--families"], "earliest form"),
        (["reprints", "--versions"], "“boats burned” became “ships sank”"),
        (["citations"], "Ada Quill  2  Ana Brook 2"),
        (["citations"], "Mill Mail  2  Dock Wire 2"),
        (["citations", "--json", "--relation", "reprints"], '"relation": "reprints"'),
    ):
        result = run.invoke(app, [*words, "--ledger", ledger.address], env={"COLUMNS": "200"})
        assert result.exit_code == 0, result.output
        assert expected in result.output.replace('":"', '": "')


def test_what_is_odd_and_bounded_is_told(ledger: Ledger) -> None:
    for number in range(4):
        ledger.writer(RUN).add(page(f"{number}.txt", f"{STORY} {number}", 2, None))
    for number in range(3):
        ledger.writer(RUN).add(page(f"q{number}.txt", f"{prose(20 + number, 60)}. {STORY[:250]}", 2, None))
    documents = compare_new(ledger, update)
    with ledger.reading() as connection:
        odd = {(one.kind, one.count) for one in oddities(connection, documents, crowd=3, words=70)}
    assert odd >= {("copies", 4), ("quotes", 6)}
    assert {kind for kind, _ in odd} == {"copies", "quotes", "long"}
