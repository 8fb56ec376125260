from __future__ import annotations

import pytest

from tests.drawing import claims, only, reading, words


def test_active_passive_nominal_and_light_verb_forms_meet_one_frame() -> None:
    for text in (
        "Government forces captured the village of Odrivar.",
        "The village of Odrivar was captured by government forces.",
        "Government forces took control of the village of Odrivar.",
        "The capture of the village of Odrivar by government forces was announced.",
    ):
        claim = claims(text, "takes-control")[0]
        args = dict(claim.args)
        assert args["controller"].actor == "SYR-ARMY", text
        assert "Odrivar" in args["place"].name, text


def test_coordinated_verbs_make_a_claim_each_with_words_of_their_own() -> None:
    text = "The shelling killed four farmers and wounded eleven others."
    killed, injured = only(text, "killed"), only(text, "injured")
    assert killed.figures[0].value == 4
    assert injured.figures[0].value == 11
    assert words(killed, text).endswith("farmers")
    assert words(injured, text).startswith("wounded")


def test_two_things_counted_by_one_verb_are_two_claims() -> None:
    text = "Thirty soldiers and 39 rebel fighters were killed."
    assert sorted(c.figures[0].value or 0 for c in claims(text, "killed")) == [30, 39]


def test_a_participle_tells_its_event_too() -> None:
    text = "Jets hit a market in Odrivar on Tuesday, killing 10 people."
    assert words(only(text, "killed"), text) == "killing 10 people"
    assert words(only(text, "attacks"), text) == "Jets hit a market in Odrivar on Tuesday"


def test_a_casualty_takes_the_doer_of_the_attack_in_its_sentence() -> None:
    text = "Six villagers were injured when Turkish jets bombed the mill."
    claim = only(text, "injured")
    assert [a.actor for role, a in claim.args if role == "perpetrator"] == ["TUR-ARMY"]
    assert claim.method.endswith("+inherited")


def test_who_killed_somebody_is_not_said_to_have_arrested_him() -> None:
    held, killed = claims("The pilot was arrested and was later killed by the army.")
    assert [dict(claim.args).get("perpetrator") is not None for claim in (held, killed)] == [False, True]


def test_the_attack_is_the_one_told_before() -> None:
    text = "Turkish jets bombed the mill on Monday. The attack killed two farmers."
    claim = only(text, "killed")
    assert [a.actor for role, a in claim.args if role == "perpetrator"] == ["TUR-ARMY"]


def test_nobody_takes_over_the_deed_that_harmed_him() -> None:
    text = "Turkish jets bombed the mill. At least nine Turkish soldiers were killed in the attack."
    assert [(role, a.actor) for role, a in only(text, "killed").args if role != "means"] == [("victims", "TUR-ARMY")]


@pytest.mark.parametrize(
    ("text", "frame", "stance"),
    [
        ("The rebels did not capture the village.", "takes-control", "denies"),
        ("If the rebels capture the village, the road will close.", "takes-control", "supposes"),
        ("The rebels might capture the village.", "takes-control", "supposes"),
        ("The army plans to capture the village.", "takes-control", "plans"),
        ("The army captured the village.", "takes-control", "asserts"),
        ("Had the army captured the village, the war would have ended.", "takes-control", "supposes"),
    ],
)
def test_stance_follows_negation_mood_and_condition(text: str, frame: str, stance: str) -> None:
    assert claims(text, frame)[0].stance == stance


def test_a_forecast_says_what_it_is_about() -> None:
    claim = claims("The village of Odrivar will fall to the army within two days.", "forecasts")[0]
    assert claim.type == "prediction"
    assert claim.stance == "predicts"
    assert claim.about is not None
    assert (claim.about.type, claim.about.frame) == ("control", "takes-control")


def test_hedges_are_kept_in_the_words_of_the_source() -> None:
    assert only("The army has apparently captured the village.", "takes-control").hedge == "apparently"
    assert only("The council is apparently complaining that the army captured the village.", "takes-control").hedge == "apparently"


def test_what_seems_so_or_follows_from_a_fact_is_the_pages_own_word() -> None:
    for text in ("It seems that the army captured the village.", "The fact that nobody came shows that the army captured the village."):
        assert only(text, "takes-control").own


def test_a_noun_that_judges_does_not_come_into_a_sentence_of_ours() -> None:
    denied = only("The minister rejected the atrocity propaganda.", "denies")
    assert "propaganda" not in denied.gloss


def test_a_half_is_percent_of_what_follows() -> None:
    claim = only("Nearly half of the population has been displaced.", "displaced")
    figure = claim.figures[0]
    assert (figure.value, figure.op, figure.unit, figure.denominator) == (50.0, "~", "percent", "population")


def test_bare_nouns_that_point_at_events_make_no_claim() -> None:
    assert claims("The attack was long.") == [] or all(c.frame != "attacks" for c in claims("The attack was long."))


def test_a_scene_is_taken_from_the_sentence_before() -> None:
    text = "Jets bombed the town of Odrivar on Monday. Three people were killed."
    assert only(text, "killed").places == ("Odrivar",)


