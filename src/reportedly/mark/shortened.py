"""Names of bodies cut to their last word: "the Council", after the Valley Council was named, is that one."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.mark.descriptions import kinds_of, stem
from reportedly.model import ActorMention
from reportedly.model.actor import is_class_id

_LONG = 2


class Shortened:
    """The bodies that a document names, by the last word of their names as it is written.

    Args:
        mentions: the actors named in the document.
    """

    def __init__(self, mentions: Iterable[ActorMention]) -> None:
        self._by: dict[str, dict[str, ActorMention]] = {}
        for mention in mentions:
            words = mention.label.removesuffix("'s").removesuffix("’s").split()
            if len(words) >= _LONG and mention.actor and not is_class_id(mention.actor) and mention.kind != "person":
                self._by.setdefault(words[-1], {}).setdefault(mention.actor, mention)

    def whole(self, word: str) -> ActorMention | None:
        """Return the only body whose name ends with a word that is a noun for bodies; None where there are several, or none."""
        found = self._by.get(word, {}) if word[:1].isupper() and kinds_of(stem(word.lower())) else {}
        return next(iter(found.values())) if len(found) == 1 else None

    def is_last(self, word: str) -> bool:
        """Say whether the name of some body ends with a word."""
        return word in self._by
