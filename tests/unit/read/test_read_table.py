from __future__ import annotations

import csv
import datetime as dt
import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ColumnError, OptionError
from reportedly.ids import document_id
from reportedly.limits import limits
from reportedly.model import Document, Failure
from reportedly.ports import ReadOptions
from tests.unit.read.build import OPTIONS, rows, words_of

BODY = "The river rose in the night and the old mill at Tarn was cut off."


def options(order: str = "ymd", **columns: str) -> ReadOptions:
    return ReadOptions(columns=tuple(columns.items()), date_order=order)


def document(found: Document | Failure) -> Document:
    assert isinstance(found, Document), found
    return found


def test_json_lines_become_documents_with_their_metadata() -> None:
    row = {
        "id": 7,
        "text": BODY,
        "title": "Mill",
        "author": "Nour Baly; Jo Senn",
        "published": "2031-05-02",
        "publisher": "Count",
        "lang": "en",
    }
    [found] = rows(json.dumps(row), "feed.jsonl")
    made = document(found)
    assert (made.path, made.ref, made.format, made.text, made.data) == ("feed.jsonl#1", "7", "jsonl", BODY, BODY.encode())
    assert made.id == document_id(BODY.encode())
    metadata = made.metadata
    assert (metadata.title, metadata.byline, metadata.publisher, metadata.lang) == ("Mill", ("Nour Baly", "Jo Senn"), "Count", "en")
    assert (metadata.published.value, metadata.published.origin) == (dt.date(2031, 5, 2), "meta")


def test_a_bad_line_is_named_and_the_rest_go_on() -> None:
    lines = [
        json.dumps({"text": BODY}),
        "",
        "{not json",
        "[1]",
        json.dumps({"headline": "x"}),
        json.dumps({"text": ["a"]}),
        json.dumps({"text": BODY}),
    ]
    found = rows("\n".join(lines), "feed.jsonl")
    assert [(type(one).__name__, one.path) for one in found] == [
        ("Document", "feed.jsonl#1"),
        ("Failure", "feed.jsonl#3"),
        ("Failure", "feed.jsonl#4"),
        ("Failure", "feed.jsonl#5"),
        ("Failure", "feed.jsonl#6"),
        ("Document", "feed.jsonl#7"),
    ]
    assert [one.code for one in found if isinstance(one, Failure)] == ["R204"] * 4
    assert "'headline'" in next(one.message for one in found if isinstance(one, Failure) and one.path.endswith("#5"))


def test_csv_with_other_names_and_month_first_dates() -> None:
    table = 'unit,headline,article,day,outlet\r\n12,Mill,"The mill,\r\nsaid ""Nour"", fell.",6/13/2031,count\r\n'
    wanted = options("mdy", text="article", title="headline", published="day", publisher="outlet", id="unit")
    made = document(rows(table, "a.csv", wanted)[0])
    assert (made.text, made.data) == ('The mill,\nsaid "Nour", fell.', b'The mill,\r\nsaid "Nour", fell.')
    assert (made.path, made.ref, made.metadata.title) == ("a.csv#1", "12", "Mill")
    assert made.metadata.published.value == dt.date(2031, 6, 13)


def test_bytes_beyond_ascii_are_read_as_latin_1_where_windows_1252_cannot() -> None:
    made = document(rows(b"text\nThe\x95 mill \x81 fell\n", "a.csv")[0])
    assert made.text == b"The\x95 mill \x81 fell".decode("latin-1")


def test_a_mark_at_the_start_is_not_part_of_a_name() -> None:
    assert document(rows(b"\xef\xbb\xbftext\nThe mill fell\n", "a.csv")[0]).text == "The mill fell"
    assert document(rows(b'\xef\xbb\xbf{"text": "The mill fell"}', "a.jsonl")[0]).text == "The mill fell"


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_other_delimiters(mark: str) -> None:
    assert document(rows(f"id{mark}text\n1{mark}The mill, said Nour\n", "a.csv")[0]).text == "The mill, said Nour"


def test_an_unknown_column_names_those_there_are_and_the_nearest() -> None:
    with pytest.raises(ColumnError, match=r"no column 'artcle'; the columns are 'article', 'day'.*did you mean 'article'"):
        rows("article,day\na,b\n", "a.csv", options(text="artcle"))
    with pytest.raises(ColumnError, match=r"no column 'text'.*did you mean 'article_content'"):
        rows("issued,outlet,article_content\na,b,c\n", "a.csv")
    with pytest.raises(ColumnError, match="no column 'artcle'"):
        rows(json.dumps({"article": BODY}), "a.jsonl", options(text="artcle"))


def test_our_own_name_stands_in_where_the_mapped_one_is_missing() -> None:
    assert document(rows("text\nThe mill fell\n", "a.csv", options(text="article"))[0]).text == "The mill fell"


def test_a_column_that_stands_only_further_down_is_found() -> None:
    lines = [json.dumps({"text": BODY})] * 120 + [json.dumps({"text": BODY, "écrit": "Nour Baly"})]
    assert document(rows("\n".join(lines), "a.jsonl", options(author="écrit"))[-1]).metadata.byline == ("Nour Baly",)