def test_attributed_speech_that_no_frame_takes_in_is_a_statement() -> None:
    text = "The mayor said that the winter had been hard on everybody."
    claim = only(text, "says")
    assert claim.type == "statement"
    assert not claim.own
    assert words(claim, text) in text


def test_own_and_attributed_are_told_apart() -> None:
    own = only("The army captured the village.", "takes-control")
    assert own.own
    assert own.speaker.name == "Example Wire"
    told = only("The mayor said that the army had captured the village.", "takes-control")
    assert not told.own
    assert told.chain[0] == "Example Wire"
    assert told.chain[-1] == told.speaker.name


def test_what_somebody_calls_for_is_their_word() -> None:
    claim = only("The mayor called on the alliance to open the road.", "calls-on")
    assert not claim.own
    assert "mayor" in claim.speaker.name


def test_every_span_is_the_exact_words_and_ids_are_stable() -> None:
    text = "Rebels fired rockets at the airport on Monday, and three people were killed, a medic said."
    first, second = reading(text), reading(text)
    assert first == second
    ids = [c.id for c in first.claims or ()]
    assert len(ids) == len(set(ids)) > 1
    for claim in first.claims or ():
        assert 0 <= claim.start < claim.end <= len(text)
        for _, argument in claim.args:
            assert text[argument.start : argument.end].strip()


def test_an_alias_changes_no_proposition() -> None:
    neutral = only("Rebels captured the village of Odrivar on Monday.", "takes-control")
    other = only("Opposition fighters captured the village of Odrivar on Monday.", "takes-control")
    assert neutral.proposition == other.proposition
    assert neutral.id != other.id


def test_others_are_others_of_the_victims_told_before() -> None:
    text = "The shelling killed four civilians and wounded eleven others."
    assert [a.actor for role, a in only(text, "injured").args if role == "victims"] == ["CIVILIANS"]


def test_strikes_of_a_government_are_those_of_its_forces() -> None:
    text = "Russian government airstrikes hit a bakery in Odrivar."
    assert [a.actor for role, a in only(text, "attacks").args if role == "attacker"] == ["RUS-ARMY"]


@pytest.mark.parametrize(
    ("text", "frame", "stance"),
    [
        ("They spoke of possible strikes against the Turkish army.", "attacks", "supposes"),
        ("The step was aimed at killing many people.", "killed", "plans"),
        ("Neither the army nor the rebels captured the village.", "takes-control", "denies"),
        ("It is unlikely that the army captured the village.", "takes-control", "denies"),
        ("The army will not capture the village unless the rebels leave it.", "takes-control", "supposes"),
        ("The council demanded that the army capture the village.", "takes-control", "demands"),
        ("You should seize the village first.", "takes-control", "demands"),
        ("The council needs to agree to the plan.", "accepts", "demands"),
        ("The council must agree to the plan.", "accepts", "demands"),
        ("The council must have agreed to the plan.", "accepts", "asserts"),
        ("The mayor said the army would capture the village on Friday.", "takes-control", "plans"),
        ("The mayor said the army would capture the village if it could.", "takes-control", "supposes"),
        ("A decree allows the army to shell the village.", "attacks", "plans"),
        ("The army didnt capture the village.", "takes-control", "denies"),
        ("It is possible to gain humanitarian access to the village.", "access", "asserts"),
        ("The envoy stressed the importance of maintaining the ceasefire.", "keeps", "demands"),
        ("The ministry did not deny that the army captured the village.", "takes-control", "asserts"),
        ("The village could not have been captured by the army without help.", "takes-control", "supposes"),
        ("The council said it would allow the inspectors to visit the village.", "observes", "plans"),
        ("The council still needs to agree to the offer.", "accepts", "demands"),
        ("With its hold rendered shaky, had the plan been accepted by the council, the army would have left.", "accepts", "supposes"),
        ("They quarrelled over an accord that was never reached.", "reaches", "denies"),
        ("The council is not prepared to agree to the truce.", "accepts", "denies"),
        ("The council is not prepared to agree to the truce.", "ready", "denies"),
        ("The council is ready to accept the truce.", "ready", "asserts"),
        ("The army will leave when the truce begins.", "in-force", "supposes"),
        ("The army left when the truce began.", "in-force", "asserts"),
        ("Lorries with flour were not allowed to reach the village.", "aid", "denies"),
        ("They asked for a ceasefire so that food aid could reach the mill.", "aid", "plans"),
        ("They want a pause to allow the council to get food aid to families in the village.", "aid", "plans"),
    ],
)
def test_what_has_not_happened_is_not_asserted(text: str, frame: str, stance: str) -> None:
    assert claims(text, frame)[0].stance == stance


def test_what_cannot_attack_attacks_nobody() -> None:
    text = "Shells fell in broad daylight destroying the mill in Odrivar."
    assert not any(role.startswith("attacker") and a.name.endswith("daylight") for c in claims(text) for role, a in c.args)


def test_a_part_of_a_town_is_not_the_town() -> None:
    claim = only("The Damascus suburb of Daraya fell to the army.", "takes-control")
    assert dict(claim.args)["place"].name == "Daraya"


