from __future__ import annotations

from pathlib import Path

from reportedly.model.actor import identity, is_class_id, is_provisional
from reportedly.packs import load_packs
from reportedly.packs.identity import names_of, provisional, unnamed

ACTORS = """
- {id: ORR-COUNCIL, name: Harbour Council of Orrstad, kind: body, aliases: [the council, Orrstad Harbour Council]}
- {id: VALE-A, name: Vale Brigade, kind: armed-group, aliases: [Vale Brigades]}
- {id: MAREK, name: Marek Tolland, kind: person}
- {id: MARIK, name: Marik Tolland, kind: person}
"""


def test_a_name_is_found_in_another_spelling_where_one_actor_alone_has_its_key(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: isle", encoding="utf-8")
    (tmp_path / "actors.yaml").write_text(ACTORS, encoding="utf-8")
    names = names_of(load_packs((str(tmp_path),)))
    assert [
        found.id if (found := names.find(name)) else None for name in ("Harbor  Council of Orstad", "Vail Brigade", "Marek Tolland")
    ] == [
        "ORR-COUNCIL",
        "VALE-A",
        "MAREK",
    ]
    assert names.find("Merik Tolland") is None  # two have that key
    assert names.find("the council") is None  # what is written small is a description
    assert names.find("Council") is None


def test_a_provisional_id_is_made_of_the_name_alone() -> None:
    assert provisional("Ann Orre-Sand") == provisional("the Ann  Orre Sand")
    assert provisional("’") is None
    assert provisional("Harbour Watch") == "x:hrbr-wx"


def test_people_without_a_name_are_a_class_and_nobody_in_particular() -> None:
    assert unnamed("Resident") == "x::resident"
    assert is_class_id("x::resident")
    assert not is_class_id("x:resident")
    assert [identity(i) for i in ("x::resident", "x:hrbr", "COR-ARMY", None)] == [None, "x:hrbr", "COR-ARMY", None]
    assert [is_provisional(i) for i in ("x::resident", "x:hrbr", "COR-ARMY", None)] == [True, True, False, False]
