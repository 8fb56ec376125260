"""The claims of a document: drawn from its words, but for a person's own report that was coded by hand."""

from __future__ import annotations

from spacy.tokens import Doc

from reportedly.claim.coded import coded_claim, with_place
from reportedly.claim.context import Context
from reportedly.claim.draw import draw_claims
from reportedly.model import Claim, Reading
from reportedly.model.frame import Codebook
from reportedly.model.pack import Pack
from reportedly.signed import FORMAT, unpack


def claims_of(doc: Doc, reading: Reading, codebook: Codebook, pack: Pack) -> tuple[Claim, ...]:
    """Return the claims of a document in text order.

    Args:
        doc: the parse of the document's text.
        reading: the document with its attributions, times, places and actors.
        codebook: the frames.
        pack: the theatre.

    Raises:
        OptionError: a report was coded with what the codebook does not have.
        SignatureError: a document is said to be a report, and its bytes are none.
    """
    if reading.document.format != FORMAT:
        return draw_claims(doc, reading, codebook, pack)
    report, context = unpack(reading.document.data).report, Context.of(doc, reading, codebook, pack)
    if report.coded is not None:
        return (coded_claim(context, report, report.coded),)
    return tuple(with_place(draw_claims(doc, reading, codebook, pack), report, context))
