"""A theatre is data: nothing in the code, nor in the codebook, knows the one that ships."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportedly
from reportedly.errors import DataError
from reportedly.marked import load
from reportedly.packs import SHIPPED, load_packs
from reportedly.packs.actors import load_actors
from reportedly.packs.places import load_places

pytestmark = pytest.mark.no_cover
SOURCE = Path(reportedly.__file__).parent
ALLOWED = {("packs/load.py", "aleppo"), ("cli/options.py", "aleppo"), ("mark/possessives.py", "isis")}
"""The pack that is read where none is named, the help that says so, and what the parser is told of a name that is spelt like a verb."""


def distinctive() -> set[str]:
    """Return the words of names in the Aleppo pack that are no words of the world pack and begin with a capital there only."""
    actors = load_actors(SHIPPED / "aleppo" / "actors.yaml", [])
    places = load_places(SHIPPED / "aleppo" / "places.csv", [])
    names = [alias.text for held in actors.values() for alias in held.value.aliases] + [place.name for place, _ in places.values()]
    words = {word for name in names for word in re.findall(r"\w{4,}", name)}
    return {word.lower() for word in words if word[0].isupper()} - {word.lower() for word in words if word[0].islower()}


def constants(path: Path) -> Iterator[str]:
    """Yield the texts of a module that are no documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.value


def test_no_code_names_an_actor_or_place_of_the_theatre() -> None:
    known = set("aleppo syria syrian assad damascus nusra isis isil daesh sana etilaf jihadi jihadis".split())
    people = {a.name.split()[-1].lower() for a in load_packs().actors.values() if a.kind == "person"}
    named = known | {word for word in people if len(word) > 5} & distinctive()
    found = {
        (str(path.relative_to(SOURCE)), word)
        for path in SOURCE.rglob("*.py")
        for text in constants(path)
        for word in re.findall(r"\w+", text.lower())
        if word in named
    }
    assert found <= ALLOWED


def test_no_rule_of_the_codebook_names_one() -> None:
    named = set("aleppo assad damascus nusra isis isil daesh etilaf jihadi jihadis".split())
    for path in (SOURCE / "codebook").rglob("*.yaml"):
        words = set(re.findall(r"\w+", str(load(path, DataError).plain()).lower()))
        assert not words & named, path.name
