"""A file of agreements, one or several YAML documents. It is read whole, or refused whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reportedly import marked
from reportedly.errors import AgreementError
from reportedly.marked import Marked
from reportedly.model.pack import Pack
from reportedly.truce.agreement import FORMS, KINDS, Agreement
from reportedly.truce.load.cycles import refuse_cycles
from reportedly.truce.load.hostile import documents
from reportedly.truce.load.names import UNSTATED, Names, known, names_of
from reportedly.truce.load.parts import cites, formula, many
from reportedly.truce.load.tables import clock_from, exclusion_from, guarantor_from, silence_from, zone_from
from reportedly.truce.load.terms import stage_from, window_from
from reportedly.truce.times import Interval, span_of

_KEYS = (
    "id version kind name form complete time_zone called may_mean dated replaces "
    "parties proposer from until for in_force zones clocks readings acts atoms excluded "
    "guarantors silent_on stages cite note"
).split()


def load_agreements(path: Path, pack: Pack | None = None) -> tuple[Agreement, ...]:
    """Return the agreements of a file.

    Args:
        path: the file.
        pack: whose actors and places it names; None leaves their ids unchecked.

    Raises:
        AgreementError: the file cannot be read, or something in it is not what an agreement holds; nothing of it is read then.
    """
    try:
        data = path.read_bytes()
    except OSError as problem:
        what = f"the file cannot be read: {problem.strerror}"
        raise AgreementError(what, where=str(path), remedy="check its name and its rights") from problem
    return parse_agreements(data, path, pack)


def agreements_of(folders: Iterable[str], pack: Pack | None = None) -> tuple[Agreement, ...]:
    """Return the agreements that packs bring: those of ``agreements/*.yaml`` of each folder, by the names of the files.

    Raises:
        AgreementError: as :func:`load_agreements` does.
    """
    files = [path for folder in folders for path in sorted((Path(folder) / "agreements").glob("*.yaml"))]
    return tuple(found for path in files for found in load_agreements(path, pack))


def parse_agreements(data: bytes, path: Path, pack: Pack | None = None) -> tuple[Agreement, ...]:
    """Return the agreements that bytes hold; ``path`` is for messages. Raises AgreementError as :func:`load_agreements` does."""
    texts = documents(data, path)
    found = [_agreement(marked.parse(text, path, AgreementError), pack) for text in texts]
    if not found:
        what = "the file holds no agreement"
        raise AgreementError(what, where=f"{path}:1", remedy="write id, version, kind, name, form, complete, parties and stages")
    return tuple(found)


def _agreement(doc: Marked, pack: Pack | None) -> Agreement:
    doc.only(*_KEYS)
    names, zone = names_of(doc, pack), _time_zone(doc, pack)
    for item in many(doc, "parties"):
        names.actor(item)
    made = Agreement(
        id=doc.text("id"),
        version=int(doc.need("version").expect(int)),
        kind=known(doc.need("kind"), KINDS, "kind of text"),
        name=doc.text("name"),
        form=known(doc.need("form"), FORMS, "form of text"),
        complete=bool(doc.need("complete").expect(bool)),
        parties=doc.strings("parties"),
        stages=tuple(stage_from(item, names, zone) for item in doc.need("stages").items()),
        zone_info=zone,
        proposer=tuple(names.actor(item) for item in many(doc, "proposer")),
        may_mean=_may_mean(doc, names),
        called=doc.strings("called"),
        dated=_dated(doc, zone),
        replaces=_replaces(doc),
        window=window_from(doc, names, zone),
        in_force=formula(doc.get("in_force"), names),
        zones={name: zone_from(name, item, names) for name, item in _table(doc, "zones").items()},
        clocks={name: clock_from(name, item, names, zone) for name, item in _table(doc, "clocks").items()},
        excluded=tuple(exclusion_from(item, names, zone) for item in many(doc, "excluded")),
        guarantors=tuple(guarantor_from(item, names) for item in many(doc, "guarantors")),
        silent_on=tuple(silence_from(item) for item in many(doc, "silent_on")),
        cite=cites(doc),
        note=doc.maybe("note"),
        file=doc.file.name,
        **{key: {name: str(item.expect(str)) for name, item in _table(doc, key).items()} for key in ("readings", "acts", "atoms")},
    )
    refuse_cycles(made, doc, names)
    return made


def _table(doc: Marked, key: str) -> Mapping[str, Marked]:
    found = doc.get(key)
    return {} if found is None or found.value == UNSTATED else found.expect(dict)


def _may_mean(doc: Marked, names: Names) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for name, item in _table(doc, "may_mean").items():
        if names.pack is not None and name not in names.pack.actors:
            what = f"{name!r} is no actor"
            raise item.complain(what, "write an id of the pack's actors.yaml, or add an entry there")
        out[name] = tuple(names.party(party) for party in ([item] if isinstance(item.value, str) else item.items()))
    return out


def _dated(doc: Marked, zone: ZoneInfo) -> Interval | None:
    said = doc.maybe("dated")
    span = span_of(said, zone) if said and said != UNSTATED else None
    if said and said != UNSTATED and span is None:
        what = f"{said!r:.40} is no day"
        raise doc.need("dated").complain(what, "write 2031-01-31, a month as 2031-01, a year, or `unstated`")
    return span


def _replaces(doc: Marked) -> tuple[str, ...]:
    for item in many(doc, "replaces"):
        if item.expect(str) == doc.text("id"):
            what = f"{item.value!r} cannot take the place of itself"
            raise item.complain(what, "name another agreement, or leave `replaces` out")
    return tuple(str(item.value) for item in many(doc, "replaces"))


def _time_zone(doc: Marked, pack: Pack | None) -> ZoneInfo:
    name = doc.maybe("time_zone") or (pack.time_zone if pack else "UTC")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        what = f"{name!r:.60} is no time zone"
        raise (doc.get("time_zone") or doc).complain(what, "write a name of the IANA list, as Asia/Tokyo or UTC") from problem
