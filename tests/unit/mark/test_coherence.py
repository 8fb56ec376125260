from __future__ import annotations

from reportedly.mark.coherence import Surroundings, lies_in, prior, support
from reportedly.model.toponym import Toponym

TOWN = Toponym("t", "Tarn", "town", 10.0, 10.0, "xx", "xx-a", 20_000)
STATE = Toponym("xx-a", "Ahl", "region", 10.5, 10.5, "xx", "xx", 900_000)


def test_more_people_and_the_own_name_make_a_place_better_known() -> None:
    assert prior(TOWN) > prior(Toponym("u", "Tarn", "village", population=300))
    assert prior(TOWN) > prior(Toponym("t", "Tarn", "town", population=20_000, main=False))
    assert prior(Toponym("v", "Tarn", "village")) == prior(Toponym("v", "Tarn", "village", population=1))


def test_what_surrounds_a_place_supports_it() -> None:
    around = Surroundings()
    assert support(TOWN, around) == 0
    around.add(STATE)
    beside = support(TOWN, around)
    assert beside > 0
    assert support(TOWN, around, [STATE]) > beside + 3
    assert lies_in(TOWN, STATE)
    assert not lies_in(STATE, TOWN)
    assert not lies_in(TOWN, TOWN)
