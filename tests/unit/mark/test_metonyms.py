"""Names of states and capitals that stand for those who govern there, told from places by how they hang in their sentence."""

from __future__ import annotations

import pytest

from reportedly.mark.analysis import language
from reportedly.mark.names import mark_names
from reportedly.packs import load_packs

WAR = "Shelling by the army killed fighters at the front. Rebels fired rockets at troops and the bombardment went on. "

ACTING = """
[Moscow] said the raids would stop.
[Russia] has accused the rebels of shelling a school.
The [Kremlin] denied the report.
[Washington] and [Ankara] agreed on a truce.
The rebels accused [Russia] of breaking the truce.
The minister blamed [Iran] for the deaths.
He called on [Turkey] to open the crossing.
They urged [Russia] to halt the bombing.
Talks between [Moscow] and [Washington] collapsed.
The deal was brokered by [Russia] and [Turkey].
The opposition has no trust in [Moscow].
[Syria]'s foreign minister rejected the plan.
[Damascus] rejected the plan.
The proposal was backed by [France].
According to [Tehran], the convoy was hit.
An agreement with [Russia] was signed.
Fighters backed by [Iran] entered the quarter.
The envoy held [Russia] responsible for the strike.
The fighters thanked [Qatar] for its support.
[Russia] and its ally [Iran] support the government.
A spokesman for [Russia] denied it.
[Germany] will send doctors.
The plan that [Moscow] offered was refused.
"We will not stop," [Moscow] announced.
The council condemned [Russia]'s raids.
[Turkey]'s army crossed the border.
The diplomat told [Moscow] that the truce had failed.
Pressure on [Russia] is growing.
The [White House] welcomed the truce.
[Iran]'s role in the war was discussed.
[Russia], which supports the government, vetoed the draft.
[London] has summoned the ambassador.
[Paris] called for a meeting of the Security Council.
The draft was vetoed by [China].
He accused the government and [Russia] of war crimes.
Sanctions against [Russia] were discussed.
Warplanes of [Russia] bombed the town.
The [US] and [Russia] agreed to extend the truce.
Relations with [Ankara] are bad.
The minister asked [Washington] for help.
[Saudi Arabia] and [Qatar] fund the rebels.
The regime and its backers [Russia] and [Iran] are to blame.
He said [Moscow] was ready for talks.
A report said that [Iran] was sending fighters.
[Beirut] closed the border to refugees.
The foreign ministry in Moscow said that [Tehran] would not yield.
[Turkey] has closed its border.
Officials in the capital said [Jordan] would close the crossing.
The bloc called upon [Russia] and [Iran] to stop.
Without [Russia], the government would have lost.
The rebels said [Russia] and the regime were preparing an attack.
The strikes by [Russia] and the government killed ten.
[Russia]: raids will go on until the last terrorist is gone.
Both [Washington] and [Moscow] want the truce.
Neither [Russia] nor [Iran] wants it.
Countries such as [Qatar] and [Turkey] support the rebels.
The [United States] suspended the talks.
The [United States] and [Russia] agreed on a ceasefire.
The agreement between the [United States] and [Russia] failed.
The co-sponsors of the resolution were [France] and [Spain].
The truce, which [Russia] declared on Monday, failed.
It was [Russia] that bombed the hospital.
He demanded that [Russia] stop the raids.
Pro-[Iran] fighters entered.
[Moscow]-backed troops advanced.
[Israel] bombed a depot.
The draft was put forward by [Egypt], [Spain] and [New Zealand].
He said that the killings by [Iran]'s militias went on.
There was no confirmation, however, from [Moscow].
No denial came from [Moscow] or [Ankara].
"""
PLACES = """
Talks were held in [Moscow].
Refugees fled to [Turkey].
The fighters came from [Iraq].
The convoy left [Damascus] at noon.
People were killed in [Aleppo].
The minister flew to [Washington].
The border with [Turkey] was closed.
The border between [Syria] and [Turkey] was closed.
The war in [Syria] has killed thousands.
He was born in [Russia].
The road from [Damascus] to [Homs] was cut.
[Syria] has been devastated by the war.
The army entered [Aleppo].
The rebels control [Idlib].
Planes took off from a base in [Russia].
He met his counterpart in [Paris].
The town lies near [Turkey].
Shells hit [Damascus].
The people of [Syria] want peace.
Aid was sent to [Syria].
The conference in [Geneva] ended.
He spoke by telephone from [Beirut].
Fighters crossed from [Turkey] into [Syria].
Northern [Syria] was quiet.
The future of [Syria] was discussed.
Hospitals across [Syria] are closed.
The capital of [France] was calm.
A correspondent in [Moscow] reported the news.
Refugees live in [Lebanon] and [Jordan].
The situation in [Iraq] got worse.
The [Syria] conflict goes on.
They returned to [Russia] on Monday.
Thousands left [Syria] for [Germany].
Bombs fell on [Damascus].
Ten people died in the [Hama] countryside.
Raids hit [Khan Sheikhoun] and [Saraqib].
[Aleppo] was shelled for six hours.
[Darayya] has been besieged since 2012.
[Aleppo] is burning.
The siege of [Aleppo] began.
The streets of [Damascus] were empty.
A hospital in [Idlib] was hit.
He lives in the [United States].
The raids on [Idlib] and [Hama] killed forty people.
The fighters were taken to [Idlib].
The offensive on [Aleppo] started.
The battle for [Aleppo] is over.
The convoy passed through [Jordan].
Forces advanced towards [Palmyra].
The liberation of [Raqqa] will take months.
He arrived from [Moscow].
She has worked in [Yemen].
An attack in [Homs] was blamed on militants.
[Homs] is the third city of the country.
Clashes in [Latakia] went on.
The governor of [Homs] resigned.
The residents of [Deir Ezzor] are hungry.
Refugees in [Germany] sent money.
Its embassy in [Damascus] was closed.
He was sent to [Iraq].
"""
BODIES = """
[Raqqa] Media Center reported new raids.
The [Homs] Brigade took the hill.
[Daraa] Provincial Council condemned the raid.
[Aleppo] Medical Directorate closed two wards.
"""


