from __future__ import annotations

import datetime as dt

import pytest

from reportedly.ports import ReadOptions
from tests.unit.read.build import read

NEXT = "\n\n"
DAY = dt.date(2031, 2, 10)
ONE = "The river rose in the night and the old mill at Tarn was cut off, the harbour office said on Monday morning."
TWO = "Nobody was hurt. Two boats were lost near the weir, and the road to the mill stayed shut until the evening."


@pytest.mark.parametrize(
    ("head", "origin"),
    [
        ("Mill cut off\n\nBy Nour Baly, The Long Count, Feb 10, 2031", "byline"),
        ("Mill cut off\n\nPar Nour Baly\n\nMiroir de Tarn, 10 février 2031", "byline"),
        ("Mill cut off\n\nMonday, 10 February 2031", "dateline"),
        ("10.02.2031 20:15\n\nMill cut off", "dateline"),
        ("Mill cut off\n\nPublished on 10 February 2031 at 09:14", "dateline"),
        ("Mill cut off\n\nTARN, Feb 10, 2031 (Longline) -", "dateline"),
        ("Mill cut off\n\nTarn, 10 February 2031, QZA", "dateline"),
    ],
)
def test_the_date_is_found_with_its_origin(head: str, origin: str) -> None:
    published = read(f"{head}{' ' if head.endswith('-') else NEXT}{ONE}\n\n{TWO}").metadata.published
    assert (published.value, published.origin, published.weak) == (DAY, origin, False)


def test_no_date_is_none_also_where_the_text_mentions_one() -> None:
    assert read(f"{ONE}\n\nThe mill was built on 3 May 1931, they say.").metadata.published.value is None


def test_the_callers_date_and_publisher_win() -> None:
    options = ReadOptions(published=dt.date(2031, 3, 1), publisher="Tarn Courier")
    metadata = read(f"Mill cut off\n\nMonday, 10 February 2031\n\n{ONE}", options=options).metadata
    assert (metadata.published.value, metadata.published.origin) == (dt.date(2031, 3, 1), "argument")
    assert metadata.publisher == "Tarn Courier"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Nour Baly", ("Nour Baly",)),
        ("By Nour Baly and Jo Senn", ("Nour Baly", "Jo Senn")),
        ("by Nour Baly, river editor", ("Nour Baly",)),
        ("Par **Nour Baly**", ("Nour Baly",)),
        ("Von Jo Senn & Nour Baly, 3. Mai 2031", ("Jo Senn", "Nour Baly")),
    ],
)
def test_authors(line: str, names: tuple[str, ...]) -> None:
    assert read(f"Mill cut off\n\n{line}\n\n{ONE}\n\n{TWO}").metadata.byline == names


@pytest.mark.parametrize(
    ("line", "name", "url"),
    [
        ("La source originale de cet article est [Long Count](#)", "Long Count", None),
        ("The original source of this article is [Long Count](https://long.example/a)", "Long Count", "https://long.example/a"),
        ("Originally published by The Long Count", "The Long Count", None),
        ("Many thanks to the Long Count, and especially to Nour Baly.", "The Long Count", None),
        ("Reprinted with permission from The Long Count", "The Long Count", None),
    ],
)
def test_the_original_source_is_named_with_its_offsets(line: str, name: str, url: str | None) -> None:
    document = read(f"Mill cut off\n\n{ONE}\n\n{TWO}\n\n{line}")
    source = document.metadata.original_source
    assert source is not None
    assert (source.name, source.url) == (name, url)
    assert document.text[source.start : source.end].lower() == name.lower()


def test_the_outlet_of_the_byline_is_the_source_unless_it_is_the_publisher() -> None:
    text = f"Mill cut off\n\nBy Nour Baly, The Long Count, Feb 10, 2031\n\n{ONE}\n\n{TWO}"
    document = read(text)
    source = document.metadata.original_source
    assert source is not None
    assert document.text[source.start : source.end] == source.name == "The Long Count"
    assert read(text, options=ReadOptions(publisher="Long Count")).metadata.original_source is None


def test_a_named_source_leaves_the_bylines_outlet_as_publisher() -> None:
    head = "Mill cut off\n\nPar Nour Baly\n\nMiroir de Tarn, 10 février 2031\n\nSource originale : The Long Count, 9 February 2031"
    metadata = read(f"{head}\n\n{ONE}\n\n{TWO}").metadata
    assert metadata.publisher == "Miroir de Tarn"
    assert metadata.original_source is not None
    assert metadata.original_source.name == "The Long Count"


def test_the_title_is_the_first_headline_without_marks() -> None:
    assert read(f"## Mill *cut* off\n\n{ONE}\n\n{TWO}").metadata.title == "Mill cut off"
    assert read(ONE).metadata.title is None


TEXT = "The army shelled the mill on Tuesday, killing six people. Nobody claimed it, and the ministry did not comment."


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        (f"PELL, May 10 (Reuters) - {TEXT}", "Reuters", True),
        (f"PELL, May 10 (Weir Wire) - {TEXT}", "Weir Wire", True),
        (f"(AFP) - {TEXT}", "AFP", True),
        (f"{TEXT} (Reuters)", "Reuters", True),
        (f"{TEXT}\n\n-- AFP", "AFP", True),
        (f"{TEXT}\n\nSource: Weir Courier", "Weir Courier", True),
        (f"{TEXT} This article first appeared in the Weir Courier.", "Weir Courier", True),
        (f"{TEXT}\n\nA man walks by the ruins of the mill in May. (Reuters)", None, False),
    ],
)
def test_an_agency_is_credited_before_or_after_its_text_and_the_text_stays(text: str, name: str | None, kept: bool) -> None:  # noqa: FBT001
    document = read(text, options=ReadOptions(publisher="Long Count"))
    source = document.metadata.original_source
    assert (source.name if source else None) == name
    if source:
        assert text[source.start : source.end] == name
    body = "".join(text[part.start : part.end] for part in document.segments if part.kind == "body")
    assert "the ministry did not comment" in body
    assert kept or "walks by" not in body
