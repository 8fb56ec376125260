"""A person's own report: its claim as they coded it by hand, and what it says of place where its words do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claim.context import Context
from reportedly.claim.gloss import gloss
from reportedly.claim.numbering import plain
from reportedly.claim.proposition import proposition
from reportedly.claim.voice import voice_of
from reportedly.errors import OptionError
from reportedly.ids import span_id
from reportedly.model import Argument, Claim, Explanation, Filling, ValidTime
from reportedly.model.frame import Codebook, Frame
from reportedly.model.pack import Pack
from reportedly.signed import Coded, Report

METHOD = "coded by hand"
_SCORE = 1.0


def coded_claim(context: Context, report: Report, coded: Coded) -> Claim:
    """Return the claim of a report as it was coded by hand.

    Raises:
        OptionError: the codebook has no such frame, a role is not one of it or is missing, or words do not stand in the report.
    """
    text = report.text
    frame = frame_of(context.codebook, coded)
    start, end = span_of(text, coded.words) if coded.words else (0, len(text))
    args = tuple(_arguments(context, text, coded))
    names, ids = _places(context, report.place, args)
    valid = ValidTime(report.date, report.date)
    voice = voice_of(context, start, report.speaker, dict(args).get(frame.speaker_role or ""))
    told = Explanation(frame.id, METHOD, None, "hand", start, end, "given", tuple(Filling(r, None, a.start, a.end) for r, a in args))
    return Claim(
        id=span_id("c", context.reading.document.id, start, end, frame.id, [(r, a.start, a.end) for r, a in args], METHOD),
        start=start,
        end=end,
        type=frame.type,
        frame=frame.id,
        gloss=gloss(frame, args, names, (), coded.stance),
        args=args,
        stance=coded.stance,
        speaker=voice.speaker,
        chain=voice.chain,
        own=voice.own,
        proposition=proposition(frame.id, args, ids or names, valid),
        valid=valid,
        asserted=report.date,
        places=names,
        place_ids=ids,
        method=METHOD,
        score=_SCORE,
        explanation=replace(told, parts=((METHOD, _SCORE),)),
    )


def frame_of(codebook: Codebook, coded: Coded) -> Frame:
    """Return the frame that a report was coded with.

    Raises:
        OptionError: there is none of that id and type, or the roles do not fit it.
    """
    frame = next((frame for frame in codebook.frames() if frame.id == coded.frame), None)
    if frame is None or (coded.type and frame.type != coded.type):
        of = f" of the type {coded.type!r}" if coded.type else ""
        what = f"the codebook has no frame {coded.frame!r}{of}"
        raise OptionError(what, where="--frame", remedy="`reportedly codebook show` lists them; name your own file with --codebook")
    roles = {role.name for role in frame.roles}
    given = [plain(role) for role, _ in coded.args]
    for role in given:
        if role not in roles:
            what = f"{role!r} is no role of {frame.id}"
            raise OptionError(what, where="--arg", remedy=f"its roles are: {', '.join(sorted(roles))}")
    missing = [role.name for role in frame.roles if role.required and role.name not in given]
    if missing:
        what = f"{frame.id} needs {', '.join(missing)}"
        raise OptionError(what, where="--arg", remedy=f"add --arg {missing[0]}=…, in words of the report")
    return frame


def span_of(text: str, words: str) -> tuple[int, int]:
    """Return the offsets of ``words`` in ``text``, in whatever case where they do not stand there as they are.

    Raises:
        OptionError: they are empty or do not stand there.
    """
    at = text.find(words)
    if at < 0 and len(text.lower()) == len(text):
        at = text.lower().find(words.lower())
    if at < 0 or not words:
        what = f"{words!r} does not stand in the report"
        raise OptionError(what, where="--arg", remedy="give the words as the report has them, or write them into it")
    return at, at + len(words)


def with_place(claims: Sequence[Claim], report: Report, context: Context) -> list[Claim]:
    """Return claims drawn from a report, about its place where none of its words names one."""
    if report.place is None or context.reading.places:
        return list(claims)
    names, ids = place_named(report.place, context.pack)
    return [replace(c, places=names, place_ids=ids, proposition=proposition(c.frame, c.args, ids or names, c.valid)) for c in claims]


def place_named(name: str, pack: Pack) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the neutral name and the id of the place that is called ``name`` in the pack; else the name alone."""
    for place in pack.places.values():
        if name.lower() in {place.id.lower(), place.name.lower(), *(variant.lower() for variant in place.variants)}:
            return (place.name,), (place.id,)
    return (name,), ()


def _arguments(context: Context, text: str, coded: Coded) -> Iterator[tuple[str, Argument]]:
    for role, words in coded.args:
        start, end = span_of(text, words)
        actor = next((m for m in context.reading.actors or () if start <= m.start and m.end <= end), None)
        place = next((p for p in context.reading.places or () if start <= p.start and p.end <= end), None)
        if actor is not None and actor.actor is not None:
            yield role, Argument(actor.name, start, end, actor=actor.actor)
        elif place is not None:
            yield role, Argument(place.name, start, end, place=place.place)
        else:
            yield role, Argument(text[start:end], start, end)


def _places(context: Context, named: str | None, args: Sequence[tuple[str, Argument]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the places of a claim: those of its arguments, else the report's, else those that the words name."""
    held: list[tuple[str, str | None]] = [(a.name, a.place) for _, a in args if a.place]
    if not held and named is not None:
        return place_named(named, context.pack)
    held = held or [(p.name, p.place) for p in context.reading.places or () if p.role == "place"]
    return tuple(dict.fromkeys(name for name, _ in held)), tuple(dict.fromkeys(place for _, place in held if place))