def marks(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a line in a report of war without its brackets, and where the words in brackets stand."""
    text, found = WAR, []
    for i, part in enumerate(line.replace("]", "[").split("[")):
        if i % 2:
            found.append((len(text), len(text) + len(part)))
        text += part
    return text, found


def told(line: str) -> list[tuple[bool, bool]]:
    """Return for each name in brackets whether it is drawn as an actor of the register, and whether as a place."""
    text, found = marks(line)
    actors, places = mark_names(language()(text), load_packs())
    return [
        (
            any(a.actor is not None and a.start < end and start < a.end for a in actors),
            any(p.role == "place" and p.start < end and start < p.end for p in places),
        )
        for start, end in found
    ]


@pytest.mark.parametrize("line", ACTING.strip().splitlines())
def test_who_acts_or_is_dealt_with_is_an_actor(line: str) -> None:
    assert set(told(line)) == {(True, False)}


@pytest.mark.parametrize("line", PLACES.strip().splitlines())
def test_where_something_is_or_happens_is_a_place(line: str) -> None:
    assert {place for _, place in told(line)} == {True}


@pytest.mark.parametrize("line", BODIES.strip().splitlines())
def test_a_body_with_the_name_of_a_place_is_none(line: str) -> None:
    text, ((start, end),) = marks(line)
    actors, places = mark_names(language()(text), load_packs())
    assert not [p for p in places if p.start < end and start < p.end]
    assert [a.kind for a in actors if a.start <= start and end < a.end] == ["body"]


def test_a_capital_that_acts_is_its_government() -> None:
    text, ((start, _),) = marks("The rebels accused [Moscow] of breaking the truce.")
    actors, _ = mark_names(language()(text), load_packs())
    assert [a.actor for a in actors if a.start == start] == ["RUS-GOV"]
