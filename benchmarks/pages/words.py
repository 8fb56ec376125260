"""Invented sentences about a war on a river, and the parts of a page's frame. The same seed gives the same words."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

_WHO = (
    "The Varni army|An Odric spokesman|The harbour office|A colonel of the river guard|Nour Baly, a nurse in Tarn,|The mayor of Senn|Two fishermen|"
    "Residents of the lower town|The joint commission|A relief worker|Odric state radio|The minister for the waters|An engineer at the weir|"
    "The bishop of Marsk|A driver who fled on Sunday|Commanders on the north bank|The observers"
).split("|")
_DID = (
    "said that|told this paper that|denied that|could not confirm that|wrote in a letter that|insisted that|conceded that|warned that|"
    "learned from the other bank that|announced before noon that|has known for weeks that"
).split("|")
_WHAT = (
    "the bridge at Tarn had been shelled|{n} boats were lost near the weir|the truce of the first of May no longer held|{n} families had crossed the "
    "river|the mill road was mined on both sides|the convoy with flour was held at the second gate|both sides had moved guns to the hills|no "
    "prisoner had been exchanged since the winter|the pumping station ran on its last fuel|{n} houses in the lower town stood empty|the school was "
    "used as a store for shells|the Odric flag flew over the old customs house|a second column was seen on the Senn road"
).split("|")
_WHEN = (
    "on Monday|during the night|two days after the talks broke off|for the third time this month|while the market was open|before the observers "
    "arrived|as the water rose|in spite of the promise given in Senn|hours before the deadline|although nobody had asked for it"
).split("|")
_TAIL = (
    "|, and nobody on the bank disagreed|, a claim that the other side calls invented|; the road stayed shut until the evening|, according to a list "
    "that hangs in the town hall|, which the commission wants to look into|, but gave no names"
).split("|")
_TITLES = (
    "Bridge at Tarn shelled as truce frays|Flour convoy waits at the second gate|Senn talks end without a date|Both banks claim the customs house|"
    "River guard pulls back from the weir|Families cross at night as water rises|Who broke the truce of the first of May?|Odric guns seen on the hills"
).split("|")


@dataclass(slots=True)
class Words:
    """A source of invented words for one page."""

    seed: int
    rng: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)

    def title(self) -> str:
        """Return a headline."""
        return self.rng.choice(_TITLES)

    def sentence(self) -> str:
        """Return a sentence of 12 to 35 words."""
        what = self.rng.choice(_WHAT).format(n=self.rng.randint(3, 400))
        return f"{self.rng.choice(_WHO)} {self.rng.choice(_DID)} {what} {self.rng.choice(_WHEN)}{self.rng.choice(_TAIL)}."

    def paragraph(self, least: int = 2, most: int = 4) -> str:
        """Return some sentences."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(least, most)))

    def paragraphs(self, count: int, least: int = 2, most: int = 4) -> list[str]:
        """Return ``count`` paragraphs."""
        return [self.paragraph(least, most) for _ in range(count)]

    def titles(self, count: int) -> list[str]:
        """Return headlines of other articles."""
        return [f"{self.rng.choice(_TITLES)} {self.rng.randint(2, 40)}" for _ in range(count)]
