"""The words that tell terms: ``terms.yaml``, read once and checked. Mistakes are named by file and line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportedly import marked
from reportedly.errors import DataError
from reportedly.marked import Marked

FILE = Path(__file__).with_name("terms.yaml")
MOVING = frozenset({"leaving", "evacuating", "withdrawing"})
"""Acts whose object may be the place that is left."""
_LISTS = (
    "idle directions declaring plans providing in-exchange exceptions exception-nouns places destinations lengths stage-nouns point-nouns"
).split()
_TABLES = ("kinds", "conditions", "moments", "stages")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of ``terms.yaml``.

    Attributes:
        lists: name of a list -> its words.
        tables: name of a table -> word -> the key it stands under.
        verbs, nouns: lemma -> neutral act.
        ending_verbs, ending_nouns: what turns an act into its prohibition.
        aux, governors: word -> mood.
        numbers: word -> number of a stage.
    """

    lists: dict[str, frozenset[str]]
    tables: dict[str, dict[str, str]]
    verbs: dict[str, str]
    nouns: dict[str, str]
    ending_verbs: frozenset[str]
    ending_nouns: frozenset[str]
    aux: dict[str, str]
    governors: dict[str, str]
    numbers: dict[str, int]

    def has(self, name: str, word: str) -> bool:
        """Say whether ``word`` stands in the list ``name``."""
        return word in self.lists[name]

    def kind(self, table: str, word: str) -> str | None:
        """Return the key of ``table`` under which ``word`` stands, None where it is not in it."""
        return self.tables[table].get(word)


@cache
def load_lexicon(path: Path = FILE) -> Lexicon:
    """Return the lists of a file of terms.

    Raises:
        DataError: a list is missing or holds something else than words; its line is named.
    """
    doc = marked.load(path, DataError)
    moods, acts, ending = doc.need("moods"), doc.need("acts"), doc.need("ending")
    return Lexicon(
        lists={name: frozenset(_words(doc, name)) for name in _LISTS},
        tables={name: _by_word(doc.need(name)) for name in _TABLES},
        verbs=_below(acts, "verbs"),
        nouns=_below(acts, "nouns"),
        ending_verbs=frozenset(_words(ending, "verbs")),
        ending_nouns=frozenset(_words(ending, "nouns")),
        aux=_below(moods, "aux"),
        governors=_below(moods, "governor"),
        numbers={word: int(number.expect(int)) for word, number in doc.need("numbers").expect(dict).items()},
    )


def _words(doc: Marked, name: str) -> tuple[str, ...]:
    doc.need(name)
    return doc.strings(name)


def _by_word(table: Marked) -> dict[str, str]:
    out: dict[str, str] = {}
    for key in table.expect(dict):
        for word in table.strings(key):
            out.setdefault(word, key)
    return out


def _below(table: Marked, name: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for key, entry in table.expect(dict).items():
        for word in entry.strings(name):
            out.setdefault(word, key)
    return out
