"""An invented agreement, as text to be changed by tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportedly.truce.agreement import Agreement
from reportedly.truce.load import parse_agreements

PATH = Path("weir.yaml")

WEIR = """\
id: weir-truce
version: 1
kind: agreement
name: Truce at the weir
form: paraphrase
complete: false
parties: [NORTH, SOUTH, LEAGUE]
proposer: LEAGUE
may_mean: {GUNMEN: SOUTH}
from: 2018-10-13T18:00
in_force: {accepted: [NORTH, SOUTH]}
readings: {narrow: the listed group only, wide: whoever stands beside it}
atoms: {flooded: the road is under water}
clocks:
  D: {at: 2018-10-13T18:00}
  L: {when: {done: S1.b}}
zones:
  road: {place: QUARRY-ROAD, buffer: {op: ">=", n: 2, unit: km}, becomes: demilitarised}
  box: {area: [[10.4, -39.5], [10.6, -39.5], [10.6, -39.3]]}
excluded:
  - {actors: LANTERN, authority: the League's list, date: 2017-05-01}
guarantors:
  - {who: LEAGUE, of: [SOUTH], duty: S1.c}
silent_on:
  - {topic: how breaches are settled}
stages:
  - id: S1
    terms:
      - {id: S1.a, must_not: military_operations, who: [NORTH, SOUTH], where: box, from: D, for: P10D,
         readings: {wide: {counts: [attack_excluded]}, narrow: }}
      - {id: S1.b, must: withdraw_heavy_weapons, who: [NORTH], where: road, by: D+PT48H, unless: flooded}
      - {id: S1.c, must: report_violations, who: [LEAGUE], cite: {source: the letter}}
  - id: S2
    when: {all: [{held: S1.a, for: P7D}, {done: S1.b}]}
    terms:
      - {id: S2.a, must: convoys_enter, who: unstated, within: P2D, in_force_if: {accepted: SOUTH}}
      - {id: S2.b, may: leave_unhindered, who: unstated, until: unstated}
"""


@cache
def agreement(text: str = WEIR) -> Agreement:
    (only,) = parse_agreements(text.encode(), PATH)
    return only
