"""Rules of confirmation that a user writes as data: a text counts as confirmed, for that user, once these parties have said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import DataError
from reportedly.marked import Marked, load
from reportedly.text import words

_ACTS = ("accepts", "signs", "confirms", "declares", "keeps")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of confirmation.

    Attributes:
        name: what the user calls it. who: ids of the parties that must confirm, each of them or one that belongs to it.
        texts: words, one of which a text must be told by; any text where there are none.
        acts: acts that confirm. own: only a party's own word counts.
    """

    name: str
    who: tuple[str, ...]
    texts: tuple[str, ...] = ()
    acts: tuple[str, ...] = _ACTS
    own: bool = True

    def covers(self, told: Sequence[str]) -> bool:
        """Say whether the rule is about a text, by the words that it is told by."""
        return not self.texts or any(set(words(wanted)) <= set(words(matter)) for wanted in self.texts for matter in told)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule comes to for a text: who confirmed it, with their claims, and who has not, as far as claims tell.

    ``state`` is ``confirmed`` or ``not confirmed``, and no word on whether there is such a text.
    """

    rule: str
    state: str
    confirmed: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]


def load_rules(path: Path) -> tuple[Rule, ...]:
    """Return the rules of a file: a list of mappings with ``name``, ``until`` (ids), and perhaps ``texts``, ``acts`` and ``own``.

    Raises:
        DataError: the file cannot be read or has a mistake; the line is named, and what was expected.
    """
    return tuple(_rule(entry) for entry in load(path, DataError).items())


def _rule(entry: Marked) -> Rule:
    entry.only("name", "until", "texts", "acts", "own")
    who = entry.strings("until")
    if not who:
        what = "nobody has to confirm"
        raise entry.complain(what, "name at least one actor under until, as in until: [RUS-GOV]")
    own = entry.get("own")
    return Rule(entry.text("name"), who, entry.strings("texts"), entry.strings("acts") or _ACTS, True if own is None else own.expect(bool))
