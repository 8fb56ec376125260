"""Names as a person writes them into a correction: of the packs, of the gazetteers, else words of the document."""

from __future__ import annotations

from typing import Any

from reportedly.errors import OptionError
from reportedly.gazetteer import the_world
from reportedly.gazetteer.user import users
from reportedly.model.pack import Pack
from reportedly.query.places import look_up

_MANY = 20


def speaker_of(value: str, text: str, pack: Pack) -> dict[str, Any]:
    """Return the speaker that is meant: an actor by id or any of its names; else the name as the document spells it.

    Raises:
        OptionError: neither the packs nor the document have that name.
    """
    wanted = value.lower()
    for actor in pack.actors.values():
        if wanted in {actor.id.lower(), actor.name.lower(), *(alias.text.lower() for alias in actor.aliases)}:
            return {"name": actor.name, "actor": actor.id, "anonymous": False}
    if value not in text:
        what = f"neither the packs nor the document name {value!r:.60}"
        raise OptionError(what, where="speaker", remedy="give an actor's id or name, or the name as the document spells it")
    return {"name": value, "actor": None, "anonymous": False}


def places_of(value: str, text: str, pack: Pack) -> list[dict[str, Any]]:
    """Return the places that are meant, separated by semicolons, each with its id where a pack or gazetteer has one.

    Raises:
        OptionError: none of them, nor the document, has such a name.
    """
    names = [name.strip() for name in value.split(";") if name.strip()]
    if not 0 < len(names) <= _MANY:
        what = f"{len(names)} places are named"
        raise OptionError(what, where="place", remedy=f"name up to {_MANY}, separated by semicolons, or none")
    return [_place(name, text, pack) for name in names]


def _place(name: str, text: str, pack: Pack) -> dict[str, Any]:
    wanted = name.lower()
    for place in pack.places.values():
        if wanted in {place.id.lower(), place.name.lower(), *(variant.lower() for variant in place.variants)}:
            return {"name": place.name, "place": place.id}
    if name in text:
        return {"name": name, "place": None}
    found = look_up(name, pack, users(), the_world() if pack.gazetteer else None, None)
    exact = next((each for each in found if each.match.distance == 0), None)
    if exact is None:
        near = ", ".join(each.match.place.name for each in found[:3])
        what = f"no gazetteer has a place called {name!r:.60}, and the document does not name it"
        remedy = f"did you mean {near}?" if near else "give a place's id or name, or words of the document"
        raise OptionError(what, where="place", remedy=remedy)
    return {"name": exact.match.place.name, "place": exact.match.place.id}
