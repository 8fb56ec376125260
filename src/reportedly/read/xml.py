"""Parsing XML of unknown hands: no entities, nothing from elsewhere, nothing endless."""

from __future__ import annotations

from lxml import etree

from reportedly.errors import BrokenFileError

Element = etree._Element  # noqa: SLF001 - the class has no public name

_ENTITIES = "its head declares entities, which attacks do and reports do not"


def parse_xml(data: bytes, what: str) -> Element:
    """Return the root of an XML text.

    Args:
        data: the bytes.
        what: what it is, for messages, as in ``the feed``.

    Raises:
        BrokenFileError: it is no XML, declares entities, or is nested too deep.
    """
    try:
        root = etree.fromstring(data, _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise _broken(what, str(problem)) from problem
    _check(root, what)
    return root


def parse_what_can_be(data: bytes, what: str) -> tuple[Element, str | None]:
    """Return the root of an XML text, and what is damaged in it, None where nothing is; raises as :func:`parse_xml` does."""
    try:
        return parse_xml(data, what), None
    except BrokenFileError as problem:
        parser = _parser(recover=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            root = None
        if root is None or any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            raise
        _check(root, what)
        return root, problem.what


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _check(root: Element, what: str) -> None:
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):  # type: ignore[attr-defined]  # the stubs lack it
        raise _broken(what, _ENTITIES)


def _broken(what: str, why: str) -> BrokenFileError:
    return BrokenFileError(f"{what} cannot be read: {why}", remedy="it is damaged, or no such file; get it again")


def text_of(node: Element) -> str:
    """Return all words in an element."""
    return "".join(str(part) for part in node.itertext())
