"""Sentences that begin without a mark before them: "Blast kills six in Odrin A bomb went off", "(Photo Q) The army", "Odrin Two were hurt".

A page that lost its line breaks glues headings, captions and the names of sections to the sentence behind them. A word that only
opens a sentence, in capitals behind a word that cannot lead to it, shows the border.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPENERS = """
A An The In On At As After Before More Less Several Dozens Scores Hundreds Thousands Tens Some One Two Three Four Five Six Seven Eight
Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Thirty Forty Fifty Sixty When While It This
These There Nearly Almost About Over Around Many Most For With By From Since Following Despite According Meanwhile However Earlier He
She They Its His Their We Other Others Another Later Moreover Those No Both If But Last Among All During Although Though Until
""".split()
_ROUNDING = frozenset({"Nearly", "Almost", "Around", "About"})
_ARTICLES = frozenset({"A", "An", "The"})
_LEADS = """
a an the and or but nor that than to in on at by of for from with without into onto over under near as via per about after before since
until while when where which who whom whose if because told tell tells telling called named titled entitled dubbed said says say wrote
added is are was were be been between among against through during including like not no very more most at least only just
kill kills killed killing injure injures injured injuring wound wounds wounded wounding leave leaves left leaving hurt dead
""".split()
"""Words that lead to what follows, so that a capital behind them opens no sentence; and those that titles put before a number."""
_INNER = r"[^\s.!?:;,—–\"“”‘'(\[]"
"""Signs of the last word before a border. The search begins only where a run of them does: text without spaces costs no more for it."""
_BORDER = re.compile(rf"(?<!{_INNER})(?P<last>{_INNER}*[\w)\]])[ \t]+(?P<word>{'|'.join(_OPENERS)})(?=[ \t]+(?P<next>[\w-]+))")
_LEADING = frozenset(_LEADS)
_NAME = re.compile(rf"\b(?:{'|'.join(_LEADS)}) (?P<name>(?:An?|The) [A-Z][\w-]*?)s?\b")
_WHOSE = re.compile(r"The (?:[A-Z][\w-]* ){0,4}[A-Z][\w-]*(?:['’]s|s['’]) [a-z]")
"""Whom a name before it works for: "Omar Saleh The Daily Herald's correspondent"."""
_REPORT = re.compile(r"(?:Several|Some|Many|Other|Two|Three) (?:\w+ ){1,3}(?:said|say|reported|confirmed|added|told)\b")
"""A source behind what it tells: "Ten were killed Several sources confirmed"."""

_SECTION = re.compile(r"(?:^|[.!?]\s+)(?P<place>[A-Z][a-z][\w'-]*(?: [A-Z][\w'-]+)?) (?P<word>Army units? |Units of |Terrorists )(?=[a-z])")
"""The place that heads a section of a bulletin, glued to its first sentence: "Odrin Army units destroyed two depots"."""
_NO_PLACE = re.compile(
    r"(?:\w+(?:ian|ish|ese|aqi|emi|abi)s?|Arab|Free|National|Regular|Others?|Meanwhile|Also|The|Some|Many|Several|Armed|Army|Two)\b"
)


def glued_starts(text: str) -> Iterator[int]:
    """Yield the offsets in ``text`` at which a sentence begins though no mark closes the words before it."""
    names = {match["name"] for match in _NAME.finditer(text)}
    opened = [match.start("word") for match in _BORDER.finditer(text) if _opens(text, match, names)]
    headed = [match.start("word") for match in _SECTION.finditer(text) if _NO_PLACE.search(match["place"]) is None]
    yield from sorted({*opened, *headed})


def _opens(text: str, match: re.Match[str], names: set[str]) -> bool:
    last, word, after = match["last"], match["word"], match["next"]
    if last.lower() in _LEADING or last.endswith("-"):
        return False
    if after[0].isdigit():
        return word in _ROUNDING
    if after[0].islower():
        return _REPORT.match(text, match.start("word")) is None
    if word not in _ARTICLES or (last[0].isupper() and _WHOSE.match(text, match.start("word"))):
        return False
    return f"{word} {after}".removesuffix("s") not in names  # not in "told The Orin Post"
