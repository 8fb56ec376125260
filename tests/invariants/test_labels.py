"""Labels never decide: another name of the same actor changes no id, and exchanging two actors exchanges the answers and nothing else."""

from __future__ import annotations

from functools import partial
from itertools import permutations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reportedly.packs import load_packs
from reportedly.pipeline import Settings
from tests.invariants.scenes import ACTORS, FRAGILE, Report, exchanged, grounded, labels, read, reports, verdicts, without_names

# a report that fails is short as it is: to look for a shorter one would take minutes of parsing
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
QUICK = settings(max_examples=12, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=400, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])


def relabelled(report: Report, picks: list[int]) -> None:
    """Read a report under neutral names and under the labels picked, and compare."""
    neutral = report.text(lambda _, actor: labels(actor)[0])
    labelled = report.text(lambda at, actor: labels(actor)[picks[at] % len(labels(actor))])
    plain, other, again = read([neutral, labelled, RIVAL])
    assert grounded(other) == grounded(plain), labelled
    assert verdicts([other, again]) == verdicts([plain, again])


def nth(which: int, _slot: int, actor: str) -> str:
    return labels(actor)[which % len(labels(actor))]


def swapped(report: Report, one: str, other: str) -> None:
    """Read a report and the same with two actors exchanged, and compare."""
    first, second = read([told.text(lambda _, actor: labels(actor)[0]) for told in (report, report.swapped(one, other))])
    assert without_names(grounded(second)) == exchanged_in(without_names(grounded(first)), one, other)


def exchanged_in(found: dict[str, list[object]], one: str, other: str) -> dict[str, list[object]]:
    return {layer: exchanged(items, one, other) for layer, items in found.items()}


RIVAL = "Kelmstadt is under the control of Valley forces. Sudmark soldiers denied that they had attacked Kelmstadt."
"""What another outlet says, under labels of its own."""

picks = st.lists(st.integers(0, 20), min_size=6, max_size=6)
two = st.permutations(ACTORS).map(lambda order: (order[0], order[1]))


@QUICK
@given(reports(3), picks)
def test_a_label_changes_no_id(report: Report, chosen: list[int]) -> None:
    relabelled(report, chosen)


@QUICK
@given(reports(3), two)
def test_exchanging_two_actors_exchanges_the_answers_and_nothing_else(report: Report, pair: tuple[str, str]) -> None:
    swapped(report, *pair)


@pytest.mark.slow
@LONG
@given(reports(3), picks)
def test_a_label_changes_no_id_at_length(report: Report, chosen: list[int]) -> None:
    relabelled(report, chosen)


@pytest.mark.slow
@LONG
@given(reports(3), two)
def test_exchanging_two_actors_at_length(report: Report, pair: tuple[str, str]) -> None:
    swapped(report, *pair)


def test_where_the_parse_itself_changes_with_the_label_most_readings_stay() -> None:
    """What is left to the parser is bounded: of readings of sentences that it finds hard, at most a third may change with the label."""
    hard = [Report(((template, one, other),)) for template in FRAGILE for one, other in permutations(ACTORS, 2)]
    texts = [report.text(partial(nth, shift)) for report in hard for shift in range(3)]
    found = [grounded(reading) for reading in read(texts)]
    changed = sum(found[at] != found[at - at % 3] for at in range(len(found)))
    assert changed <= len(found) / 3


def test_names_of_the_shipped_pack_stand_for_their_actor_whichever_is_used() -> None:
    pack = load_packs()
    for actor, shape in (("SYR-ARMY", "troops"), ("OPP-ARMED", "fighters"), ("ISIL", "fighters")):
        names = [a.text for a in pack.actors[actor].aliases if a.text.endswith(shape) and " " in a.text]
        texts = [f"{name[:1].upper()}{name[1:]} captured the town of Azaz on Monday." for name in names]
        told = {tuple(claim.proposition for claim in reading.claims or ()) for reading in read(texts, Settings())}
        assert len(names) > 2
        assert len(told) == 1, actor
