from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.gazetteer import packages, the_world
from reportedly.gazetteer.abbreviations import shortened
from reportedly.gazetteer.world import identity
from reportedly.model.pack import PLACE_KINDS
from reportedly.model.toponym import Toponym


@pytest.mark.parametrize(
    ("name", "first"),
    [("Paris", "gn:2988507"), ("California", "us-ca"), ("Uttar Pradesh", "in-up"), ("Homs", "gn:169577"), ("حلب", "sy-hl")],
)
def test_the_best_known_place_of_a_name_comes_first(name: str, first: str) -> None:
    assert the_world().find(name)[0].id == first


def test_towns_lie_in_divisions_and_divisions_in_countries() -> None:
    paris = next(p for p in the_world().find("Paris") if p.within == "us-tx")
    assert paris.country == "us"
    texas = the_world().get("us-tx")
    assert texas is not None
    assert (texas.kind, texas.within) == ("region", "us")
    assert texas.population > 10_000_000
    assert (country := the_world().get("ke")) is not None
    assert country.kind == "country"


def test_every_kind_is_known_and_every_point_is_on_earth() -> None:
    for place in the_world().everything():
        assert place.kind in PLACE_KINDS
        assert -90 <= (place.lat or 0) <= 90
        assert -180 <= (place.lon or 0) <= 180


def test_codes_of_airports_and_transcriptions_are_no_names() -> None:
    assert not any(p.id == "gn:170063" for name in ("ALP", "a lei po") for p in the_world().find(name))


def test_short_forms_stand_for_divisions_that_are_there() -> None:
    assert shortened("Calif.") == (("us-ca",), False)
    assert shortened("WA") == (("au-wa", "us-wa"), False)
    assert shortened("NSW") == (("au-nsw",), True)
    assert shortened("Sunday") is None
    from reportedly.gazetteer.abbreviations import _forms  # noqa: PLC0415 - the table itself is under test

    assert all(the_world().get(id_) is not None for short in _forms().values() for id_ in short.ids)


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "PACKAGES", {"no-such-package": "no_such_package"})
    with pytest.raises(GazetteerError, match=r"R303.*no-such-package"):
        identity()


def test_it_is_made_once_and_again_where_its_packages_change(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    written: list[str] = []

    def nothing() -> Iterator[Toponym]:
        written.append("once more")
        return iter(())

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(packages, "everything", nothing)
    the_world.__wrapped__()
    the_world.__wrapped__()
    assert len(written) == 1
    monkeypatch.setattr(packages, "digest", lambda: "other versions")
    the_world.__wrapped__()
    assert len(written) == 2
    assert len(list((tmp_path / "reportedly").glob("world-*.gazetteer"))) == 1


def test_where_the_cache_cannot_be_written_it_is_made_among_temporary_files_of_this_user_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr(packages, "everything", lambda: iter(()))
    (tmp_path / "temporary").mkdir()
    made = the_world.__wrapped__().path
    assert made.parent.parent == tmp_path / "temporary"
    elsewhere = tmp_path / "elsewhere"
    made.parent.rename(elsewhere)
    made.parent.symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(GazetteerError, match="another user's"):
        the_world.__wrapped__()
