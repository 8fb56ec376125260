from __future__ import annotations

import inspect
import pickle
import re

from hypothesis import given
from hypothesis import strategies as st

from reportedly import errors
from tools.reference_pages import error_types

KINDS = list(error_types())


def test_every_error_of_the_module_is_in_the_one_tree() -> None:
    defined = {kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__}
    assert defined == set(KINDS)


def test_codes_are_unique_and_well_formed() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"R\d{3}", code) for code in codes)


def test_a_code_belongs_to_the_hundred_of_its_parent() -> None:
    for parent in errors.ReportedlyError.__subclasses__():
        assert {kind.code[1] for kind in error_types(parent)} == {parent.code[1]}


def test_the_drawing_of_the_tree_names_every_error_with_its_code() -> None:
    drawn = errors.__doc__ or ""
    for kind in KINDS:
        code = rf"{kind.code}|{kind.code[:2]}xx" if kind.code.endswith("00") else kind.code
        assert re.search(rf"{kind.__name__} +(?:{code})\b", drawn), kind.__name__


def test_message_says_what_where_and_what_to_do() -> None:
    error = errors.BadRowError("the line is no JSON object", where="feed.jsonl#3", remedy="correct the line")
    assert str(error) == "R204 [feed.jsonl#3]: the line is no JSON object — correct the line"


def test_message_leaves_out_what_is_not_known() -> None:
    assert str(errors.EmptyDocumentError("nothing in it")) == "R201: nothing in it"


@given(kind=st.sampled_from(KINDS), what=st.text(), where=st.none() | st.text(), remedy=st.none() | st.text())
def test_errors_travel_whole(kind: type[errors.ReportedlyError], what: str, where: str | None, remedy: str | None) -> None:
    sent = kind(what, where=where, remedy=remedy)
    received = pickle.loads(pickle.dumps(sent))  # noqa: S301 - our own bytes
    assert type(received) is kind
    assert (received.what, received.where, received.remedy) == (what, where, remedy)
    assert str(received) == str(sent)
