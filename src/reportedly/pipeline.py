"""The main path, as a table of contents: read, mark, ground, claim, compare, record.

    bytes --read--> Document --mark--> --ground--> --claim--> Reading --compare--> --record--> ledger

:func:`annotate` goes as far as the Reading and records nothing; :func:`reportedly.adding.add` goes all the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from spacy.tokens import Doc

from reportedly import __version__
from reportedly.claim.draw import VERSION
from reportedly.claim.report import claims_of
from reportedly.claim.theatre import is_home
from reportedly.claim.threshold import parted
from reportedly.codebook import codebook_of
from reportedly.engine.pool import by_weight, ordered_map
from reportedly.errors import OptionError, ReportedlyError, SignatureError
from reportedly.gazetteer import user, world
from reportedly.limits import limits
from reportedly.mark.actors import mark_actors
from reportedly.mark.analysis import MODEL, MODEL_VERSION, analyse
from reportedly.mark.attributions import mark_attributions
from reportedly.mark.identify import identified_speakers
from reportedly.mark.language import language_of
from reportedly.mark.names import mark_names
from reportedly.mark.segment_language import with_languages
from reportedly.mark.tagger.encoder import Encoder, load_encoder
from reportedly.mark.tagger.file import MODEL_FILE
from reportedly.mark.times import mark_times, with_inferred_date
from reportedly.model import Document, Failure, Reading
from reportedly.model.document import READ_KINDS, is_read_language
from reportedly.model.pack import Pack
from reportedly.packs import DEFAULT_PACKS, load_packs
from reportedly.read.fail import broken, given_up
from reportedly.store.run import Run

LAYERS = ("attributions", "times", "places", "actors", "claims")
"""The layers of a reading, in the order in which they are set."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run reads with.

    Attributes:
        packs: folders of the packs, laid over each other.
        layers: which layers to set; claims need all others.
        workers: processes side by side.
        model: the model file of attributions; None has them marked by rules alone.
        codebook: files and folders of an analyst's own frames, laid over the codebook that ships.
    """

    packs: tuple[str, ...] = DEFAULT_PACKS
    layers: tuple[str, ...] = LAYERS
    workers: int = 1
    model: Path | None = MODEL_FILE
    codebook: tuple[str, ...] = ()

    @property
    def draws_claims(self) -> bool:
        """Claims are drawn from all other layers, so all of them must be set."""
        return set(LAYERS) <= set(self.layers)

    @property
    def encoder(self) -> Encoder | None:
        """The encoder of attributions; None where there shall be none, or where its file cannot be used, which is said once."""
        return None if self.model is None else load_encoder(self.model)


def _places_of(pack: Pack) -> str:
    return " ".join(filter(None, (pack.digest, world.identity(), user.identity()))) if pack.gazetteer else pack.digest


def run_of(settings: Settings) -> Run:
    """Return the run: program with its rules, models, codebook and packs. Claims of equal runs over equal bytes are equal."""
    encoder = settings.encoder
    models = f"{MODEL} {MODEL_VERSION}, {encoder.version if encoder else 'attributions by rules alone'}"
    return Run(f"{__version__} {VERSION}", models, codebook_of(settings.codebook).digest, _places_of(load_packs(settings.packs)))


def annotate(documents: Iterable[Document | Failure], settings: Settings | None = None) -> Iterator[Reading | Failure]:
    """Yield each document with its layers, in input order and independent of the number of workers. Nothing is recorded."""
    chosen = settings or Settings()
    work = partial(read_batch, settings=chosen)
    yield from ordered_map(work, documents, size=limits().batch_documents, workers=chosen.workers, lost=lost)


def lost(item: Document | Failure) -> Reading | Failure:
    """Return the failure of a document that no worker process survived."""
    return item if isinstance(item, Failure) else given_up(item.path, ref=item.ref, data=item.data)


def read_batch(batch: list[Document | Failure], settings: Settings) -> list[Reading | Failure]:
    """Return ``batch`` marked, grounded and claimed; failures and documents in other languages pass through as they are.

    A parse takes some 3 KB of memory a character: documents are parsed together only as far as ``limits().batch_chars`` goes.
    Where a step breaks, the documents are read one by one, so that the one it breaks on is named and takes no other with it.
    """
    return [found for some in by_weight(batch, _chars, limits().batch_chars) for found in _read_some(some, settings)]


def _chars(item: Document | Failure) -> int:
    return len(item.text) if isinstance(item, Document) else 0


def _read_some(some: list[Document | Failure], settings: Settings) -> list[Reading | Failure]:
    try:
        return _read_together(some, settings)
    except ReportedlyError:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, it must not lose the other documents
        return [_read_alone(item, settings) for item in some]


def _read_alone(item: Document | Failure, settings: Settings) -> Reading | Failure:
    try:
        return _read_together([item], settings)[0]
    except ReportedlyError:
        raise
    except Exception as problem:  # noqa: BLE001 - whatever it is, it must not lose the others
        return broken(problem, item.path, ref=item.ref, data=item.data)


def _read_together(batch: list[Document | Failure], settings: Settings) -> list[Reading | Failure]:
    complete = completing(load_packs(settings.packs))
    held = [complete(item) if isinstance(item, Document) else item for item in batch]
    readable = [d for d in held if isinstance(d, Document) and foreign(d) is None]
    long = sum(map(_chars, readable)) > limits().batch_chars
    together = max(1, limits().batch_chars // limits().window_chars) if long else limits().batch_documents
    parsed = dict(zip((id(d) for d in readable), analyse(readable, together), strict=True))
    run = run_of(settings).id if settings.draws_claims else ""  # what draws none needs no model for its name
    return [item if isinstance(item, Failure) else _read_or_fail(item, parsed.get(id(item)), settings, run) for item in held]


def _read_or_fail(document: Document, doc: Doc | None, settings: Settings, run: str) -> Reading | Failure:
    """Return the reading of a document, or why it has none: a report that its codebook or signature has changed under."""
    try:
        return _read(document, doc, settings, run)
    except (OptionError, SignatureError) as error:
        return Failure(document.path, error.code, f"{error.what} — {error.remedy}", document.ref, document.data)


def parsed(document: Document, settings: Settings) -> tuple[Doc, Reading]:
    """Return the parse of one document, and the document with all layers but its claims."""
    held = completing(load_packs(settings.packs))(document)
    (doc,) = analyse([held])
    return doc, _read(held, doc, replace(settings, layers=LAYERS[:-1]), "")


def foreign(document: Document) -> str | None:
    """Return the language of a document that is not read further because of it; None where it is English, or cannot be told.

    A page in another language of which a part is in English is read, and that part alone; one that says it is English and has
    no word of it is not.
    """
    language = document.metadata.lang or language_of(document.text)
    if any(document.reads(segment) for segment in document.segments):
        return None
    if not is_read_language(language):
        return language
    others = [s.lang for s in document.segments if s.kind in READ_KINDS and not is_read_language(s.lang)]
    return others[0] if others else None


def _read(document: Document, doc: Doc | None, settings: Settings, run: str) -> Reading:
    """Set the layers asked for, one after the other; a layer is never changed by a later step."""
    reading = Reading(document)
    if doc is None:
        return reading
    pack, layers = load_packs(settings.packs), settings.layers
    actors, places = mark_names(doc, pack)
    if "times" in layers:
        reading = reading.with_layer("times", mark_times(document.text, document))
    if "places" in layers:
        reading = reading.with_layer("places", places)
    if "actors" in layers:
        reading = reading.with_layer("actors", mark_actors(doc, actors, pack))
    if "attributions" in layers:
        opinion = settings.encoder.read(document.text) if settings.encoder else None
        told = mark_attributions(doc, document, actors, opinion)
        reading = reading.with_layer("attributions", identified_speakers(told, actors, pack, home=is_home(places, pack)))
    if settings.draws_claims:
        codebook = codebook_of(settings.codebook)
        drawn = [replace(claim, run=run) for claim in claims_of(doc, reading, codebook, pack)]
        kept, withheld = parted(drawn, codebook)
        reading = replace(reading.with_layer("claims", kept), withheld=withheld)
    return reading


def completing(pack: Pack) -> Callable[[Document], Document]:
    """Return a function that completes a document's metadata.

    It sets the language, the publisher that its name or host has in the pack, and where nobody dated it the day of writing that its
    text gives away.
    """
    names = {name.lower(): s for s in pack.sources.values() for name in (s.name, s.id, *s.aliases)}
    hosts = {host.lower(): s for s in pack.sources.values() for host in s.domains}

    def complete(document: Document) -> Document:
        meta = document.metadata
        host = (meta.url or "").partition("//")[2].partition("/")[0].removeprefix("www.").lower()
        source = names.get((meta.publisher or "").lower()) or hosts.get(host)
        if source is not None:
            origins = meta.origins if meta.publisher else (*meta.origins, ("publisher", "url"))
            meta = replace(meta, publisher=source.name, publisher_id=source.id, origins=origins)
        told = replace(document, metadata=replace(meta, lang=meta.lang or language_of(document.text)))
        return with_inferred_date(replace(told, segments=with_languages(told)))

    return complete
