"""What the filters of claims ask for, in words: the help of the commands' options, and of the pages' query strings."""

from __future__ import annotations

HELP = {
    "type": "Claim types, separated by commas.",
    "frame": "Frames, separated by commas.",
    "stance": "Stances, separated by commas.",
    "speaker": "Who says it: an actor's id, or a part of the name.",
    "actor": "Who says it or is named in it: an actor's id, or a part of the name.",
    "place": "Id or neutral name of a place.",
    "publisher": "Name or id of a publisher.",
    "path": "Path of a document, or a folder or table that it stands in.",
    "ref": "A row's own id.",
    "doc": "The beginning of a document's id.",
    "since": "Said to hold on this day or later.",
    "until": "Said to hold on this day or earlier.",
    "published_since": "Published on this day or later.",
    "published_until": "Published on this day or earlier.",
    "text": "Words of the claim, all of them; in double quotes, in a row.",
    "own": "Said in the page's own voice: true or false.",
    "min_chains": "Independent chains behind it, at least.",
    "as_of": "Said to hold on this day.",
    "known_by": "Published by this day, else captured by it.",
    "recorded_by": "Recorded by this day or moment.",
    "judgements": "with: claims as persons judged them (as where none is given); without: as they were drawn.",
    "limit": "Give at most so many.",
    "offset": "Pass over so many first.",
}
"""Filter -> what it asks for. A test holds the names equal to those of ClaimFilter."""

VIEWED = {name: text for name, text in HELP.items() if name not in {"type", "min_chains"}} | {
    "as_of": "Look from the end of this day; today where none is given.",
}
"""The same for views, whose rows are chosen by the claims in them."""

CHANGED = {name: text for name, text in HELP.items() if name not in {"since", "until", "min_chains", "offset"}} | {
    "as_of": "The later look is from the end of this day; today where none is given.",
    "known_by": "The later look is at what was published by this day.",
    "recorded_by": "The later look is at what was recorded by this day or moment.",
    "limit": "Give at most so many of each kind.",
}
"""The same for what changed, where days are those of the two looks."""

WATCHED = {name: text for name, text in CHANGED.items() if name not in {"as_of", "known_by", "recorded_by", "limit", "judgements"}}
"""The same for watches."""

LENS = "How many independent chains something definite needs."
"""What a lens asks for."""
