from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reportedly.errors import PackError
from reportedly.packs import load_packs, read_packs
from reportedly.packs.mistakes import Mistake

HEADER = "id,name,kind,within,lat,lon,variants,arabic,source"
ISLAND = "is,Island,country,,1,2,,,invented"
TOWN = "is-town,Town,town,is,1.5,2.5,Towne|al-Town,,invented"


def write(folder: Path, *, head: str = "id: isle", actors: str = "", places: tuple[str, ...] = (), sources: str = "") -> Path:
    """Write a pack folder; files for which nothing is given are left out."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(head + "\n", encoding="utf-8")
    for name, text in (("actors.yaml", actors), ("places.csv", "\n".join(places)), ("sources.yaml", sources)):
        if text:
            (folder / name).write_text(text + "\n", encoding="utf-8")
    return folder


def refusal(folder: Path) -> PackError:
    with pytest.raises(PackError) as caught:
        load_packs((str(folder),))
    return caught.value


def first_mistake(folder: Path) -> Mistake:
    return read_packs((str(folder),)).mistakes[0]


def actor(actor_id: str, *more: str) -> str:
    return "\n".join([f"- id: {actor_id}", f"  name: Name of {actor_id}", "  kind: armed-group", *(f"  {line}" for line in more)])


def test_a_small_pack_is_read_whole(tmp_path: Path) -> None:
    head = "id: isle\ntime_zone: Asia/Beirut\nscope: is-town"
    guards = actor("ISL-GUARD", "aliases:", "  - the Guards", "  - {text: thugs, label: true, until: 2015-02-01}")
    source = "- {id: gazette, name: Isle Gazette, kind: outlet, actor: ISL-GUARD, domains: [gazette.example]}"
    pack = load_packs((str(write(tmp_path / "isle", head=head, actors=guards, places=(HEADER, ISLAND, TOWN), sources=source)),))
    assert (pack.id, pack.time_zone, pack.scope) == ("isle", "Asia/Beirut", "is-town")
    assert [alias.text for alias in pack.actors["ISL-GUARD"].aliases] == ["Name of ISL-GUARD", "the Guards", "thugs"]
    assert [alias.label for alias in pack.actors["ISL-GUARD"].aliases] == [False, False, True]
    assert pack.actors["ISL-GUARD"].aliases[2].until == dt.date(2015, 2, 1)
    assert (pack.places["is-town"].lat, pack.places["is-town"].variants) == (1.5, ("Towne", "al-Town"))
    assert pack.sources["gazette"].domains == ("gazette.example",)


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        ((HEADER, ISLAND, ISLAND), 3, "twice"),
        ((HEADER, ISLAND, TOWN.replace(",town,", ",hamlet,")), 3, "no kind of place"),
        ((HEADER, ISLAND.replace(",1,2,", ",one,2,")), 2, "no number of degrees"),
        ((HEADER, ISLAND.replace(",1,2,", ",91,2,")), 2, "over 90"),
        ((HEADER, ISLAND.replace(",1,2,", ",1,-181,")), 2, "over 180"),
        ((HEADER, ISLAND.replace(",1,2,", ",nan,2,")), 2, "over 90"),
        ((HEADER, ISLAND.replace(",1,2,", ",1,,")), 2, "latitude needs a longitude"),
        ((HEADER, ISLAND.replace("is,Island", "is,")), 2, "an id and a name"),
        ((HEADER, ISLAND + ",and more"), 2, "more or fewer cells"),
        ((HEADER, "is,Island,country"), 2, "more or fewer cells"),
        ((HEADER.replace(",lat", ""), ISLAND), 1, "lacks lat"),
    ],
)
def test_a_mistake_in_the_places_is_named_by_file_and_line(tmp_path: Path, lines: tuple[str, ...], line: int, words: str) -> None:
    folder = write(tmp_path / "isle", places=lines)
    problem = first_mistake(folder)
    assert problem.where == f"{folder / 'places.csv'}:{line}"
    assert words in problem.what


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (actor("ONE") + "\n" + actor("ONE"), 4, "twice"),
        (actor("ONE").replace("armed-group", "gang"), 3, "no kind of actor"),
        (actor("ONE", "begin: 2012-13-01"), 4, "no date"),
        (actor("ONE", "until: someday"), 4, "no date"),
        (actor("ONE", "aliases:", "  - {text: Ones, until: 2012-02-30}"), 5, "no date"),
        (actor("ONE", "colour: red"), 4, "unknown key 'colour'"),
        (actor("ONE", "aliases:", "  - {text: Ones, loud: true}"), 5, "unknown key 'loud'"),
        (actor("ONE", "aliases: Ones"), 4, "a list is expected"),
        ("- {id: ONE, kind: armed-group}", 1, "'name' is missing"),
        ("- id: ONE\n  name: [", 3, "no YAML"),
    ],
)
def test_a_mistake_in_the_actors_is_named_by_file_and_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    folder = write(tmp_path / "isle", actors=text)
    problem = first_mistake(folder)
    assert problem.where == f"{folder / 'actors.yaml'}:{line}"
    assert words in problem.what


@pytest.mark.parametrize("name", ["actors.yaml", "places.csv", "sources.yaml"])
def test_an_empty_file_is_a_mistake_under_its_name(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "isle")
    (folder / name).write_text("", encoding="utf-8")
    assert first_mistake(folder).where == f"{folder / name}:1"


def test_without_a_head_nothing_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "isle")
    (folder / "pack.yaml").write_text("", encoding="utf-8")
    assert str(refusal(folder).where).startswith(str(folder / "pack.yaml"))


def test_a_mistake_in_the_head_or_the_sources_is_named_by_file_and_line(tmp_path: Path) -> None:
    head = write(tmp_path / "one", head="id: isle\nflavour: salt")
    assert refusal(head).where == f"{head / 'pack.yaml'}:2"
    twice = write(tmp_path / "two", sources="\n".join(["- {id: gazette, name: Gazette, kind: outlet}"] * 2))
    assert first_mistake(twice).where == f"{twice / 'sources.yaml'}:2"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"places": (HEADER, ISLAND, TOWN.replace(",is,", ",atlantis,"))}, "place is-town lies within 'atlantis'"),
        ({"actors": actor("ONE", "part_of: NOBODY")}, "actor ONE names 'NOBODY'"),
        ({"actors": actor("ONE", "country: NOBODY")}, "actor ONE names 'NOBODY'"),
        ({"actors": actor("ONE", "roles: [{title: Chief, of: NOBODY}]")}, "actor ONE names 'NOBODY'"),
        ({"actors": actor("ONE", "aliases: [Guards]") + "\n" + actor("TWO", "aliases: [Guards]")}, "two actors, ONE and TWO"),
        ({"actors": actor("ONE", "begin: 2014-01-02", "until: 2014-01-01")}, "before it begins"),
        ({"sources": "- {id: gazette, name: Gazette, kind: outlet, actor: NOBODY}"}, "source gazette names 'NOBODY'"),
        ({"head": "id: isle\nscope: atlantis"}, "scope 'atlantis'"),
    ],
)
def test_what_does_not_fit_together_is_named(tmp_path: Path, parts: dict[str, str], words: str) -> None:
    folder = write(tmp_path / "isle", **parts)  # type: ignore[arg-type]
    problem = first_mistake(folder)
    assert words in problem.what
    assert str(folder) in str(problem.where)


def test_a_folder_that_is_no_pack_is_refused(tmp_path: Path) -> None:
    assert "no pack" in refusal(tmp_path / "nowhere").what


def test_a_pack_lies_over_the_one_it_extends(tmp_path: Path) -> None:
    write(tmp_path / "base", head="id: base\ntime_zone: Asia/Beirut\nscope: is", actors=actor("ONE"), places=(HEADER, ISLAND, TOWN))
    renamed = TOWN.replace("Town,town", "New Town,city")
    over = write(
        tmp_path / "over", head="id: over\nextends: [base]\nscope: is-town", actors=actor("TWO", "part_of: ONE"), places=(HEADER, renamed)
    )
    pack = load_packs((str(over),))
    assert pack.id == "base+over"
    assert set(pack.actors) == {"ONE", "TWO"}
    assert (pack.places["is-town"].name, pack.places["is"].name) == ("New Town", "Island")
    assert (pack.scope, pack.time_zone) == ("is-town", "Asia/Beirut")


def test_a_pack_may_extend_one_that_ships_with_the_program(tmp_path: Path) -> None:
    over = write(tmp_path / "isle", head="id: isle\nextends: [world]", places=(HEADER, "is,Island,region,sy,35,36,,,invented"))
    assert load_packs((str(over),)).places["is"].within == "sy"


def test_the_digest_follows_every_file(tmp_path: Path) -> None:
    same = [load_packs((str(write(tmp_path / name, places=(HEADER, ISLAND))),)).digest for name in ("one", "two")]
    other = load_packs((str(write(tmp_path / "three", places=(HEADER, ISLAND, TOWN))),)).digest
    assert same[0] == same[1] != other


def test_what_has_no_mistake_is_read_all_the_same(tmp_path: Path) -> None:
    actors = "\n".join([actor("ONE", "aliases: [Guards]"), actor("TWO", "colour: red"), actor("THREE", "aliases: [Guards, Watch]")])
    folder = write(tmp_path / "isle", actors=actors, places=(HEADER, ISLAND, "bad,row", TOWN))
    found = read_packs((str(folder),))
    assert set(found.pack.actors) == {"ONE", "THREE"}
    assert [alias.text for alias in found.pack.actors["THREE"].aliases] == ["Name of THREE", "Watch"]
    assert set(found.pack.places) == {"is", "is-town"}
    assert [(m.where.rpartition("/")[2], m.done) for m in found.mistakes] == [
        ("actors.yaml:8", "the entry is skipped"),
        ("places.csv:3", "the line is skipped"),
        ("actors.yaml:12", "it stays with ONE"),
    ]


def test_an_entry_that_is_no_yaml_takes_no_other_with_it(tmp_path: Path) -> None:
    actors = actor("ONE") + "\n- id: TWO\n  name: 'never closed\n" + actor("THREE")
    found = read_packs((str(write(tmp_path / "isle", actors=actors)),))
    assert set(found.pack.actors) == {"ONE", "THREE"}
    assert [m.done for m in found.mistakes] == ["the entry is skipped"]
    assert int(found.mistakes[0].where.rpartition(":")[2]) in range(4, 7)


@pytest.mark.parametrize(
    ("entry", "line", "words", "done"),
    [
        (actor("ONE", "begin: 2014-01-02", "until: 2014-01-01"), 5, "before it begins", "without its times"),
        (actor("ONE", "aliases:", "  - {text: Ones, begin: 2014-02-01, until: 2014-01-01}"), 5, "before it begins", "skipped"),
        (actor("ONE", "roles:", "  - {title: chief, begin: 2014-02-01, until: 2014-01-01}"), 5, "before it begins", "skipped"),
        (actor("ONE", "forces: NOBODY"), 4, "no actor has as its id", "without forces"),
        (actor("ONE", "roles:", "  - {title: chief, of: NOBODY}"), 5, "no actor has as its id", "without it"),
    ],
)
def test_what_does_not_fit_is_left_out_and_its_line_named(tmp_path: Path, entry: str, line: int, words: str, done: str) -> None:
    found = read_packs((str(write(tmp_path / "isle", actors=entry)),))
    (mistake,) = found.mistakes
    assert mistake.where.endswith(f"actors.yaml:{line}")
    assert words in mistake.what
    assert done in mistake.done
    one = found.pack.actors["ONE"]
    assert (one.begin, one.until, one.forces, [r.of for r in one.roles]) == (None, None, None, [None] * len(one.roles))
    assert all(alias.until is None or alias.begin is None for alias in one.aliases)
    assert all(role.until is None or role.begin is None for role in one.roles)


@pytest.mark.parametrize(
    ("rows", "line", "words", "within"),
    [
        ((ISLAND, TOWN.replace(",is,", ",atlantis,")), 3, "no place has as its id", None),
        ((ISLAND.replace(",country,,", ",country,is-town,"), TOWN), 2, "lies within itself", None),
        ((ISLAND.replace("country", "city"), TOWN.replace(",1.5,2.5,", ",21.5,2.5,")), 3, "2280 km from is", "is"),
    ],
)
def test_a_place_outside_its_parent_is_named(tmp_path: Path, rows: tuple[str, ...], line: int, words: str, within: str | None) -> None:
    found = read_packs((str(write(tmp_path / "isle", places=(HEADER, *rows))),))
    (mistake,) = found.mistakes
    assert mistake.where.endswith(f"places.csv:{line}")
    assert words in mistake.what
    assert found.pack.places["is" if line == 2 else "is-town"].within == within


def test_a_file_that_is_no_text_is_a_mistake(tmp_path: Path) -> None:
    folder = write(tmp_path / "isle")
    for name in ("actors.yaml", "places.csv", "sources.yaml"):
        (folder / name).write_bytes(b"\xff\xfe\x00\x81" * 9)
    mistakes = read_packs((str(folder),)).mistakes
    assert {m.where.rpartition("/")[2].partition(".")[0] for m in mistakes} == {"actors", "places", "sources"}


def test_places_that_cannot_be_opened_are_a_mistake(tmp_path: Path) -> None:
    folder = write(tmp_path / "isle", actors=actor("ISL-GUARD"))
    (folder / "places.csv").mkdir()
    loaded = read_packs((str(folder),))
    assert [(m.where, "cannot be read" in m.what) for m in loaded.mistakes] == [(str(folder / "places.csv"), True)]
    assert list(loaded.pack.actors) == ["ISL-GUARD"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("time_zone: Isle/Nowhere", "no time zone"),
        ("time_zone: ../../etc/passwd", "no time zone"),
        ("begin: 2016-02-31", "no date"),
        ("until: soon", "no date"),
        ("begin: 2016-02-03\nuntil: 2016-02-01", "ends on 2016-02-01"),
    ],
)
def test_the_time_of_a_pack_is_checked(tmp_path: Path, line: str, words: str) -> None:
    loaded = read_packs((str(write(tmp_path / "isle", head=f"id: isle\n{line}")),))
    assert [words in mistake.what for mistake in loaded.mistakes] == [True]
    assert loaded.mistakes[0].where.endswith(f"pack.yaml:{1 + len(line.splitlines())}")
    assert loaded.pack.time_zone == "UTC"


def test_packs_that_extend_each_other_are_named(tmp_path: Path) -> None:
    write(tmp_path / "one", head="id: one\nextends: [two]")
    write(tmp_path / "two", head="id: two\nextends: [one]")
    assert "'one' lies beneath itself" in str(refusal(tmp_path / "one"))
    assert "'two' lies beneath itself" in str(refusal(write(tmp_path / "two", head="id: two\nextends: two")))


def test_an_actor_without_a_name_is_named(tmp_path: Path) -> None:
    assert "needs an id and a name" in str(first_mistake(write(tmp_path / "isle", actors="- {id: A, name: '', kind: state}")))


def test_packs_beside_the_folder_one_is_in_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "sea", head="id: sea")
    monkeypatch.chdir(write(tmp_path / "isle", head="id: isle\nextends: sea"))
    assert read_packs.__wrapped__((".",)).pack.id == "sea+isle"
