"""A claim in a sentence: who says it, through whom, how firmly, and what, with exact words wherever no neutral name is known."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claim.numbering import plain as role_of
from reportedly.codebook import load_codebook
from reportedly.export.contract import Json
from reportedly.model.actor import is_provisional
from reportedly.situation.facts import Facts
from reportedly.situation.phrases import OPTIONAL, SLOT, Parts, enumerated, fill, given, name, opened, phrases, plain, quote
from reportedly.text import bare, clean, excerpt, unquoted

_NEAR = 40
_SHORT, _LONG = 110, 260
_FEW = 3


def claim_sentence(facts: Facts, claims: Sequence[Json]) -> Parts:
    """Return one sentence for claims that say the same."""
    first, told = claims[0], phrases().told
    who, verb = voices(claims), plain(phrases().stances[first["stance"]])
    values = given(who=who, verb=verb, where=places(first), when=when(first), chains=chains(first["chains"]), words=words(facts, first))
    phrase = phrases().claims.get(first["frame"])
    if first["frame"] in phrases().quoted or phrase is None or not _fillers(phrase) <= _roles(first):
        saying = first["stance"] in {"asserts", "reports"}
        return opened(fill(told["quoted" if saying else "not-said"], values))
    alone = len({each["speaker"]["actor"] or each["speaker"]["name"] for each in claims}) == 1
    values |= given(what=fill(phrase, arguments(facts, first, alone=alone)), hedge=hedge(first))
    return opened(fill(told["claim"], values))


def _fillers(phrase: str) -> set[str]:
    """Return the slots that a phrase cannot do without."""
    return {slot for slot, _ in SLOT.findall(OPTIONAL.sub(" ", phrase))}


def _roles(claim: Json) -> set[str]:
    return {role_of(role) for role in claim["args"]} | ({"figure"} if claim["figures"] else set())


def words(facts: Facts, claim: Json, limit: int = _LONG) -> Parts:
    """Return the exact words of a claim, cut at a word."""
    if claim["quote"] is None:
        return plain(phrases().told["redacted"])
    return quote(excerpt(unquoted(clean(facts.masked(claim["doc"]["id"], claim["quote"]))), limit))


def hedge(claim: Json) -> Parts | None:
    """Return the words by which a claim is hedged."""
    return fill(phrases().told["hedge"], given(words=quote(clean(claim["hedge"])))) if claim["hedge"] else None


def voices(claims: Sequence[Json]) -> Parts:
    """Return who says it, each once, with the outlets where they are others."""
    seen: dict[object, list[Json]] = {}
    for claim in claims:
        key = outlet(claim) if claim["own"] else (claim["speaker"]["actor"] or claim["speaker"]["name"], claim["speaker"]["anonymous"])
        seen.setdefault(key, []).append(claim)
    few = [voice(*group) for group in list(seen.values())[:_FEW]]
    if len(seen) <= _FEW:
        return tuple(enumerated(few))
    return fill(phrases().told["others"], {"few": few, "count": [plain(len(seen) - _FEW)]})


def voice(claim: Json, *others: Json) -> Parts:
    """Return who says a claim, and in which outlets others have the same of him."""
    told, home = phrases().told, outlet(claim)
    known = claim["speaker"]["actor"]
    speaker = clean(claim["speaker"]["name"])
    sure = claim["own"] or (known and not is_provisional(known) and not claim["speaker"]["anonymous"])
    shown = name(speaker) if sure else quote(excerpt(speaker, _SHORT))
    if claim["speaker"]["anonymous"] and not claim["own"]:
        shown = fill(told["unnamed"], given(speaker=shown))
    if claim["own"] or speaker == home:
        return name(home)
    homes = dict.fromkeys(outlet(each) for each in (claim, *others) if not each["own"])
    return fill(told["through"], given(speaker=shown, outlet=[name(each) for each in homes]))


def outlet(claim: Json) -> str:
    """Return the name of the page that a claim stands in."""
    doc = claim["doc"]
    return clean(doc["publisher"] or doc["path"].rpartition("/")[2])


def places(claim: Json) -> list[Parts]:
    """Return the places of a claim that its roles do not name already."""
    told = " ".join(f"{each['name']} {each['words'] or ''}" for each in claim["args"].values()).casefold()
    named = {each["place"] for each in claim["args"].values()}
    found: dict[object, str] = {}
    for number, each in enumerate(claim["places"]):
        key = claim["place_ids"][number] if number < len(claim["place_ids"]) else each
        if key not in named and each.casefold() not in told:
            found.setdefault(key, each)
    return [name(clean(each)) for each in found.values()]


def when(claim: Json) -> Parts | None:
    """Return the days on which a claim is said to hold; None where it tells none."""
    begin, until, told = claim["valid"]["begin"], claim["valid"]["until"], phrases().told
    if begin and begin == until:
        return fill(told["day"], given(day=begin[:10]))
    if begin and until:
        return fill(told["stretch"], given(begin=begin[:10], until=until[:10]))
    found = ("from", {"begin": begin}) if begin else ("until", {"until": until})
    return fill(told[found[0]], given(**found[1])) if begin or until else None


def chains(pair: Sequence[int]) -> Parts:
    """Return how many independent chains stand behind something."""
    least, most = pair
    if least == most == 1:
        return plain(phrases().told["chain"])
    return fill(phrases().told["chains" if least == most else "chain-range"], given(least=f"{least:,}", most=f"{most:,}"))


def arguments(facts: Facts, claim: Json, *, alone: bool) -> dict[str, list[Parts]]:
    """Return what fills the roles of a claim: neutral names where they are known, else the exact words.

    ``alone``: nobody else says it, so that a party may be told of as the one who speaks.
    """
    counts = _counts(claim)
    found: dict[str, list[Parts]] = {}
    for role, each in claim["args"].items():
        plainly = role_of(role)
        counted = _counted(claim, each) if plainly == counts and role == plainly else None
        found.setdefault(plainly, []).append(_self(claim, each, alone=alone) or _argument(facts, claim, each, counted))
    if claim["figures"]:
        one = claim["figures"][0]
        told = one["words"] and claim["cut"](one["start"], one["end"])
        found["figure"] = [quote(clean(told))] if told else [plain(one["unit"])]
    return found


def _self(claim: Json, each: Json, *, alone: bool) -> Parts | None:
    same = each["actor"] and each["actor"] == claim["speaker"]["actor"]
    return plain(phrases().told["self"]) if same and alone and not claim["own"] else None


def _argument(facts: Facts, claim: Json, each: Json, counted: str | None) -> Parts:
    key = each["actor"] or each["place"]
    if counted is None and key and not is_provisional(key):
        return name(clean(each["name"]))
    told = counted or each["words"]
    if told is None:
        return plain(phrases().told["redacted"])
    return quote(excerpt(bare(clean(facts.masked(claim["doc"]["id"], told))), _SHORT))


def _counts(claim: Json) -> str | None:
    return next((frame.counts for kind in load_codebook().types for frame in kind.frames if frame.id == claim["frame"]), None)


def _counted(claim: Json, each: Json) -> str | None:
    """Return the words of a number together with those of what it counts, where they stand side by side."""
    number = next((one for one in claim["figures"] if one["start"] is not None and not one["derived"]), None)
    if number is None or number["start"] > each["end"] + _NEAR or each["start"] > number["end"] + _NEAR:
        return None
    return str(claim["cut"](min(number["start"], each["start"]), max(number["end"], each["end"])) or "") or None
