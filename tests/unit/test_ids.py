from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from reportedly import ids

SCALARS = st.none() | st.booleans() | st.integers() | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10)


def test_digest_of_a_known_vector() -> None:
    # FIPS 180-2, appendix B.1
    assert ids.digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@given(st.binary())
def test_document_id_is_the_hash_of_the_bytes_and_nothing_else(data: bytes) -> None:
    assert ids.document_id(data) == "sha256:" + hashlib.sha256(data).hexdigest()


@given(VALUES)
def test_canonical_json_holds_the_value(value: object) -> None:
    assert json.loads(ids.canonical(value)) == value


@given(st.dictionaries(st.text(), SCALARS))
def test_canonical_json_does_not_depend_on_the_order_of_keys(value: dict[str, object]) -> None:
    assert ids.canonical(dict(reversed(value.items()))) == ids.canonical(value)


@given(st.lists(SCALARS), st.lists(SCALARS))
def test_different_parts_give_different_ids(one: list[object], other: list[object]) -> None:
    same = ids.canonical(one) == ids.canonical(other)
    assert (ids.span_id("claim", *one) == ids.span_id("claim", *other)) is same


def test_span_id_tells_joined_words_apart() -> None:
    assert ids.span_id("claim", "ab", "c") != ids.span_id("claim", "a", "bc")


def test_span_id_begins_with_its_kind_and_has_a_fixed_length() -> None:
    kind, _, rest = ids.span_id("claim", "sha256:00", 3, 9).partition(":")
    assert kind == "claim"
    assert len(rest) == ids.SHORT
    assert set(rest) <= set("0123456789abcdef")


def test_span_id_is_the_same_in_another_process() -> None:
    program = "from reportedly import ids; print(ids.span_id('claim', 'sha256:00', 3, 9, 'é'))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"}
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, env=environment)  # noqa: S603 - our own words
    assert told.stdout.decode().strip() == ids.span_id("claim", "sha256:00", 3, 9, "é")