@pytest.mark.parametrize(("wanted", "word"), [(options(body="x"), "no column that is read"), (options("myd"), "no order of dates")])
def test_options_that_are_not_understood(wanted: ReadOptions, word: str) -> None:
    with pytest.raises(OptionError, match=word):
        rows("text\na\n", "a.csv", wanted)


def test_a_date_in_figures_asks_for_its_order() -> None:
    with pytest.raises(OptionError, match="mdy"):
        rows("text,published\nThe mill fell,6/13/2031\n", "a.csv")


def test_a_date_that_is_none_is_left_unknown_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        made = document(rows("text,published\nThe mill fell,soon\n", "a.csv")[0])
    assert made.metadata.published.value is None
    assert "soon" in caplog.text


def test_a_row_with_too_many_fields_is_named_and_one_with_too_few_is_read() -> None:
    found = rows("text,title\nThe mill, fell,Mill\nThe weir held\n", "a.csv")
    assert isinstance(found[0], Failure)
    assert "3 fields" in found[0].message
    assert document(found[1]).path == "a.csv#2"


def test_a_quotation_mark_that_is_not_closed_is_named() -> None:
    found = rows('text\nThe mill fell\n"The weir\nheld\n', "a.csv")
    assert document(found[0]).text == "The mill fell"
    assert isinstance(found[1], Failure)
    assert "not closed" in found[1].message


def test_big_fields_are_read_and_the_ceiling_of_the_module_is_left_alone() -> None:
    held = csv.field_size_limit()
    assert len(document(rows("text\n" + "mill " * 60_000, "a.csv")[0]).text) > 131_072
    assert csv.field_size_limit() == held


def test_a_field_over_the_ceiling_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_TABLE_FIELD_CHARS", "30")
    limits.cache_clear()
    try:
        found = rows("text\nThe mill fell\n" + "mill " * 10 + "\nThe weir held\n", "a.csv")
    finally:
        monkeypatch.undo()
        limits.cache_clear()
    assert [isinstance(one, Failure) and one.code for one in found] == [False, "R203", False]


def test_empty_rows_are_failures_and_blank_lines_are_no_rows() -> None:
    found = rows("id,text\n1,\n\n2,The mill fell\n", "a.csv")
    assert isinstance(found[0], Failure)
    assert (found[0].code, found[0].ref, found[0].path) == ("R201", "1", "a.csv#1")
    assert document(found[1]).path == "a.csv#2"


def test_html_of_a_row_is_read_as_a_page() -> None:
    page = f"<html><body><nav>Home</nav><article><h1>Mill</h1><p>{BODY * 3}</p></article></body></html>"
    made = document(rows(json.dumps({"html": page, "id": "x", "title": "Mill"}), "a.jsonl")[0])
    assert (made.format, made.ref, made.data) == ("jsonl", "x", page.encode())
    assert words_of(made, "headline") == ["Mill"]


def test_a_broken_character_of_json_does_not_stop_the_row() -> None:
    made = document(rows('{"text": "The mill \\ud800 fell"}', "a.jsonl")[0])
    assert made.text == "The mill \ufffd fell"


def test_the_rows_date_wins_over_the_options_and_the_options_fill_in() -> None:
    wanted = ReadOptions(published=dt.date(2031, 1, 1), publisher="Count")
    found = rows("text,published\nThe mill fell,2031-05-02\nThe weir held,\n", "a.csv", wanted)
    dates = [(document(one).metadata.published.value, document(one).metadata.published.origin) for one in found]
    assert dates == [(dt.date(2031, 5, 2), "meta"), (dt.date(2031, 1, 1), "argument")]
    assert {document(one).metadata.publisher for one in found} == {"Count"}


def test_a_table_that_is_no_text_is_one_failure() -> None:
    assert [isinstance(one, Failure) and one.code for one in rows(b"a\0b", "a.csv")] == ["R202"]
    assert [isinstance(one, Failure) and one.code for one in rows(b"", "a.jsonl")] == ["R201"]


fields = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(st.lists(fields, min_size=1, max_size=6))
def test_what_the_csv_module_writes_is_read_back(texts: list[str]) -> None:
    table = "text,n\n" + "".join(f'"{text.replace(chr(34), chr(34) * 2)}",{n}\n' for n, text in enumerate(texts, 1))
    found = rows(table, "a.csv")
    assert [one.path for one in found] == [f"a.csv#{n}" for n in range(1, len(texts) + 1)]
    for one, text in zip(found, texts, strict=True):
        assert not isinstance(one, Document) or one.data == text.encode()


@given(st.lists(fields, min_size=1, max_size=6))
def test_what_the_json_module_writes_is_read_back(texts: list[str]) -> None:
    found = rows("\n".join(json.dumps({"text": text}) for text in texts), "a.jsonl")
    for one, text in zip(found, texts, strict=True):
        assert isinstance(one, Failure) or (one.text, one.data) == (text.replace("\r\n", "\n").replace("\r", "\n"), text.encode())


@given(st.text(max_size=200))
def test_no_table_raises_but_for_its_columns(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    assert all(one.path for one in rows(b"text,published\n" + data, "a.csv", options("dmy")))
    assert all(one.path for one in rows(b'{"text": "a"}\n' + data, "a.jsonl", OPTIONS))
