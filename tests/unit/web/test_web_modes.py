from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from tests.unit.web.conftest import rows


def test_another_way_to_look_keeps_the_filters_and_a_day_becomes_the_moment_that_is_frozen(client: TestClient) -> None:
    text = client.get("/control?as_of=2031-01-09&place=Saltgate&known_by=2032").text
    assert 'href="/control/frozen?place=Saltgate&amp;known_by=2032&amp;frozen_at=2031-01-09"' in text
    frozen = client.get("/control/frozen?place=Saltgate&known_by=2032&frozen_at=2031-01-09T18:00").text
    assert 'href="/control?place=Saltgate&amp;known_by=2032&amp;as_of=2031-01-09"' in frozen
    assert "frozen_at=2031-01-09T18%3A00&amp;recorded_by=" in frozen
    assert json.loads(client.get("/control/frozen.json").text)["frozen_at"] == json.loads(client.get("/control.json").text)["as_of"]


@pytest.mark.parametrize(
    "query", ["frozen_at=soon", "frozen_at=2031-02-30", "frozen_at=2031-01-09&as_of=2031-01-09", "frozen_at=%3Cscript%3E", "lens=2"]
)
def test_a_moment_that_is_none_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/control/frozen?{query}").status_code == 400


@pytest.mark.parametrize(("at", "status"), [("0-6", 200), ("6-6", 400), ("9-2", 400), ("0-99999999", 400), ("x", 400), ("٣-٦", 400)])
def test_a_span_of_a_document_is_marked_where_there_is_one(client: TestClient, at: str, status: int) -> None:
    document = next(row for row in rows(client, "/documents.json") if not row["redacted"])["id"]
    told = client.get(f"/document/{document}", params={"at": at})
    assert told.status_code == status
    assert ('id="here"' in told.text) == (status == 200)
