from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reportedly.web.pages import PAGES
from tests.browser.conftest import Visit

pytestmark = pytest.mark.slow

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def rows(visit: Visit, address: str) -> list[dict[str, Any]]:
    """Return the rows of a JSON twin, as the browser gets them."""
    found: list[dict[str, Any]] = json.loads(visit.page.request.get(visit.home + address).text())["rows"]
    return found


def every(visit: Visit) -> dict[str, str]:
    """Return the addresses of all pages, of those of one thing with the id of one that has much behind it; and what is empty or wrong."""
    pair = rows(visit, "/contradictions.json")[0]
    document = max(rows(visit, "/documents.json"), key=lambda row: row["claims"])["id"]
    keys = {"claim": pair["a"], "document": document}
    found = {page.name: page.path.replace("{id}", keys.get(page.name, "")) for page in PAGES if page.name != "job"}
    copies = next(row for row in rows(visit, "/claims.json?text=hospital") if row["doc"])["doc"]["id"]
    beside = visit.page.request.get(f"{visit.home}/document/{copies}").text().partition("beside=")[2].partition('"')[0]
    more = {
        "beside": f"/document/{copies}?beside={beside}",
        "filtered": "/claims?type=control&stance=asserts",
        "empty": "/claims?place=nowhere",
    }
    return found | more | {"wrong": "/claims?since=soon", "missing": "/claim/c:0000"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_is_whole_and_accessible_and_asks_for_nothing_elsewhere(
    visit: Callable[..., Visit], axe: str, shots: Path, theme: str
) -> None:
    here = visit(color_scheme=theme)
    found: list[str] = []
    for name, path in every(here).items():
        here.go(path)
        here.page.screenshot(path=shots / f"{name}-{theme}.png", full_page=False)
        here.page.evaluate(axe)
        told = here.page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
        found += [f"{name} {fault['id']}: {node['html'][:160]}" for fault in told["violations"] for node in fault["nodes"][:3]]
    assert found == []
    assert [fault for fault in here.faults if "status of 4" not in fault] == []


def test_rows_are_gone_through_and_opened_by_keys(visit: Callable[..., Visit]) -> None:
    here = visit()
    here.go("/claims")
    titles = here.page.locator(".claim h3 a").all_inner_texts()
    for key in ("j", "j", "k", "j", "Enter"):
        here.page.keyboard.press(key)
    here.page.wait_for_url("**/claim/**")
    assert here.page.locator("h1").inner_text() == titles[1]
    here.page.keyboard.press("/")
    here.page.keyboard.type("hospital j")
    assert here.page.locator("#find").input_value() == "hospital j"
    here.page.keyboard.press("Escape")
    here.page.keyboard.press("?")
    assert here.page.locator("#help").is_visible()
    here.page.keyboard.press("Escape")
    assert not here.page.locator("#help").is_visible()


def test_single_keys_can_be_turned_off_and_the_theme_is_kept(visit: Callable[..., Visit]) -> None:
    here = visit(color_scheme="light")
    here.go("/claims")
    here.page.click("[data-help-button]")
    here.page.check("#keys-off")
    here.page.keyboard.press("Escape")
    here.page.keyboard.press("j")
    assert here.page.evaluate("document.activeElement.matches('[data-row]')") is False
    here.page.click("[data-theme-button]")
    here.go("/documents")
    assert here.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_mark_tells_its_chain_where_it_is_pointed_at_and_where_it_is_focused(visit: Callable[..., Visit]) -> None:
    here = visit()
    here.go(every(here)["document"])
    link = here.page.locator(".text mark a").first
    link.hover()
    tip = here.page.locator("#tip")
    assert tip.is_visible()
    assert tip.locator(".by").first.inner_text()
    here.page.mouse.move(0, 0)
    assert not tip.is_visible()
    link.focus()
    assert tip.is_visible()
    here.page.keyboard.press("Enter")
    assert here.page.locator(".cards li:target").count() == 1


def test_without_scripts_a_claim_is_found_read_and_left(visit: Callable[..., Visit]) -> None:
    here = visit(java_script_enabled=False)
    here.go("/")
    here.page.click("nav.side >> text=Claims")
    here.page.click(".facet >> text=control")
    here.page.wait_for_url("**type=control**")
    assert set(here.page.locator(".claim .type").all_inner_texts()) == {"control"}
    here.page.fill("#find", "Saltgate")
    here.page.press("#find", "Enter")
    here.page.locator(".claim h3 a").first.click()
    here.page.click("text=In the document")
    assert here.page.locator(".text mark:target").count() >= 1


@pytest.mark.parametrize("width", [390, 1360])
def test_no_page_is_wider_than_the_window(visit: Callable[..., Visit], width: int) -> None:
    here = visit()
    here.page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for name, path in every(here).items():
        here.go(path)
        if here.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
    assert wide == []
