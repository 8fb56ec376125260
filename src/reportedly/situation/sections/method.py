"""How a report was made, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.export.phrases import named
from reportedly.situation.facts import Facts
from reportedly.situation.model import Line
from reportedly.situation.phrases import name, phrases, say


def method(facts: Facts, head: str, links: int, version: str) -> Iterator[Line]:
    """Yield from where it is looked, by which filters, and how far it can be relied on."""
    asked, view = facts.question, facts.question.view
    told = [
        say("words"),
        say("window", begin=asked.begin, until=asked.until),
        say("looks", as_of=view.as_of, known_by=view.known_by, recorded_by=view.recorded_by),
    ]
    for line, values in (("places", asked.places), ("publishers", asked.publishers)):
        told += [say(line, **{line: [name(each) for each in values]})] if values else []
    told += [say("counting"), say("drawn"), say("version", version=version, head=head, links=named(links, "link"))]
    yield from (Line(parts, listed=facts.listed()) for parts in told)


def left(facts: Facts, rest: Mapping[str, int], older: int, most: int) -> Iterator[Line]:
    """Yield what was left out, with counts."""
    asked = facts.question
    if facts.outside:
        yield Line(say("outside", count=named(facts.outside, "claim")), listed=facts.listed(place=""))
    if facts.elsewhere:
        yield Line(say("elsewhere", count=named(facts.elsewhere, "claim")), listed=facts.listed(place=""))
    for section, count in rest.items():
        told = {"section": phrases().sections[section], "count": named(count, "matter"), "shown": named(asked.most, "matter")}
        yield Line(say("longer", **told), listed=facts.listed())
    if older:
        yield Line(say("older", count=named(older, "matter"), shown=f"{most:,}"), listed=facts.listed())
    if not (facts.outside or facts.elsewhere or rest or older):
        yield Line(say("kept"), listed=facts.listed())
