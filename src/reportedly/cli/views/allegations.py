"""The register of allegations for people: a block for each incident, its charges and what answers them, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from reportedly.cli.out import clean
from reportedly.cli.views.parts import days, named, quoted
from reportedly.cli.views.seeing import framed, pair, some
from reportedly.text import excerpt
from reportedly.track.allegations import Charge, Incident, Party
from reportedly.track.answers import Answer
from reportedly.truce.view import View

_CHARGES, _ANSWERS = 4, 4
_QUOTE = 180
_LEGEND = (
    "a state says how far something was looked into, never what is so · [person 1]: a private person, by a number within the block · "
    "`reportedly show ID` gives all behind a claim"
)


def allegations_view(rows: Sequence[Incident], view: View) -> RenderableType:
    """Return a block for each incident: what is alleged and its state, then its charges and answers, the newest last."""
    return framed("Allegations, and what answers them", view, *(_block(row) for row in rows), none="no allegation passes", legend=_LEGEND)


def _block(row: Incident) -> RenderableType:
    what = row.act or (excerpt(clean(row.charges[0].what), 60) if row.charges else "") or "act not told"
    state = f"{row.state}{', denied' if row.denied and row.state != 'denied' else ''}"
    where = clean(row.name) or "place not told"
    said = days(row.begin, row.last if row.begin != row.last else row.begin)
    accused = f"accused: {some([party.name for party in row.accused], 4)}" if row.accused else "nobody is accused by name"
    chains = f" · {pair(row.chains)} {'chain' if row.chains == (1, 1) else 'chains'}" if row.charges else ""
    title = Text.assemble("\n", (what, "bold"), f" · {where} · {said} · ", (state, "yellow"), (f"\n{accused}{chains}", ""))
    return Group(title, *(Padding(line, (0, 0, 0, 2)) for line in _lines(row)))


def _lines(row: Incident) -> Iterator[Text]:
    yield from _more(len(row.charges) - _CHARGES, "charge")
    yield from map(_charge, row.charges[-_CHARGES:])
    yield from _more(len(row.answers) - _ANSWERS, "answer")
    yield from map(_answer, row.answers[-_ANSWERS:])


def _more(count: int, noun: str) -> Iterator[Text]:
    if count > 0:
        yield Text(f"{named(count, f'earlier {noun}')}", style="dim")


def _charge(charge: Charge) -> Text:
    firm = "" if charge.stance in {"asserts", "reports"} else f" ({charge.stance})"
    verb = "found" if charge.found else "alleges"
    back = f" · charged with the same by {named(len(charge.charged_back), 'claim')}" if charge.charged_back else ""
    whom = f" of {_names(charge.accused)}{' (own side, as read)' if charge.of_own else ''}" if charge.accused else ""
    to = f" · to {_names(charge.victims)}" if charge.victims else ""
    return _line(charge, f"{verb}{whom}{firm}", f"{to}{back}")


def _answer(answer: Answer) -> Text:
    verb = {"denial": "denies", "inquiry": f"inquiry by {answer.by}", "not confirmed": "could not be confirmed"}[answer.kind]
    return _line(answer, clean(verb), "")


def _line(told: Charge | Answer, verb: str, tail: str) -> Text:
    by = " → ".join(excerpt(clean(hop), 36) for hop in told.chain or (told.by,))
    end = f"{tail} {told.claim.partition(':')[2][:8]}"
    return Text.assemble(f"{told.said} ", (by, "cyan"), f" {verb}: ", quoted(told.words, _QUOTE), (end, "dim"))


def _names(parties: Sequence[Party]) -> str:
    return some([party.name for party in parties], 3)
