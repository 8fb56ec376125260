from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.slow


def test_a_mark_is_reached_by_keys_and_leads_to_its_row(visit: Callable[..., Visit]) -> None:
    here = visit(java_script_enabled=False)
    here.go("/map")
    mark = here.page.locator("a.mark").first
    told = mark.get_attribute("aria-label") or ""
    mark.focus()
    here.page.keyboard.press("Enter")
    here.page.wait_for_url("**place=**")
    assert here.page.locator("[data-row] a").first.inner_text() in told


def test_marks_that_lie_on_each_other_are_told_apart_closer(visit: Callable[..., Visit]) -> None:
    here = visit(java_script_enabled=False)
    here.go("/map")
    several = here.page.locator("a.group")
    for _ in range(8):
        if not several.count():
            here.page.get_by_label("Wider").click()
    there = here.page.url
    several.first.click()
    here.page.wait_for_url(lambda url: "box=" in url and url != there)
    assert here.page.locator("a.mark, a.group").count() > 1


def test_sliders_move_by_keys_and_by_days_with_claims_and_the_address_tells_it(visit: Callable[..., Visit]) -> None:
    here = visit()
    here.go("/map")
    here.page.click("[data-dials-button]")
    slider = here.page.locator('[data-clock="as_of"] input')
    slider.wait_for()
    last = int(slider.get_attribute("max") or 0)
    slider.focus()
    for key, moved in (("ArrowLeft", 1), ("PageDown", 8), ("PageUp", 1)):
        here.page.keyboard.press(key)
        assert last - int(slider.input_value()) == moved
    assert "claim" in (slider.get_attribute("aria-valuetext") or "")
    here.page.wait_for_url(re.compile("as_of="))
    here.page.locator('[data-clock="as_of"] input').wait_for()
    assert here.page.evaluate("document.activeElement.closest('[data-clock]').dataset.clock") == "as_of"
    here.page.locator('[data-clock="known_by"] button').first.click()
    here.page.wait_for_url(re.compile("known_by="))
    assert here.faults == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_map_moves_freely_where_the_browser_can_draw_it_and_goes_back_to_the_drawing(
    visit: Callable[..., Visit], axe: str, shots: Path, theme: str
) -> None:
    here = visit(webgl=True, color_scheme=theme)
    here.go("/map")
    button = here.page.locator("[data-free-map]")
    button.click()
    here.page.locator(".free[data-ready]").wait_for(timeout=60_000)
    assert not here.page.locator("svg.map").is_visible()
    here.page.screenshot(path=shots / f"map-free-{theme}.png")
    assert here.judge(axe) == []
    here.page.locator(".free canvas").focus()
    here.page.keyboard.press("ArrowRight")
    here.page.wait_for_url(re.compile("box="))
    button.click()
    assert here.page.locator("svg.map").is_visible()
    assert here.faults == []


def test_without_webgl_the_drawing_stays_and_no_button_promises_more(visit: Callable[..., Visit]) -> None:
    here = visit()
    here.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    here.go("/map")
    assert here.page.locator("svg.map").is_visible()
    assert not here.page.locator("[data-free-map]").is_visible()
