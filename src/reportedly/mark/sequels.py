"""What a sentence adds to what it reports: "X said P adding Q" and "P X told Y noting Q", where the parse gives Q to whoever P is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.mark.drafts import Draft, cut_out
from reportedly.mark.speaking import can_speak
from reportedly.model.span import Span
from reportedly.parse import sentence_bounds, sentence_number

_ADDING = frozenset({"adding", "noting", "stressing", "explaining", "pointing", "specifying", "clarifying", "emphasizing", "emphasising"})
_TELLING = frozenset(
    "say blame accuse describe call warn urge demand condemn cite quote announce claim confirm denounce note stress add report".split()
)
_DASHES = frozenset({"–", "—", "--"})
_PAIR = 2
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "aux"})


def with_sequels(drafts: Sequence[Draft]) -> list[Draft]:
    """Return ``drafts`` with each "adding that Q" given to the source of the report before it in its sentence, and cut out of that."""
    out = [_over_dashes(made) for made in drafts]
    reports: dict[int, list[int]] = {}
    for n, made in enumerate(out):
        if made.head.tag_ in {"VBD", "VBZ", "VBP"} and made.speech and made.source:
            reports.setdefault(sentence_number(made.head), []).append(n)
    for n, made in enumerate(out):
        if (_adds(made) or _mute(made)) and (first := _first(out, reports.get(sentence_number(made.head), []), made)) is not None:
            said = out[first]
            if made.holder is None or said.holder is None or made.holder.i != said.holder.i:
                out[n] = replace(made, source=said.source, holder=said.holder, speech=True)
            out[first] = _without(said, made)
    return out


def _over_dashes(made: Draft) -> Draft:
    """Return "X agreed – a swap that Y wanted – adding that P" as X's, where the parse gives it to Y between the dashes."""
    head, holder = made.head, made.holder
    if head.tag_ != "VBG" or holder is None or not made.source or holder.i > head.i:
        return made
    first = sentence_bounds(head)[0]
    dashes = [t.i for t in head.doc[first : head.i] if t.text in _DASHES]
    if len(dashes) < _PAIR or not dashes[-_PAIR] < holder.i < dashes[-1]:
        return made
    outer = [t for t in head.doc[first : dashes[-_PAIR]] if t.dep_ == "nsubj" and t.head.i < dashes[-_PAIR] and can_speak(t)]
    if not outer:
        return made
    subject = outer[-1]
    words = head.doc[subject.left_edge.i : subject.i + 1]
    return replace(made, source=(Span(words.start_char, words.end_char),), holder=subject)


def _adds(made: Draft) -> bool:
    head = made.head
    if head.lower_ not in _ADDING or any(c.dep_ in _SUBJECTS for c in head.children):
        return False
    return head.lower_ == "adding" or made.holder is None or not made.speech


def _mute(made: Draft) -> bool:
    """Say whether a participle of speech hangs on what cannot speak: "blaming" of "the raid hit the school blaming the army"."""
    head = made.head
    if head.tag_ != "VBG" or head.pos_ != "VERB" or made.holder is None or any(c.dep_ in _SUBJECTS for c in head.children):
        return False
    return not can_speak(made.holder) and head.lemma_.lower() in _TELLING and made.source[0].start < head.idx


def _first(drafts: Sequence[Draft], numbers: Sequence[int], made: Draft) -> int | None:
    """Return the first report before ``made``: whoever is quoted inside it is not who goes on."""
    before = [n for n in numbers if drafts[n].head.i < made.head.i]
    return min(before, key=lambda n: drafts[n].head.i, default=None)


def _without(said: Draft, made: Draft) -> Draft:
    """Return ``said`` without what follows from the cue of ``made`` on."""
    at = made.head.idx
    if not any(span.start < at < span.end for span in said.content):
        return said
    kept = cut_out(said.content, (Span(at, said.end),))
    return replace(said, content=kept) if kept else said