def test_the_country_is_that_of_the_theatre() -> None:
    assert only("Some 900 people were killed across the country.", "killed").places == ("Syria",)


def test_who_does_not_deny_denies_nothing() -> None:
    text = "The ministry did not deny the report of the council."
    assert [c.stance for c in claims(text, "denies")] == ["declines-comment"]


def test_a_vague_number_is_not_put_into_the_sources_mouth() -> None:
    claim = only("Dozens of farmers were killed in the raid.", "killed")
    assert claim.figures[0].value is None
    assert claim.figures[0].low == 24
    assert claim.gloss.startswith("An unstated number of farmers")


def test_a_number_before_the_second_of_two_passives_counts_its_own() -> None:
    text = "Six farmers were killed and 20 wounded by a bomb in the market."
    assert [f.value for f in only(text, "killed").figures] == [6]
    assert [f.value for f in only(text, "injured").figures] == [20]


def test_who_does_what_a_noun_of_attack_says_stands_behind_what_is_hit() -> None:
    text = "The brigade widened its control of the town despite the bombing of several depots by Turkish jets."
    args = dict(only(text, "attacks").args)
    assert args["attacker"].actor == "TUR-ARMY"
    assert args.get("target") is None or args["target"].actor != "TUR-ARMY"


def test_a_cease_fire_is_no_fire_of_those_who_brokered_it() -> None:
    text = "Nine farmers have been killed by shelling on the valley since a Turkish-brokered cease-fire collapsed on Monday."
    assert "TUR-ARMY" not in {a.actor for claim in claims(text, "killed") for _, a in claim.args}


def test_a_clause_that_the_parse_takes_for_a_noun_keeps_who_attacks() -> None:
    text = "Two farmers were injured as the Turkish army targeted with rocket shells the town of Odrin."
    args = dict(only(text, "attacks").args)
    assert args["attacker"].actor == "TUR-ARMY"
    assert args.get("target") is None or args["target"].actor != "TUR-ARMY"


def test_a_name_before_a_general_noun_says_who_is_meant() -> None:
    args = [a for role, a in only("Al-Qaeda loyalists attacked the town of Odrin.", "attacks").args if role.startswith("attacker")]
    assert len(args) == 1
    assert args[0].name == "al-Qaeda"


def test_nobody_is_taken_for_his_own_target() -> None:
    text = "Units of the Turkish army hit the camps of the rebels near the mill, destroying a number of their vehicles."
    for claim in claims(text, "attacks"):
        doers = {a.actor for role, a in claim.args if role.startswith("attacker")}
        assert not doers & {a.actor for role, a in claim.args if role.startswith("target") and a.actor}


def test_a_hyphened_word_stays_whole_in_an_argument() -> None:
    (claim,) = claims("Gunmen attacked army-run clinics of the town.", "attacks")
    assert dict(claim.args)["target"].name == "army-run clinics"


def test_what_is_fired_is_not_what_is_hit() -> None:
    assert not any("target" in dict(c.args) for c in claims("Gunmen launched hundreds of rockets.", "attacks"))
    (claim,) = claims("Gunmen launched a rocket attack on a mill.", "attacks")
    assert dict(claim.args)["target"].name == "a mill"


def test_the_words_of_one_number_end_before_the_next_that_its_verb_counts() -> None:
    text = "The raid killed 15 farmers and 27 soldiers near the mill."
    assert next(words(c, text) for c in claims(text, "killed")) == "The raid killed 15 farmers"


def test_what_is_blamed_on_somebody_is_laid_to_him_and_not_aimed_at_him() -> None:
    claim = only("The council blamed the shelling of the school on the army.", "accuses")
    assert {role: arg.name for role, arg in claim.args}["abuse"] == "the shelling of the school"
    assert claims("The council blamed the shelling of the school on the army.", "attacks") == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [("The truce prevented an attack on the town.", "denies"), ("Officials worked to prevent an attack on the town.", "supposes")],
)
def test_what_was_prevented_did_not_happen_and_what_is_to_be_prevented_may(text: str, stance: str) -> None:
    assert only(text, "attacks").stance == stance


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A total of 24 villagers were killed.", [(24.0, "villagers killed")]),
        ("A family of six was killed.", [(6.0, "people killed")]),
        ("A handful of 12-year-old children were injured.", []),
    ],
)
def test_of_a_group_its_members_are_counted_and_not_their_age(text: str, figures: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in claims(text)[0].figures] == figures


@pytest.mark.parametrize(
    ("text", "target"),
    [("Gunmen detonated a car bomb in front of the school.", "the school"), ("Shells fell in the vicinity of the mill.", "the mill")],
)
def test_what_stands_before_or_near_something_aims_at_it(text: str, target: str) -> None:
    assert dict(only(text, "attacks").args)["target"].name == target


def test_one_of_several_aims_is_an_aim() -> None:
    text = "They formed an alliance aimed at fighting the army and restoring security to the region."
    assert {claim.stance for claim in claims(text) if claim.type in {"attack", "control"}} == {"plans"}
