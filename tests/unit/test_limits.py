from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest

from reportedly.errors import OptionError
from reportedly.limits import Limits, limits
from tools.reference_pages import meanings

NAMES = [field.name for field in fields(Limits)]


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in NAMES:
        monkeypatch.delenv(f"REPORTEDLY_{name.upper()}", raising=False)
    limits.cache_clear()
    yield
    limits.cache_clear()


def test_defaults_hold_where_nothing_is_set() -> None:
    assert limits() == Limits()


@pytest.mark.parametrize("name", NAMES)
def test_every_ceiling_can_be_set(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"REPORTEDLY_{name.upper()}", "7")
    assert getattr(limits(), name) == 7
    assert all(getattr(limits(), other) == getattr(Limits(), other) for other in NAMES if other != name)


@pytest.mark.parametrize("value", ["", "0", "-1", "1.5", "many", "1e9"])
def test_a_bad_setting_is_named_with_what_to_do(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_DOCUMENT_BYTES", value)
    with pytest.raises(OptionError) as caught:
        limits()
    assert caught.value.where == "REPORTEDLY_DOCUMENT_BYTES"
    assert caught.value.remedy


@pytest.mark.parametrize("name", NAMES)
def test_every_ceiling_is_explained_and_above_zero(name: str) -> None:
    assert meanings(Limits)[name]
    assert getattr(Limits(), name) > 0
