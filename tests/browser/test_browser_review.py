from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("scripts", [True, False])
def test_a_claim_is_judged_corrected_and_undone(visit: Callable[..., Visit], scripts: bool) -> None:  # noqa: FBT001 - a case
    here = visit(java_script_enabled=scripts)
    here.go("/review?type=control")
    title = here.page.locator(".queue h3").first.inner_text()
    form = here.page.locator(".queue form").first
    form.locator("[name=by]").fill("Ada")
    if scripts:
        here.page.keyboard.press("Escape")
        here.page.locator(".queue li").first.focus()
        here.page.keyboard.press("x")
    else:
        form.locator("text=Reject").click()
    here.page.wait_for_url("**#queue")
    assert here.page.locator(".queue h3").first.inner_text() != title
    here.page.locator(".acts button").first.click()
    here.page.wait_for_load_state()
    assert "undone by" in here.page.locator(".acts").inner_text()
    here.page.locator(".queue h3 a").first.click()
    here.page.wait_for_url("**/claim/**")
    here.page.locator("summary >> text=Correct it").click()
    here.page.locator(".judge .fields [name=date]").first.fill("never")
    here.page.locator("text=Record the correction").click()
    here.page.wait_for_load_state()
    assert "Nothing was recorded" in here.page.locator(".refused").inner_text()
    assert here.page.locator(".judge .fields [name=date]").first.input_value() == "never"
    here.page.locator(".judge .fields [name=date]").first.fill("2031-05")
    here.page.locator("text=Record the correction").click()
    here.page.wait_for_url("**#judgements")
    assert "from 2031-05-01 until 2031-05-31" in here.page.locator(".acts").inner_text()
    here.page.locator(".acts button").first.click()
    here.page.wait_for_load_state()
    assert [fault for fault in here.faults if "status of 400" not in fault] == []
