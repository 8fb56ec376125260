"""What keys, pointing and a browser without scripts do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.slow


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
    document = max(here.rows("/documents.json"), key=lambda row: row["claims"])["id"]
    here.go(f"/document/{document}")
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
    here.page.fill("#find", here.rows("/claims.json?type=control&limit=1")[0]["quote"].split()[0])
    here.page.press("#find", "Enter")
    here.page.locator(".claim h3 a").first.click()
    here.page.click("text=In the document")
    assert here.page.locator(".text mark:target").count() >= 1
