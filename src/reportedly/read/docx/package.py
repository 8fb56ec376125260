"""The parts of a DOCX file: a ZIP archive of XML."""

from __future__ import annotations

from dataclasses import dataclass, field
from zipfile import ZipFile

from reportedly.errors import BrokenFileError
from reportedly.ports import Allowance
from reportedly.read.xml import Element, parse_xml
from reportedly.read.zipped import BROKEN, refused

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "/officeDocument"


@dataclass(slots=True)
class Package:
    """The parts of an open DOCX file, each read once, within an allowance."""

    archive: ZipFile
    allowance: Allowance
    _names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._names = frozenset(self.archive.namelist())

    def main(self) -> str:
        """Return the name of the part with the text. Raises BrokenFileError where there is none."""
        relations = self.part("_rels/.rels")
        every = [] if relations is None else list(relations.iter(_RELATION))
        found = [each.get("Target", "") for each in every if each.get("Type", "").endswith(_OFFICE)]
        for name in (*(target.lstrip("/") for target in found), "word/document.xml"):
            if name in self._names:
                return name
        what = "the DOCX has no text in it: its main part is missing"
        raise BrokenFileError(what, remedy="it is damaged, or no such file; get it again")

    def beside(self, main: str, name: str) -> Element | None:
        """Return the part of that name in the folder of the main part, None where there is none."""
        return self.part(main.rpartition("/")[0] + "/" + name)

    def all_beside(self, main: str, begins: str) -> list[Element]:
        """Return the parts in the folder of the main part whose names begin so, in order."""
        folder = f"{main.rpartition('/')[0]}/{begins}"
        names = sorted(name for name in self._names if name.startswith(folder) and name.endswith(".xml"))
        return [part for name in names if (part := self.part(name)) is not None]

    def part(self, name: str) -> Element | None:
        """Return a part as XML, None where there is none. Raises a ReadError where it cannot be unpacked or is no XML."""
        if name not in self._names:
            return None
        info = self.archive.getinfo(name)
        error = refused(info)
        if error is not None:
            raise error
        self.allowance.entry()
        try:
            with self.archive.open(info) as stream:
                data = self.allowance.drain(stream)
        except BROKEN as problem:
            what = f"the part {name!r} of the DOCX cannot be unpacked: {problem}"
            raise BrokenFileError(what, remedy="it is damaged; get it again") from problem
        return parse_xml(data.replace(_STRICT[1:-1].encode(), WORD[1:-1].encode()), f"the part {name!r} of the DOCX")
