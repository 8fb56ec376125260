from __future__ import annotations

from reportedly.compare.matters import agree, matters, same_matter
from reportedly.compare.world import World
from reportedly.model.pack import Actor, Pack, Place
from tests.unit.compare.build import DAY, LATER, WORLD, Said, held, holds, toll


def test_rival_tolls_are_one_matter_and_do_not_agree() -> None:
    assert same_matter(toll("a", 40), toll("b", 45), WORLD)
    assert not agree(toll("a", 40), toll("b", 45), WORLD)
    assert agree(toll("a", 40), toll("b", 40), WORLD)


def test_a_denial_and_an_assertion_are_one_matter_and_do_not_agree() -> None:
    denied = holds("b", "LEAGUE", stance="denies")
    assert same_matter(holds("a", "LEAGUE"), denied, WORLD)
    assert not agree(holds("a", "LEAGUE"), denied, WORLD)
    assert agree(denied, holds("c", "LEAGUE", stance="denies"), WORLD)


def test_a_part_of_an_actor_is_the_same_matter_and_another_actor_is_not() -> None:
    assert same_matter(holds("a", "LEAGUE"), holds("b", "LEAGUE-NAVY"), WORLD)
    assert not same_matter(holds("a", "LEAGUE"), holds("b", "CROWN"), WORLD)


def test_another_frame_place_or_day_is_another_matter() -> None:
    assert not same_matter(holds("a", "LEAGUE"), holds("b", "LEAGUE", frame="takes-control"), WORLD)
    assert not same_matter(toll("a", 4), toll("b", 4, places=("mill",)), WORLD)
    assert not same_matter(toll("a", 4), toll("b", 4, valid=(LATER, LATER)), WORLD)
    assert not same_matter(toll("a", 4), toll("b", 4, valid=(None, None)), WORLD)


def test_one_proposition_is_one_matter_whatever_is_unknown() -> None:
    one = Said("a", valid=(None, None), places=(), proposition="p")
    assert matters([held(one), held(Said("b", valid=(None, None), places=(), proposition="p")), toll("c", 4)]) == [("a", "b")]


def test_matters_are_grouped_whatever_the_granularity_of_dates() -> None:
    claims = [toll("a", 4), toll("b", 4, valid=(DAY, "2031-05-03")), toll("c", 4, places=("mill",)), toll("d", 4, valid=(LATER, LATER))]
    assert matters(claims, WORLD) == [("a", "b")]
    assert matters(claims[::-1], WORLD) == [("a", "b")]


def test_claims_without_a_place_meet_by_their_actors() -> None:
    one = Said("a", places=(), args=(("perpetrator", "LEAGUE"),))
    assert matters([held(one), held(Said("b", by="X", places=(), args=(("perpetrator", "LEAGUE"),)))], WORLD) == [("a", "b")]
    assert not same_matter(held(Said("a", places=())), held(Said("b", places=())), WORLD)


def test_a_world_is_read_from_a_pack() -> None:
    actors = {"CROWN": Actor("CROWN", "Crown", "state"), "GUARD": Actor("GUARD", "Guard", "armed-force", part_of="CROWN")}
    places = {"quay": Place("quay", "Quay", "quarter", within="saltgate"), "saltgate": Place("saltgate", "Saltgate", "city")}
    world = World.of(Pack("invented", "0", actors, places, {}))
    assert world.related("CROWN", "GUARD")
    assert not world.related("CROWN", "LEAGUE")
    assert world.places(held(Said("a", places=("quay", "saltgate")))) == {"quay"}
    assert world.is_wide(["saltgate"])
    assert not world.is_wide(["quay"])
    assert world.near({"quay"}, {"saltgate"})
    assert world.near({"saltgate"}, {"quay"})
    assert not world.near({"mill"}, {"quay"})


def test_a_vague_actor_may_be_any_that_is_not_a_states() -> None:
    assert WORLD.related("ARMED-MEN", "LEAGUE")
    assert WORLD.related("LEAGUE", "ARMED-MEN")
    assert not WORLD.related("ARMED-MEN", "CROWN")


def test_places_that_hold_each_other_do_not_hang_the_program() -> None:
    world = World(within={"a": "b", "b": "a"})
    assert world.places(held(Said("x", places=("a",)))) == frozenset()
