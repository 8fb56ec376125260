"""Writing a codebook: frames of an analyst's own are checked, tried on a sentence, and tried on a ledger before they are kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from reportedly.claim.context import Context
from reportedly.claim.gloss import figure_words
from reportedly.claim.topics import UNFRAMED
from reportedly.claim.trial import Tried, trials
from reportedly.codebook.check import Checked, Flaw, check_entries, flaw
from reportedly.codebook.extend import codebook_of
from reportedly.errors import OptionError
from reportedly.ids import document_id
from reportedly.marked import Marked
from reportedly.model import Claim, Document, Failure, Metadata, Reading
from reportedly.model.frame import Codebook, Example, Frame
from reportedly.packs import load_packs
from reportedly.pipeline import Settings, annotate, parsed
from reportedly.store import Ledger

_SHARE = 0.08
"""Part of the sentences of all other frames from which a frame may be drawn, at most: none that ships is drawn from more."""

_AT_LEAST = 5
_EXAMPLES = 5


def sentence(text: str, settings: Settings) -> tuple[Reading, tuple[Tried, ...]]:
    """Return a text with its claims, and every trigger that was tried on its words."""
    doc, reading = parsed(_page(text), settings)
    tried = tuple(trials(Context.of(doc, reading, codebook_of(settings.codebook), load_packs(settings.packs))))
    (found,) = annotate([_page(text)], replace(settings, workers=1))
    return (found if isinstance(found, Reading) else reading), tried


def check(paths: Sequence[str], settings: Settings) -> tuple[Checked, tuple[Flaw, ...]]:
    """Return the checked entries of ``paths`` and all mistakes: of the entries, of their examples, of what they do to the other frames.

    Args:
        paths: files and folders of frames; where none is named the codebook that ships is checked.
        settings: packs and model that the examples are read with.
    """
    checked = check_entries(paths)
    own = [frame for frame, _ in checked.own] if paths else list(checked.book.frames())
    if any(f.entry is None for f in checked.flaws):
        return checked, checked.flaws  # what does not parse cannot be tried
    drawn = _drawn([e.text for frame in checked.book.frames() for e in frame.examples], replace(settings, codebook=tuple(paths)))
    flaws = [*checked.flaws]
    marks = {frame.id: entry for frame, entry in checked.own}
    for frame in own:
        flaws += [f for example in frame.examples for f in _of_example(frame, example, drawn[example.text])]
        if frame.id in marks:
            flaws += _too_wide(frame, marks[frame.id], checked.book, drawn)
    if paths:
        flaws += _taken(checked, drawn)
    return checked, tuple(flaws)


def _page(text: str) -> Document:
    return Document(document_id(text.encode()), "sentence", text, text.encode(), Metadata(lang="en"))


def _drawn(texts: Iterable[str], settings: Settings) -> dict[str, tuple[Claim, ...]]:
    pages = [_page(text) for text in dict.fromkeys(texts)]
    return {r.document.text: (*(r.claims or ()), *r.withheld) for r in annotate(pages, settings) if isinstance(r, Reading)}


def _of_example(frame: Frame, example: Example, claims: Sequence[Claim]) -> Iterator[Flaw]:
    where = f"{example.file}:{example.line}"
    found = [claim for claim in claims if frame.id in _frames_of(claim)]
    if bool(found) != example.drawn:
        instead = ", ".join(sorted({claim.frame for claim in claims})) or "nothing"
        what = (
            f"it is not drawn from its example; drawn is {instead}" if example.drawn else "it is drawn from an example that says it is not"
        )
        yield Flaw(what, where, frame.id, "`reportedly codebook try` with that sentence tells why", example.text)
        return
    for what in _differs(example, found[0]) if found else ():
        yield Flaw(what, where, frame.id, "correct the frame, or the example", example.text)


def _differs(example: Example, claim: Claim) -> Iterator[str]:
    if example.stance and claim.stance != example.stance:
        yield f"the stance is {claim.stance}, not {example.stance}"
    if example.own is not None and claim.own != example.own:
        yield f"own is {str(claim.own).lower()}, not {str(example.own).lower()}"
    figure = figure_words(claim.figures[0]) if claim.figures else "none"
    if example.figure and figure != example.figure:
        yield f"the figure is {figure}, not {example.figure}"
    args = dict(claim.args)
    for role, name in example.args:
        filled = args[role].name if role in args else "nothing"
        if filled.lower() != name.lower():
            yield f"{role} is {filled}, not {name}"


def _frames_of(claim: Claim) -> set[str]:
    """Return the frame of a claim, and the one that was evoked: of a forecast that of what is foretold, of a plan that of its term."""
    return {claim.frame, *((claim.explanation.frame,) if claim.explanation is not None else ())}


def _too_wide(frame: Frame, entry: Marked, book: Codebook, drawn: dict[str, tuple[Claim, ...]]) -> Iterator[Flaw]:
    own = {example.text for example in frame.examples}
    others = [e.text for f in book.frames() for e in f.examples if e.text not in own]
    met = [text for text in others if any(frame.id in _frames_of(claim) for claim in drawn[text])]
    if len(met) >= _AT_LEAST and len(met) > _SHARE * len(others):
        what = f"it matches nearly everything: {len(met)} of {len(others)} sentences of other frames"
        yield flaw(frame, entry, what, "ask for more under `when:`, or require an actor or a place", met[0])


def _taken(checked: Checked, drawn: dict[str, tuple[Claim, ...]]) -> Iterator[Flaw]:
    """Yield the frames that are drawn from examples of frames that ship, where these are not drawn from them any more."""
    mine = {frame.id: (frame, entry) for frame, entry in checked.own}
    taken: dict[str, list[tuple[Frame, Example]]] = defaultdict(list)
    for frame in checked.book.frames():
        for example in frame.examples if frame.id not in mine else ():
            held = {name for claim in drawn[example.text] for name in _frames_of(claim)}
            for by in held & mine.keys() if example.drawn and frame.id not in held else ():
                taken[by].append((frame, example))
    for by, found in sorted(taken.items()):
        example = found[0][1]
        others = ", ".join(dict.fromkeys(f.id for f, _ in found))
        what = f"it contradicts {others}: {len(found)} of their examples become its own, first {example.file}:{example.line}"
        yield flaw(*mine[by], what, "ask for more under `when:`, or lower its `priority:`", example.text)


@dataclass(frozen=True, slots=True)
class Found:
    """A claim that a frame makes of a recorded document."""

    document: str
    path: str
    start: int
    end: int
    words: str
    gloss: str
    stance: str


@dataclass(frozen=True, slots=True)
class Yield:
    """What a frame finds in a ledger.

    Attributes:
        documents: documents read. holding: those in which it was found. claims: claims found.
        fresh: those of them whose trigger no recorded claim holds.
        instead: frame -> recorded claims that hold the trigger of a claim found: it would take their place, or stand beside them.
        stances: stance -> claims found. examples: the first of them, from as many documents as there are.
        failures: documents that could not be read.
    """

    documents: int
    holding: int
    claims: int
    fresh: int
    instead: dict[str, int]
    stances: dict[str, int]
    examples: tuple[Found, ...]
    failures: tuple[Failure, ...]


def in_ledger(ledger: Ledger, frame: str, settings: Settings, limit: int | None = None) -> Yield:
    """Return what a frame finds among the documents of a ledger, the first ``limit`` of them; nothing is recorded.

    Raises:
        OptionError: no frame has that id.
    """
    book = codebook_of(settings.codebook)
    if frame not in {f.id for f in book.frames()}:
        what = f"no frame has the id {frame!r}"
        raise OptionError(what, where="--frame", remedy="`reportedly codebook show` lists them; name your own file with --codebook")
    read = holding = fresh = 0
    instead: Counter[str] = Counter()
    stances: Counter[str] = Counter()
    first: list[Found] = []
    more: list[Found] = []
    failures = []
    for item in annotate(islice(ledger.view().documents(), limit), settings):
        if isinstance(item, Failure):
            failures.append(replace(item, data=None))
            continue
        read += 1
        met = [c for c in (*(item.claims or ()), *item.withheld) if c.explanation is not None and c.explanation.frame == frame]
        holding += bool(met)
        held = list(ledger.view().held_claims([item.document.id])) if met else []
        for claim in met:
            at = claim.explanation.start if claim.explanation else claim.start
            over = {h.claim.frame for h in held if h.claim.start <= at < h.claim.end and h.claim.frame not in {frame, *UNFRAMED}}
            instead.update(over)
            fresh += not over
            stances[claim.stance] += 1
            (more if claim is not met[0] else first).append(_found(item.document, claim))
    shown = (*first, *more)[:_EXAMPLES]
    return Yield(read, holding, sum(stances.values()), fresh, dict(instead), dict(stances), shown, tuple(failures))


def _found(document: Document, claim: Claim) -> Found:
    words = document.text[claim.start : claim.end]
    return Found(document.id, document.path, claim.start, claim.end, words, claim.gloss, claim.stance)
