from __future__ import annotations

import csv
import io
import json
import re
from html import escape
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from reportedly.limits import Limits
from reportedly.web.draw import figure, who
from reportedly.web.page import Page
from reportedly.web.pages import PAGES
from reportedly.web.pages.overview import between
from reportedly.web.site import Site
from tests.unit.web.conftest import HOSTILE, key_of, rows

LISTED = [page for page in PAGES if "{" not in page.path]


class Found(HTMLParser):
    """What an address answers, as a browser would take it: links, what it loads, and what no policy lets run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.inline: list[str] = []
        self.headings = self.images = 0
        self._script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.inline += [f"{tag} {name}" for name in values if name.startswith("on") or name == "style"]
        self.headings += tag == "h1"
        self.images += tag == "img"
        if tag == "a":
            self.links.append(values.get("href", ""))
        self.loaded += [values[name] for name in ("src", "srcset") if name in values]
        self.loaded += [values["href"]] if tag == "link" else []
        self._script = tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._script = self._script and tag not in {"script", "style"}


def test_every_page_and_what_it_leads_to_is_there_and_loads_nothing_from_elsewhere(client: TestClient) -> None:
    left, seen = ["/"], set[str]()
    while left and len(seen) < 70:
        address = left.pop(0)
        answer = client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.text[:400]}"
        seen.add(address)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        page = Found(answer.text)
        assert page.inline == []
        assert page.images == 0
        assert page.headings == 1
        assert all(found.startswith("/") for found in page.loaded)
        for link in page.links:
            assert re.match(r"[/#]", link), f"{link} on {address}"
            target = link.partition("#")[0]
            if target and target not in seen and target not in left and not target.startswith("/export/"):  # files have tests of their own
                left.append(target)
    assert {page.path for page in LISTED if page.listed} <= {address.partition("?")[0] for address in seen}


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_page_and_its_twins_answer_the_same_query(client: TestClient, page: object) -> None:
    claim = rows(client, "/claims.json")[0]
    path = next(each.path for each in PAGES if each is page)
    path = path.replace("{id}", key_of(path, claim))
    plain = "/overview" if path == "/" else path
    told = json.loads(client.get(f"{plain}.json").text)
    table = list(csv.reader(io.StringIO(client.get(f"{plain}.csv").text)))
    columns = next(each.columns for each in PAGES if each is page)
    assert tuple(table[0]) == columns
    assert all(len(line) == len(columns) for line in table)
    assert len(table) - 1 >= len(told["rows"])
    assert client.get(path).status_code == client.head(path).status_code == 200


def test_markup_in_what_was_recorded_is_shown_as_text_on_every_page_that_shows_it(client: TestClient) -> None:
    claim = next(row for row in rows(client, "/claims.json") if row["gloss"] == HOSTILE)
    for path in (
        "/",
        "/claims",
        "/documents",
        "/figures?limit=999&as_of=2032",
        "/timeline",
        "/sources",
        f"/claim/{claim['id']}",
        f"/document/{claim['doc']['id']}",
    ):
        text = client.get(path).text
        assert "&lt;img src=x" in text, path
        assert "<img src=x" not in text
    assert Found(client.get(f"/document/{claim['doc']['id']}").text).images == 0
    assert client.get("/claims.csv").text.count("<img") > 0


def test_a_list_is_given_a_page_at_a_time_each_claim_once(client: TestClient) -> None:
    whole = [row["id"] for row in rows(client, "/claims.json")]
    address, found = "/claims.json?limit=2", list[str]()
    while address:
        answer = json.loads(client.get(address).text)
        found += [row["id"] for row in answer["rows"]]
        address = answer["next"] or ""
    assert len(whole) > 2
    assert found == whole
    assert "after=" in client.get("/claims?limit=2").text


def test_the_timeline_by_pages_is_the_timeline_and_all_claims_that_tell_a_time_are_in_it_by_day(client: TestClient) -> None:
    whole, found, address = rows(client, "/timeline.json?limit=500"), list[str](), "/timeline.json?limit=7"
    while address:
        answer = json.loads(client.get(address).text)
        found += [row["id"] for row in answer["rows"]]
        address = answer["next"] or ""
    days = [row["valid"]["begin"] or row["valid"]["until"] for row in whole]
    told = {row["id"] for row in rows(client, "/claims.json?limit=500") if row["valid"]["begin"] or row["valid"]["until"]}
    assert found == [row["id"] for row in whole]
    assert days == sorted(days)
    assert told == set(found)


def test_a_claim_tells_its_words_its_contradictions_and_its_judgements(client: TestClient) -> None:
    against = rows(client, "/contradictions.json")[0]
    text = client.get(f"/claim/{against['a']}").text
    assert f"/claim/{against['b']}" in text
    assert "accept" in text
    assert against["kind"] in text


def test_claims_tell_how_many_pass_and_a_matter_is_shown_alone(client: TestClient) -> None:
    every = client.get("/claims.csv").text.count("\r\n") - 1
    assert f"{every:,} claims, in the order" in client.get("/claims").text
    pair = rows(client, "/contradictions.json")[0]
    alone = rows(client, f"/contradictions.json?matter={pair['b']}&kind={pair['kind']}")
    assert pair in alone
    assert pair["b"] in client.get(f"/contradictions?matter={pair['a']}&kind={pair['kind']}").text
    assert rows(client, "/contradictions.json?matter=c:0") == []


def test_filters_in_force_are_named_and_a_mistyped_one_is_told(client: TestClient) -> None:
    text = client.get("/claims?publisher=Harbour+Couriers").text
    assert "Did you mean" in text
    assert "Harbour Courier</bdi>" in text


def test_a_facet_that_takes_too_long_says_so_and_is_counted_meanwhile(
    client: TestClient, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Site, "columns", lambda *_: None)
    monkeypatch.setattr("reportedly.web.facetted.limits", lambda: Limits(facet_milliseconds=0))
    assert "took too long" in client.get("/claims?type=control").text
    site.finish()
    text = client.get("/claims?type=control").text
    assert "took too long" not in text
    assert "Harbour Courier" in text


def test_a_page_that_takes_too_long_says_so_and_is_there_for_who_looks_again(client: TestClient, site: Site) -> None:
    site.patience = 0
    at = "/control?as_of=2032-03-04"
    late = client.get(at).text
    assert "took too long" in late
    assert f'<a href="{at}">Look again</a>' in late
    assert json.loads(client.get(at.replace("?", ".json?")).text)["page"] == "control"
    site.finish()
    assert "took too long" not in client.get(at).text
    site.patience = None


def test_clocks_go_along_to_other_pages_and_an_earlier_ledger_is_empty(client: TestClient) -> None:
    text = client.get("/claims?recorded_by=1999-01-01").text
    assert "No claim passes" in text
    assert "/contradictions?recorded_by=1999-01-01" in text


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_page_has_a_permalink_or_says_why_it_has_none(client: TestClient, page: Page) -> None:
    claim = rows(client, "/claims.json")[0]
    path = page.path.replace("{id}", key_of(page.path, claim))
    text = client.get(f"{path}?recorded_by=2099-01-01").text
    assert ("Permalink</a>" in text) != bool(page.loose)
    assert page.loose in text
    assert json.loads(client.get(f"{'/overview' if path == '/' else path}.json").text).get("loose", "") == page.loose


def test_the_overview_and_the_sources_are_those_of_their_clocks(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.web.pages.overview.limits", lambda: Limits(facet_milliseconds=600_000))
    text = client.get("/?recorded_by=2099").text
    assert 'id="dispute"' in text
    # bars and their days have one width, so that each day stands under its bar
    axis = re.search(r'<div class="axis">.*?</div>', text, re.DOTALL)
    assert axis is not None
    days = re.findall(r"<span>([\d-]+)</span>", axis[0])
    assert axis[0].count("<li>") == len(between(days[0], days[-1]))
    assert all(row["count"] == 0 for row in rows(client, "/overview.json?recorded_by=1999"))
    assert rows(client, "/sources.json")
    assert rows(client, "/sources.json?recorded_by=1999") == rows(client, "/documents.json?known_by=1999") == []


@pytest.mark.parametrize("clock", ["recorded_by=1999-01-01", "known_by=1999"])
def test_what_is_of_later_than_the_clock_is_not_there_and_says_why(client: TestClient, clock: str) -> None:
    claim = rows(client, "/claims.json")[0]
    for path in (f"/claim/{claim['id']}", f"/document/{claim['doc']['id']}"):
        told = client.get(f"{path}?{clock}&as_of=2031")
        assert told.status_code == 404
        assert "later than" in told.text
        assert f'href="{path}?as_of=2031"' in told.text
        assert json.loads(client.get(f"{path}.json?{clock}").text)["error"]["code"] == "R405"


def test_a_filter_in_force_is_called_as_the_pack_calls_it(client: TestClient, site: Site) -> None:
    place, actor = next(iter(site.pack.places.values())), next(iter(site.pack.actors.values()))
    text = client.get("/claims", params={"place": place.id, "actor": actor.id}).text
    for name in (place.name, actor.name):
        assert f"<bdi>{escape(name)}</bdi> <span aria-hidden" in text


def test_documents_beside_each_other_show_what_they_share(client: TestClient) -> None:
    first, second, *_ = (row["id"] for row in rows(client, "/documents.json") if not row["redacted"])
    text = client.get(f"/document/{first}?beside={second}").text
    assert text.count('class="shared"') >= 4


def test_cells_that_a_spreadsheet_would_run_are_disarmed() -> None:
    from reportedly.web.render import _lines  # noqa: PLC0415

    page = next(page for page in PAGES if page.name == "documents")
    line = b"".join(_lines(page, [{"title": "=1+1", "byline": ["a", "b"], "redacted": False}])).decode()
    assert "'=1+1" in line
    assert "a; b" in line


def test_the_interface_is_described(client: TestClient) -> None:
    told = json.loads(client.get("/openapi.json").text)
    assert {f"{page.path}.json" for page in LISTED if page.path != "/"} <= set(told["paths"])
    names = {given["name"] for given in told["paths"]["/claims.json"]["get"]["parameters"]}
    assert {"type", "as_of", "known_by", "after"} <= names


@pytest.mark.parametrize(
    ("value", "op", "unit", "told"),
    [(1, "=", "streets", "1 street"), (1, ">=", "people killed", "≥ 1 person killed"), (2, "=", "streets", "2 streets")],
)
def test_one_thing_is_told_in_the_singular(value: float, op: str, unit: str, told: str) -> None:
    assert figure({"value": value, "op": op, "unit": unit, "low": None, "high": None, "denominator": None}) == told


@pytest.mark.parametrize(("name", "told"), [("They", "“They” (not told who)"), ("Theya", "Theya"), ("the army", "the army")])
def test_a_pronoun_that_the_text_left_open_is_nobodys_name(name: str, told: str) -> None:
    assert who(name) == told
