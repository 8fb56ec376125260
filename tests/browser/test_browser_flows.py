"""What persons do on the pages, from the first click to what is shown then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PATIENCE, Visit

pytestmark = pytest.mark.slow

REPORT = b"Harbour closed\n\nThe governor said on 4 May 2031 that rebels had shelled Port Saltgate, killing 3 civilians."


def expect(found: Any, *words: str) -> None:  # noqa: ANN401
    """Wait until a place has each of the words."""
    for each in words:
        found.filter(has_text=each).first.wait_for(timeout=PATIENCE)


@pytest.mark.parametrize("scripts", [True, False])
def test_files_are_sent_read_and_told_of(visit: Callable[..., Visit], tmp_path: Path, axe: str, shots: Path, scripts: bool) -> None:  # noqa: FBT001 - a case
    here = visit(java_script_enabled=scripts)
    good, bad = tmp_path / f"harbour-{scripts}.txt", tmp_path / "broken.pdf"
    good.write_bytes(REPORT + str(scripts).encode())
    bad.write_bytes(b"%PDF-1.4 and nothing more")
    here.go("/upload")
    form = here.page.locator("form.upload")
    form.locator("[name=by]").fill("Ada")
    form.locator("[name=published]").fill("soon")
    form.locator("[name=files]").set_input_files([good, bad])
    form.get_by_role("button", name="Send").click()
    expect(here.page.locator(".refused"), "'soon' is no day")
    assert here.page.locator("[name=published]").input_value() == "soon"
    here.page.locator("[name=published]").fill("2031-05-04")
    here.page.locator("[name=files]").set_input_files([good, bad])
    here.page.get_by_role("button", name="Send").click()
    here.page.wait_for_url("**/upload/*")
    expect(here.page.locator("[role=status]"), "done")
    expect(here.page.locator("tr", has_text=good.name), "recorded")
    expect(here.page.locator("tr", has_text=bad.name), "failed", "R2")
    if scripts:
        here.page.screenshot(path=shots / "uploaded.png")
        assert here.judge(axe) == []
        here.page.get_by_role("link", name="What it changed").click()
        expect(here.page.locator(".changes"), "Harbour closed")
    else:
        here.page.locator("tr", has_text=good.name).locator("a").click()
        expect(here.page.locator("h1"), "Harbour closed")
    assert here.unexpected(400) == []


def test_a_filter_is_watched_looked_at_and_left(visit: Callable[..., Visit], axe: str) -> None:
    here = visit()
    here.go("/claims?type=attack")
    here.page.get_by_text("Save as watch").click()
    saving = here.page.locator(".watch-this form")
    saving.locator("[name=name]").fill("Attacks")
    saving.locator("[name=by]").fill("Ada")
    assert here.judge(axe) == []
    saving.get_by_role("button", name="Save").click()
    here.page.wait_for_url("**/watches")
    watch = here.page.locator(".watch", has_text="Attacks")
    expect(watch, "Not looked at yet")
    watch.get_by_role("button", name="I have looked").click()
    expect(watch, "Nothing new", "Last looked at")
    watch.get_by_role("button", name="Stop watching").click()
    watch.wait_for(state="detached")
    assert here.faults == []


def test_who_has_looked_is_shown_what_came_since(visit: Callable[..., Visit]) -> None:
    here = visit()
    here.go("/changed?since=2001")
    assert here.page.locator(".changes li").count() > 1
    acts = here.page.locator("form.acts")
    acts.locator("[name=by]").fill("Grace")
    acts.get_by_role("button", name="I have looked").click()
    here.page.wait_for_url("**last-look**")
    expect(here.page.locator("main"), "Nothing changed")
    assert here.page.locator(".chips a[aria-current]", has_text="since Grace looked").count() == 1
    assert here.faults == []


def test_a_report_is_written_read_with_its_notes_and_taken_as_markdown(visit: Callable[..., Visit]) -> None:
    here = visit()
    told = (claim for claim in here.rows("/claims.json?type=control") if claim["doc"]["published"])
    place, day = next((found, claim["doc"]["published"]) for claim in told for found in claim["place_ids"] if found)
    here.go(f"/report?from={day}&to={day}")
    first, last = (here.page.locator(f".lens [name={name}]").input_value() for name in ("from", "to"))
    here.page.locator(".lens [name=place]").fill(place)
    here.page.get_by_role("button", name="Write").click()
    here.page.wait_for_url("**place=**")
    assert (first, last) == tuple(here.page.locator(f".lens [name={name}]").input_value() for name in ("from", "to"))
    here.page.locator(".report .cites a[href^='#note-']").first.click()
    here.page.locator(".report .notes li:target").wait_for()
    address = here.page.get_by_role("link", name="Markdown").get_attribute("href")
    text = here.page.request.get(here.home + str(address))
    assert text.headers["content-type"].startswith("text/markdown")
    assert text.text().startswith("# ")
    assert here.faults == []


def test_what_a_page_is_about_is_exported(visit: Callable[..., Visit], tmp_path: Path) -> None:
    here = visit()
    here.go("/claims?type=control")
    here.page.get_by_role("link", name="Export").click()
    expect(here.page.locator(".exports .chips"), "control")
    for row in here.page.locator(".exports tr[data-row]").all():
        for link in row.locator("a[download]").all():
            with here.page.expect_download() as waiting:
                link.click()
            waiting.value.save_as(tmp_path / "file")
            assert (tmp_path / "file").stat().st_size > 0
            assert waiting.value.suggested_filename
    assert here.faults == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_sliders_are_accessible_and_stay_open_from_page_to_page(visit: Callable[..., Visit], axe: str, shots: Path, theme: str) -> None:
    here = visit(color_scheme=theme)
    here.go("/control")
    here.page.click("[data-dials-button]")
    for path, width in (("/control", 1360), ("/map", 390)):
        here.page.set_viewport_size({"width": width, "height": 844})
        here.go(path)
        here.page.locator('[data-clock="known_by"] input').wait_for()
        here.page.screenshot(path=shots / f"dials-{theme}-{width}.png")
        assert here.judge(axe) == []
        assert not here.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert here.faults == []
