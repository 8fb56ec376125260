"""From bytes to documents, whatever lies in what: each part of a container is read by the reader of its own format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.errors import EmptyDocumentError, ReadError, ReportedlyError, TooLargeError, UsageError
from reportedly.limits import limits
from reportedly.model import Document, Failure, LeftOut
from reportedly.ports import Allowance, Container, Member, Reader, ReadOptions
from reportedly.read.allowance import Budget
from reportedly.read.fail import broken, failure, no_room
from reportedly.read.registry import reader_for, reader_named

Found = Iterator[Document | Failure]


def read_member(member: Member, options: ReadOptions) -> Found:
    """Yield the documents of ``member``, and of what lies in it.

    Raises:
        ColumnError: a table, which is no part of a container, lacks a column that the caller named.
        OptionError: an option is not understood.
    """
    reader = _reader(member)
    if isinstance(reader, Container):
        yield from _apart(reader, member, options, Budget(len(member.data)), 1)
    else:
        yield from _leaf(reader, member, options)


def _reader(member: Member) -> Reader | Container:
    return reader_named(member.format) if member.format else reader_for(member.name, member.data)


def _told(options: ReadOptions, member: Member) -> ReadOptions:
    """Return the options for a part; its own date goes before the caller's, who speaks of the whole."""
    dated = member.given.published.value is not None and not member.given.published.weak
    published = None if dated else options.published
    obtained = member.obtained or options.obtained
    return replace(options, given=member.given, ref=member.ref, obtained=obtained, published=published)


def _leaf(reader: Reader, member: Member, options: ReadOptions) -> Found:
    found = False
    try:
        for item in reader.read(member.data, member.path, _told(options, member)):
            found = True
            yield item
        if not found:
            nothing = EmptyDocumentError("there is no document in it", remedy="nothing to do: it has no rows")
            yield failure(nothing, member.path, ref=member.ref, data=member.data)
    except ReportedlyError:
        raise
    except MemoryError:
        yield failure(no_room(), member.path, ref=member.ref, data=member.data)
    except Exception as problem:  # noqa: BLE001 - whatever breaks on one file, it must not lose the others
        yield broken(problem, member.path, ref=member.ref, data=member.data)


def _apart(container: Container, member: Member, options: ReadOptions, budget: Allowance, depth: int) -> Found:
    """Yield what a container holds; where that is nothing, a failure says so."""
    found = False
    for item in _parts(container, member, options, budget, depth):
        found = True
        yield item
    if not found:
        nothing = EmptyDocumentError("it holds no file that is read", remedy="nothing to do: there are no words in it")
        yield failure(nothing, member.path, ref=member.ref, data=member.data)


def _parts(container: Container, member: Member, options: ReadOptions, budget: Allowance, depth: int) -> Found:
    told, left = _told(options, member), member.left_out
    try:
        _check_depth(depth)
        for part in container.open(member.data, member.path, told, budget):
            if isinstance(part, Failure):
                yield part
                continue
            left += part.left_out
            for item in _part(part, told, budget, depth):
                yield _with(item, left)
                left = () if isinstance(item, Document) else left
    except ReadError as error:
        yield failure(error, member.path, ref=member.ref, data=member.data)
    except UsageError:
        raise
    except MemoryError:
        yield failure(no_room(), member.path, ref=member.ref, data=member.data)
    except Exception as problem:  # noqa: BLE001 - as of a single file
        yield broken(problem, member.path, ref=member.ref, data=member.data)


def _with(item: Document | Failure, left: tuple[LeftOut, ...]) -> Document | Failure:
    """Return a document that also tells what was left out of its container: the first one of it does."""
    return replace(item, left_out=left + item.left_out) if left and isinstance(item, Document) else item


def _check_depth(depth: int) -> None:
    deepest = limits().archive_depth
    if depth > deepest:
        what = f"it lies more than {deepest} archives deep, and is not opened"
        raise TooLargeError(what, remedy="unpack the outer ones, or raise REPORTEDLY_ARCHIVE_DEPTH")


def _part(part: Member, options: ReadOptions, budget: Allowance, depth: int) -> Found:
    """Yield what a part holds; one that is not what the options say is a failure like any other, so that the rest go on."""
    reader = _reader(part)
    try:
        if isinstance(reader, Container):
            yield from _apart(reader, part, options, budget, depth + 1)
        else:
            yield from _leaf(reader, part, options)
    except UsageError as problem:
        yield Failure(part.path, problem.code, f"{problem.what} — {problem.remedy}", part.ref, part.data)
