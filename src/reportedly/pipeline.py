"""The main path, as a table of contents: read, mark, ground, claim, compare, record.

    bytes --read--> Document --mark--> --ground--> --claim--> Reading --compare--> --record--> ledger

:func:`annotate` goes as far as the Reading and records nothing; :func:`add` goes all the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Doc

from reportedly import __version__
from reportedly.claim.draw import VERSION, draw_claims
from reportedly.codebook import load_codebook
from reportedly.engine.pool import ordered_map
from reportedly.ids import span_id
from reportedly.limits import limits
from reportedly.mark.analysis import MODEL, MODEL_VERSION, analyse
from reportedly.mark.attributions import mark_attributions
from reportedly.mark.language import language_of
from reportedly.mark.names import mark_names
from reportedly.mark.times import mark_times
from reportedly.model import Document, Failure, Reading
from reportedly.model.pack import Pack
from reportedly.packs import DEFAULT_PACKS, load_packs

LAYERS = ("attributions", "times", "places", "actors", "claims")
"""The layers of a reading, in the order in which they are set."""

NOT_READ = "R210"
"""Code of a document in a language that is not read yet: stored, and said to be so."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run reads with.

    Attributes:
        packs: folders of the packs, laid over each other.
        layers: which layers to set; claims need all others.
        workers: processes side by side.
    """

    packs: tuple[str, ...] = DEFAULT_PACKS
    layers: tuple[str, ...] = LAYERS
    workers: int = 1


def run_id(packs: Sequence[str]) -> str:
    """Return the id of a run: program, model, rules, codebook and packs. Claims of equal runs over equal bytes are equal."""
    return span_id("r", __version__, MODEL, MODEL_VERSION, VERSION, load_codebook().digest, load_packs(tuple(packs)).digest)


def annotate(documents: Iterable[Document | Failure], settings: Settings) -> Iterator[Reading | Failure]:
    """Yield each document with its layers, in input order and independent of the number of workers. Nothing is recorded."""
    work = partial(read_batch, settings=settings)
    yield from ordered_map(work, documents, size=limits().batch_documents, workers=settings.workers)


def read_batch(batch: list[Document | Failure], settings: Settings) -> list[Reading | Failure]:
    """Return ``batch`` marked, grounded and claimed; failures and documents in other languages pass through as they are."""
    pack = _with_publishers(load_packs(settings.packs))
    held = [pack(item) if isinstance(item, Document) else item for item in batch]
    readable = [d for d in held if isinstance(d, Document) and _is_english(d)]
    parsed = dict(zip((id(d) for d in readable), analyse(readable, limits().batch_documents), strict=True))
    run = run_id(settings.packs)
    return [
        item if isinstance(item, Failure) else _read(item, parsed.get(id(item)), load_packs(settings.packs), settings.layers, run)
        for item in held
    ]


def _is_english(document: Document) -> bool:
    return (document.metadata.lang or language_of(document.text) or "en").startswith("en")


def _read(document: Document, doc: Doc | None, pack: Pack, layers: Sequence[str], run: str) -> Reading:
    """Set the layers asked for, one after the other; a layer is never changed by a later step."""
    reading = Reading(document)
    if doc is None:
        return reading
    actors, places = mark_names(doc, pack)
    if "times" in layers:
        reading = reading.with_layer("times", mark_times(document.text, document))
    if "places" in layers:
        reading = reading.with_layer("places", places)
    if "actors" in layers:
        reading = reading.with_layer("actors", actors)
    if "attributions" in layers:
        reading = reading.with_layer("attributions", mark_attributions(doc, document, actors))
    if set(LAYERS) <= set(layers):
        claims = draw_claims(doc, reading, load_codebook(), pack)
        reading = reading.with_layer("claims", tuple(replace(claim, run=run) for claim in claims))
    return reading


def _with_publishers(pack: Pack) -> Callable[[Document], Document]:
    """Return a function that gives a document the publisher that its name, or the host of its address, has in the pack."""
    names = {name.lower(): s for s in pack.sources.values() for name in (s.name, s.id, *s.aliases)}
    hosts = {host.lower(): s for s in pack.sources.values() for host in s.domains}

    def known(document: Document) -> Document:
        meta = document.metadata
        host = (meta.url or "").partition("//")[2].partition("/")[0].removeprefix("www.").lower()
        source = names.get((meta.publisher or "").lower()) or hosts.get(host)
        if source is None:
            return document
        return replace(document, metadata=replace(meta, publisher=source.name, publisher_id=source.id))

    return known
