"""Words by number: a column of a table holds few values, many times each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Text, select

from reportedly.store import database

Numbers = NDArray[np.int32]
Mask = NDArray[np.bool_]


class Words:
    """Distinct words, in the order in which they came; it only grows, so that numbers given out stay true."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._numbers: dict[str, int] = {}
        self._order: Numbers = np.zeros(0, np.int32)

    def __len__(self) -> int:
        return len(self.values)

    def numbers(self, given: Sequence[str | None]) -> Numbers:
        """Return the number of each word, -1 for none; words that are new are taken in."""
        known = self._numbers
        found = np.fromiter((-1 if word is None else known.setdefault(word, len(known)) for word in given), np.int32, len(given))
        self.values.extend(islice(known, len(self.values), None))
        return found

    def number(self, word: str) -> int:
        """Return the number of a word, -1 where there is none."""
        return self._numbers.get(word, -1)

    def order(self) -> Numbers:
        """Return of each word, by number, which place it has in the order of words."""
        if len(self._order) != len(self.values):
            made = np.zeros(len(self.values), np.int32)
            made[sorted(range(len(self.values)), key=self.values.__getitem__)] = np.arange(len(self.values), dtype=np.int32)
            self._order = made
        return self._order


class Column(NamedTuple):
    """A word for each row, by its number; -1 where there is none."""

    words: Words
    numbers: Numbers

    @classmethod
    def empty(cls) -> Self:
        """Return a column without rows."""
        return cls(Words(), np.zeros(0, np.int32))

    def with_rows(self, given: Sequence[str | None]) -> Self:
        """Return the column with more rows at its end."""
        return self._replace(numbers=np.concatenate((self.numbers, self.words.numbers(given))))

    def chosen(self, kept: Mask | Numbers) -> Self:
        """Return the column with some of its rows."""
        return self._replace(numbers=self.numbers[kept])

    def meeting(self, test: Callable[[str], bool], *, none: bool = False) -> Mask:
        """Return which rows have a word that meets a test; ``none`` is what a row without a word does."""
        return self.having(map(test, self.words.values), none=none)

    def having(self, met: Iterable[bool], *, none: bool = False) -> Mask:
        """Return which rows have a word that is marked; ``met`` has a mark for each word."""
        marks = np.fromiter((*met, none), np.bool_)
        return marks[self.numbers]

    def among(self, words: Iterable[str]) -> Mask:
        """Return which rows have one of these words."""
        wanted = [number for word in words if (number := self.words.number(word)) >= 0]
        return np.isin(self.numbers, wanted) if len(wanted) != 1 else self.numbers == wanted[0]

    def known(self) -> Mask:
        """Return which rows have a word."""
        return self.numbers >= 0


def met(connection: Connection, words: Sequence[str], condition: Callable[[ColumnElement[Any]], ColumnElement[bool]]) -> list[bool]:
    """Return which of some words meet a condition as the database has it."""
    each = database.each_of(words, Text())
    found, made = connection.scalars(select(each.c.key).where(condition(each.c.value))), [False] * len(words)
    for at in found:
        made[at] = True
    return made


def first_words(keys: Column, names: Column) -> list[str]:
    """Return of each key, by number, the first of the words beside it in the order of words; the key itself where none is."""
    rows = keys.known() & names.known()
    order = names.words.order()
    first = np.full(len(keys.words), len(order), np.int32)
    np.minimum.at(first, keys.numbers[rows], order[names.numbers[rows]])
    words = [*(names.words.values[at] for at in np.argsort(order)), ""]
    return [words[at] or key for at, key in zip(first, keys.words.values, strict=True)]


def since(limit: str, day: str) -> bool:
    """Say whether a day is not before a limit, as exactly as that is written."""
    return day[: len(limit)] >= limit


def until(limit: str, day: str) -> bool:
    """Say whether a day is not after a limit, as exactly as that is written."""
    return day[: len(limit)] <= limit
