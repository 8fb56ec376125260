"""Every ceiling of the program in one table. Each may be raised by an environment variable ``REPORTEDLY_<NAME>``."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from functools import cache

from reportedly.errors import OptionError


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings, with their units.

    Attributes:
        document_bytes: bytes of one document; a larger one is a read error.
        paged_bytes: bytes of one PDF or DOCX; a larger one is a read error.
        pdf_pages: pages of one PDF; of more nothing is read.
        table_bytes: bytes of one table of many documents; a larger one is a read error.
        archive_bytes: bytes of one archive of documents: ZIP, TAR, WARC, gzip; a larger one is a read error.
        archive_expanded_bytes: bytes of all that is unpacked from one archive, and from the archives in it.
        archive_ratio: how much larger than the archive all that is unpacked from it may be; a million bytes always may.
        archive_entries: files in one archive, and in the archives in it.
        archive_depth: archives within each other.
        fetch_bytes: bytes of one page that is fetched.
        fetch_seconds: seconds until one page that is fetched is there, with all that leads to it.
        fetch_redirects: how often one address may lead on to another.
        table_field_chars: characters of one field of a table.
        window_chars: characters analysed at once; longer texts are cut at paragraph or sentence ends.
        batch_chars: characters of the documents that are parsed together, and of the windows of a longer one.
        sentence_chars: characters of one sentence; longer ones are cut at clause marks or white space.
        read_seconds: processor time that the reading of one document may take, apart from finding claims in it.
        read_memory_bytes: memory that the reading of one file may take, and four bytes for each that the file has over 16 million.
        batch_documents: documents handed to a worker at once.
        crowd_claims: claims under one key of one matter that are all compared with each other; of more, only so many sayings are.
        html_depth: nesting of an HTML page that the parser is known to keep.
        agreement_bytes: bytes of one file of agreements.
        agreement_depth: nesting of lists and mappings in a file of agreements.
        boundaries_bytes: bytes of a file of boundaries for the map.
        page_rows: rows of one page, and of one answer in JSON.
        form_bytes: bytes of what a form sends that carries no files.
        upload_bytes: bytes of what a form sends with its files.
        facet_milliseconds: how long a page waits for the values of its facets; longer ones are counted meanwhile, and it says so.
        page_milliseconds: how long a page waits for what it shows; what takes longer is counted meanwhile, and it says so.
        bundle_bytes: bytes of a bundle of evidence when it is unpacked.
        bundle_entries: files in a bundle.
        bundle_ratio: how much larger than in the bundle a file of it may be.
        bundle_list_bytes: bytes of one list in a bundle: of files, of links of the chain, of rows of one link.
    """

    document_bytes: int = 20_000_000
    paged_bytes: int = 100_000_000
    pdf_pages: int = 3_000
    table_bytes: int = 500_000_000
    archive_bytes: int = 200_000_000
    archive_expanded_bytes: int = 200_000_000
    archive_ratio: int = 100
    archive_entries: int = 10_000
    archive_depth: int = 3
    fetch_bytes: int = 20_000_000
    fetch_seconds: int = 30
    fetch_redirects: int = 5
    table_field_chars: int = 20_000_000
    window_chars: int = 100_000
    batch_chars: int = 100_000
    sentence_chars: int = 4_000
    read_seconds: int = 10
    read_memory_bytes: int = 512_000_000
    batch_documents: int = 16
    crowd_claims: int = 200
    html_depth: int = 250
    agreement_bytes: int = 1_000_000
    agreement_depth: int = 16
    boundaries_bytes: int = 20_000_000
    page_rows: int = 1_000
    form_bytes: int = 200_000
    upload_bytes: int = 500_000_000
    facet_milliseconds: int = 400
    page_milliseconds: int = 400
    bundle_bytes: int = 2_000_000_000
    bundle_entries: int = 100_000
    bundle_ratio: int = 200
    bundle_list_bytes: int = 50_000_000


@cache
def limits() -> Limits:
    """Return the ceilings in force.

    Raises:
        OptionError: an environment variable is not a whole number above zero.
    """
    chosen: dict[str, int] = {}
    for field in fields(Limits):
        name = f"REPORTEDLY_{field.name.upper()}"
        value = os.environ.get(name)
        if value is None:
            continue
        if not value.isdecimal() or int(value) < 1:
            what = f"{value!r} is not a whole number above zero"
            raise OptionError(what, where=name, remedy=f"unset it or give a number, as in {name}=1000")
        chosen[field.name] = int(value)
    return Limits(**chosen)
