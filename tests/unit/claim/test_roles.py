"""Who did what to whom: the right noun fills a role, or none does."""

from __future__ import annotations

import pytest

from reportedly.model import Reading
from reportedly.pipeline import Settings, read_batch
from tests.drawing import page

CASES = [
    ("The rebels launched attacks on villagers, killing at least 12.", "killed", "victims", {"12"}),
    ("The council welcomed a halt in the bombardment of Odrivar.", "accepts", "matter", {"a halt in the bombardment of Odrivar"}),
    ("Strikes by Turkish forces resulted in the killing of two and injuring of many others.", "injured", "victims", {"many others"}),
    ("The envoy condemned the targeting of civilians using cluster bombs.", "alleged-abuse", "accused", set()),
    ("They spoke of a massacre of refugees in the valley.", "alleged-abuse", "accused", set()),
    ("They spoke of a massacre of refugees in the valley.", "alleged-abuse", "victims", {"displaced people"}),
    ("Groups affiliated to the Turkish regime shelled the mill.", "attacks", "attacker", {"Groups"}),
    ("Farmers died at the hands of Turkish forces near the mill.", "killed", "perpetrator", {"Turkish forces"}),
    ("The centre, including about 40 militants, was destroyed by a shell.", "attacks", "target", {"the centre"}),
    ("Turkish forces backed by Russian jets and Iranian fighters shelled the mill.", "attacks", "attacker", {"Turkish forces"}),
    ("The attacks amounted to war crimes.", "alleged-abuse", "accused", set()),
    ("The damage was the work of nobody and it hit the bakery.", "attacks", "attacker", set()),
    ("Turkish jets struck the village of Tallen held by Kurdish fighters.", "attacks", "target", {"the village"}),
    ("The Free Army is the force holding the mill and it shelled the bakery.", "attacks", "attacker", {"Free Syrian Army"}),
    ("Turkey's allies, the rebels, refused to attend the talks.", "refuses", "party", {"armed opposition"}),
    ("They condemned Turkish forces for their use of cluster bombs.", "forbidden-means", "accused", {"Turkish forces"}),
    ("The Turkish army's raids and use of gas were condemned.", "forbidden-means", "accused", {"Turkish forces"}),
    (
        "The plan was accepted by Turkish forces and by the rebels had it been kept.",
        "accepts",
        "party",
        {"Turkish forces", "armed opposition"},
    ),
    ("Ahrar al-Sham seized the mill. The terrorist attack killed two farmers.", "killed", "perpetrator", {"Ahrar al-Sham"}),
    ("Ahrar al-Sham seized the mill. Turkish jets struck the militants.", "attacks", "target", {"Ahrar al-Sham"}),
    ("Turkish forces repelled an attack by Ahrar al-Sham, killing 30 of its fighters.", "killed", "victims", {"Ahrar al-Sham"}),
    ("Turkish forces foiled a raid by Ahrar al-Sham, and 30 fighters were killed.", "killed", "perpetrator", {"Turkish forces"}),
    ("Damascus terrorists shelled the mill.", "attacks", "attacker", {"unspecified armed groups"}),
    ("Key regime ally Turkey welcomed the plan.", "accepts", "party", {"Turkey"}),
    ("The envoy presented the plan. The rebels rejected it.", "rejects", "matter", {"the plan"}),
    ("Kerry offered a pause in Geneva. The rebels rejected it.", "rejects", "matter", {"a pause"}),
    ("A blast killed 18 people, mostly children.", "killed", "victims", {"18 people"}),
    ("Turkish jets hit Ahrar al-Sham camps near the mill, killing six militants.", "killed", "victims", {"Ahrar al-Sham"}),
    ("Turkish forces entered the valley. Troops shelled the mill.", "attacks", "attacker", {"Turkish forces"}),
    ("The two brigades fired on each other near the mill.", "attacks", "target", set()),
    ("Turkish forces seized the grounds of the small, old, quiet, long-disputed town of Azaz.", "takes-control", "place", {"Azaz"}),
    (
        "The proposal calls for a withdrawal by the Turkish government and its own forces.",
        "plan-provides",
        "party",
        {"Turkish government", "its own forces"},
    ),
    ("Manbij lies near the rebel stronghold of Azaz.", "holds-control", "place", {"Azaz"}),
    ("Three killed two injured in a blast in Manbij.", "killed", "victims", {"three"}),
    ("The council announced help after raids that left ten people killed and dozens more wounded.", "injured", "perpetrator", set()),
    ("A source said that Ahrar al-Sham targeted with a rocket shell Manbij village.", "attacks", "attacker", {"Ahrar al-Sham"}),
    ("A source said that Ahrar al-Sham targeted with a rocket shell Manbij village.", "attacks", "target", {"Manbij village"}),
    ("Terrorists fled. The coalition carried out raids near Manbij.", "attacks", "attacker", {"the coalition"}),
    ("A clerk stands beside a granary since it was shelled in a raid.", "attacks", "target", {"a granary"}),
    ("A raid hit a school, killing six teachers the aid agency UNICEF said.", "killed", "victims", {"six teachers"}),
    ("Rebel shells fell on the government-held town of Azaz in Syria.", "holds-control", "controller", {"Syrian government"}),
    ("Child killed two others injured in a blast in Manbij.", "killed", "victims", {"children"}),
    ("The coalition came under heavy fire from Amnesty International over its raid.", "attacks", "target", set()),
    ("Turkish forces concentrated their troops upon the city of Manbij in an attempt to seize it.", "deploys", "destination", {"the city"}),
    ("In the mill valley Turkish jets launched a series of raids on hideouts.", "attacks", "target", {"hideouts"}),
    ("Six were killed in an attack claimed by Ahrar al-Sham.", "claims-attack", "matter", {"an attack"}),
    ("Rebels fight the war against Ahrar al-Sham shelling its camps.", "attacks", "attacker", {"armed opposition"}),
    ("Turkish jets struck a base in response to a raid.", "attacks", "target", {"a base"}),
    ("Lavrov called on Turkey to free the prisoners.", "calls-on", "addressee", {"Turkey"}),
    (
        "Ahrar al-Sham helped the YPG. Both extremist groups shelled the mill.",
        "attacks",
        "attacker",
        {"Ahrar al-Sham", "Kurdish forces (YPG)"},
    ),
]


@pytest.fixture(scope="module")
def drawn() -> list[list[tuple[str, str, str]]]:
    """Return per text the frame, role and name of every argument."""
    found = read_batch([page(text) for text, *_ in CASES], Settings())
    held = [r.claims or () if isinstance(r, Reading) else () for r in found]
    return [[(c.frame, role.partition("_")[0], a.name) for c in claims for role, a in c.args] for claims in held]


@pytest.mark.parametrize("at", range(len(CASES)), ids=[f"{frame}-{role}-{n}" for n, (_, frame, role, _) in enumerate(CASES)])
def test_a_role_is_filled_by_who_has_it(drawn: list[list[tuple[str, str, str]]], at: int) -> None:
    _, frame, role, wanted = CASES[at]
    assert any(found == frame for found, *_ in drawn[at]) or not wanted
    assert {name for found, r, name in drawn[at] if found == frame and r == role} == wanted
