from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from reportedly import clock
from reportedly.limits import Limits
from reportedly.web.dial import HEIGHT, WIDTH, axis_of, bars_of, spans
from reportedly.web.pages.overview import between, near
from reportedly.web.site import Site
from tests.unit.web.conftest import rows

_COUNTS = st.dictionaries(st.dates(date(1900, 1, 1), date(2090, 1, 1)).map(date.isoformat), st.integers(1, 900), max_size=60)


@given(_COUNTS, _COUNTS)
def test_no_claim_is_lost_between_days_and_bars(holds: dict[str, int], published: dict[str, int]) -> None:
    axis = axis_of(holds, published)
    if axis is None:
        assert not holds
        assert not published
        return
    for counts in (holds, published):
        bars, found = bars_of(counts, axis), spans(counts, axis)
        assert bars.before + bars.after + sum(count for _, _, count in found) == sum(counts.values())
        assert bars.most == max((count for _, _, count in found), default=0)
        assert all(axis.first.isoformat() <= first <= last <= axis.last.isoformat() for first, last, _ in found)
        places = [float(x) for x in re.findall(r"M([\d.]+) ", bars.path)]
        assert len(places) == len(found)
        assert all(0 <= x <= WIDTH for x in places)
        assert all(float(tall) <= HEIGHT for tall in re.findall(r"v-([\d.]+)h", bars.path))
    assert axis.bars <= 241


@pytest.mark.parametrize(
    ("span", "per"), [(1, "day"), (240, "day"), (241, "week"), (1700, "month"), (9000, "quarter"), (30000, "year"), (99000, "413 days")]
)
def test_a_bar_is_as_wide_as_keeps_them_few(span: int, per: str) -> None:
    first = date(1800, 1, 1)
    axis = axis_of({first.isoformat(): 1, (first + timedelta(days=span - 1)).isoformat(): 1})
    assert axis is not None
    assert axis.per == per
    assert axis.bars <= 240


@pytest.mark.parametrize("each", [1, 20])
def test_the_few_claims_of_far_off_years_do_not_make_the_axis_longer_and_are_counted(each: int) -> None:
    counts = {"1500-01-01": 1} | {f"2031-01-{day:02}": each for day in range(1, 32)} | {"2400-01-01": 1}
    axis = axis_of(counts, {})
    assert axis is not None
    assert (axis.first, axis.last) == (date(2031, 1, 1), date(2031, 1, 31))
    assert (bars_of(counts, axis).before, bars_of(counts, axis).after) == (1, 1)
    assert axis.years() == [("2031-01", 0.0)]


def test_a_ledger_of_long_ago_opens_on_its_own_last_days_and_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    last = max(row["published"] for row in rows(client, "/documents.json") if row["published"])
    monkeypatch.setattr(clock, "now", lambda: datetime(2040, 1, 1, tzinfo=UTC))
    page, told = client.get("/control").text, json.loads(client.get("/control.json").text)
    assert told["as_of"] == last
    assert f"As of <b>{last}</b>, the day of the last dated report" in page
    assert "the last dated report" not in client.get("/control?as_of=2040-01-01").text
    assert json.loads(client.get("/control.json?as_of=2040-01-01").text)["as_of"] == "2040-01-01"
    assert json.loads(client.get("/control.json?known_by=1999-01-01").text)["as_of"] == "2040-01-01"  # nothing was known then


def test_the_timeline_opens_on_the_last_claims_and_leads_to_those_before(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2040, 1, 1, tzinfo=UTC))
    monkeypatch.setattr("reportedly.web.pages.timeline._SHOWN", 3)
    every = [row["valid"]["begin"] or row["valid"]["until"] for row in rows(client, "/timeline.json?limit=999")]
    page = client.get("/timeline").text
    first = max(day for day in every if len([each for each in every if each >= day]) >= 3)
    assert f'<time datetime="{first}"' in page
    assert page.index("Opened on the last days") < page.index(f'<time datetime="{first}"')
    assert f"/timeline.csv?first={first}" in page
    before = re.search(r"/timeline\?first=([\d-]+)\">earlier days", page)
    assert before is not None
    assert before[1] < first
    assert client.get("/timeline?first=soon").status_code == 400


def test_the_days_of_a_ledger_are_those_of_its_claims(client: TestClient) -> None:
    claims = rows(client, "/claims.json?limit=999")
    told = json.loads(client.get("/days.json").text)
    begun: dict[str, int] = {}
    for claim in claims:
        if claim["valid"]["begin"]:
            begun[claim["valid"]["begin"][:10]] = begun.get(claim["valid"]["begin"][:10], 0) + 1
    assert {row["day"]: row["holds"] for row in told["rows"] if row["holds"]} == begun
    assert sum(row["published"] for row in told["rows"]) == len(claims)
    assert told["axis"]["first"] == min(row["day"] for row in told["rows"])
    assert set(told["clocks"]) == {"as_of", "known_by"}
    text = client.get("/days").text
    assert "/timeline?since=" in text
    assert "/claims?published_since=" in text
    assert "No claim has a day" in client.get("/days?recorded_by=1999-01-01").text


def test_days_that_take_too_long_are_counted_meanwhile(client: TestClient, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Site, "columns", lambda *_: None)
    monkeypatch.setattr("reportedly.web.pages.days.limits", lambda: Limits(facet_milliseconds=0))
    assert json.loads(client.get("/days.json").text)["late"]
    site.finish()
    assert not json.loads(client.get("/days.json").text)["late"]


def test_every_page_has_the_clocks_as_a_form_and_as_sliders(client: TestClient) -> None:
    text = client.get("/control?as_of=2032&place=nowhere").text
    form = text.partition('<details class="clocks">')[2].partition("</form>")[0]
    assert 'name="as_of" value="2032"' in form
    assert 'name="place" value="nowhere"' in form
    assert "data-dials-button" in text
    assert "/static/dials.js" in text


def test_the_bars_of_the_overview_are_not_stretched_by_one_stray_month() -> None:
    months = between("2012-01-01", "2031-05-01")
    near_by = {f"2012-{month:02}": 30 for month in range(1, 13)}
    assert near(months, near_by | {"2031-05": 2}) == list(near_by)
    assert near(months, {}) == months
