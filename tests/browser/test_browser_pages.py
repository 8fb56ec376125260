"""Every page that is listed: whole, accessible, no wider than its window, and asking for nothing elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.web.pages import PAGES
from tests.browser.conftest import Visit

pytestmark = pytest.mark.slow

SIZES = {"wide": {"width": 1360, "height": 900}, "narrow": {"width": 390, "height": 844}}
WIDER = "document.documentElement.scrollWidth > innerWidth"


def every(visit: Visit, lived: dict[str, str]) -> dict[str, str]:
    """Return the addresses of all pages, of those of one thing with the id of one that has much behind it; and what is judged or wrong."""
    pair = visit.rows("/contradictions.json")[0]
    document = max(visit.rows("/documents.json"), key=lambda row: row["claims"])["id"]
    keys = {"claim": pair["a"], "document": document, "job": lived["job"]}
    found = {page.name: page.path.replace("{id}", keys.get(page.name, "")) for page in PAGES}
    copies = next(row for row in visit.rows("/claims.json?text=hospital") if row["doc"])["doc"]["id"]
    beside = visit.page.request.get(f"{visit.home}/document/{copies}").text().partition("beside=")[2].partition('"')[0]
    more = {
        "beside": f"/document/{copies}?beside={beside}",
        "filtered": "/claims?type=control&stance=asserts",
        "judged": f"/claim/{lived['judged']}",
        "news": "/changed?since=2001",
    }
    return found | more | {"wrong": "/claims?since=soon", "missing": "/claim/c:0000"}


def empty(_visit: Visit, _lived: dict[str, str]) -> dict[str, str]:
    """Return the addresses of all pages that a filter can leave without a row."""
    return {f"{page.name}-empty": f"{page.path}?place=nowhere" for page in PAGES if "place" in page.takes and "{" not in page.path}


CASES = [(every, "light", "wide"), (every, "light", "narrow"), (every, "dark", "wide"), (every, "dark", "narrow"), (empty, "light", "wide")]
Case = tuple[Callable[[Visit, dict[str, str]], dict[str, str]], str, str]


@pytest.mark.parametrize("case", CASES, ids=[f"{case[0].__name__}-{case[1]}-{case[2]}" for case in CASES])
def test_every_page_is_whole_and_accessible_and_asks_for_nothing_elsewhere(
    visit: Callable[..., Visit], lived: dict[str, str], axe: str, shots: Path, case: Case
) -> None:
    of, theme, size = case
    here = visit(color_scheme=theme)
    here.page.set_viewport_size(SIZES[size])
    found: list[str] = []
    for name, path in of(here, lived).items():
        here.go(path)
        here.page.screenshot(path=shots / f"{name}-{theme}-{size}.png")
        found += [f"{name}: {fault}" for fault in here.judge(axe)]
        if here.page.evaluate(WIDER):
            found.append(f"{name}: is wider than the window")
    assert found == []
    assert here.unexpected(400, 404) == []
