from __future__ import annotations

import io
import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from reportedly.web.openapi import openapi
from reportedly.web.pages import PAGES
from reportedly.web.pages.export import PAGE as EXPORT
from tests.unit.web.conftest import key_of, rows

DOCS = Path(__file__).parents[3] / "docs" / "web.md"


@pytest.fixture(name="told", scope="module")
def _told() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(openapi(PAGES, EXPORT)))
    return found


def every(value: object) -> Iterator[dict[str, Any]]:
    """Yield all mappings, however deep."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from every(each)


def validator(told: dict[str, Any], name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": told["components"]})


def test_the_description_holds_together(told: dict[str, Any]) -> None:
    operations = [operation for path in told["paths"].values() for operation in path.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names)
    assert {"claims_json", "claims_csv", "claim_send", "map_geojson", "report_md", "export_file_geojson", "export_manifest_csv"} <= set(
        names
    )
    for reference in {each["$ref"] for each in every(told) if "$ref" in each}:
        assert reference.rpartition("/")[2] in told["components"]["schemas"]
    for schema in told["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    for path, operation in ((path, each) for path, methods in told["paths"].items() for each in methods.values()):
        given = operation["parameters"]
        assert all(each["description"] and each["schema"] for each in given)
        assert len({(each["name"], each["in"]) for each in given}) == len(given)
        assert {each["name"] for each in given if each["in"] == "path"} == set(re.findall(r"{(\w+)}", path))
        assert operation["responses"]["400"]["content"]["application/json"]["schema"]["$ref"].endswith("/Error")
    types = next(each for each in told["paths"]["/claims.json"]["get"]["parameters"] if each["name"] == "type")
    assert "control" in types["schema"]["items"]["enum"]
    assert told["paths"]["/export/geojson"]["get"]["responses"]["200"]["content"].keys() == {"application/geo+json"}


def followed(client: TestClient, address: str) -> list[str]:
    """Return all rows from an address on, as text."""
    found: list[str] = []
    following: str | None = address
    while following:
        answer = json.loads(client.get(following).text)
        found += [json.dumps(row, sort_keys=True) for row in answer["rows"]]
        following = answer["next"]
        assert len(found) < 400
    return found


def test_what_pages_answer_and_refuse_is_as_described_and_the_next_leads_to_each_row_once(client: TestClient, told: dict[str, Any]) -> None:
    claim = rows(client, "/claims.json")[0]
    for page in PAGES:
        path = page.path.replace("{id}", key_of(page.path, claim))
        plain = "/overview" if path == "/" else path
        described = told["paths"]["/overview.json" if page.path == "/" else f"{page.path}.json"]["get"]["responses"]
        schema = described["200"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        validator(told, schema).validate(answer := json.loads(client.get(f"{plain}.json").text))
        if "after" in page.takes:
            whole = followed(client, f"{plain}.json")
            assert len(set(whole)) == len(whole)
            assert followed(client, f"{plain}.json?limit={max(1, (len(whole) + 1) // 2)}") == whole, plain
            assert json.loads(client.get(f"{plain}.json?after={10**14}").text)["rows"] == []
        else:
            assert answer["next"] is None
        cursors = ("-1", "1e3", "%D9%A1", "9" * 40) if "after" in page.takes else ()
        for query in ("nothing=1", "recorded_by=soon", *(f"after={cursor}" for cursor in cursors)):
            refused = client.get(f"{plain}.json?{query}")
            assert refused.status_code == 400, f"{plain} {query}"
            validator(told, "Error").validate(json.loads(refused.text))


def test_the_client_of_the_docs_gets_every_claim(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    code = re.search(r"```python\n(import json\n.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    assert len([line for line in code[1].splitlines() if line.strip()]) <= 10

    def opened(request: urllib.request.Request) -> io.BytesIO:
        assert request.full_url.startswith("http://127.0.0.1:8642/claims.json?")
        assert request.get_header("Authorization") == "Bearer TOKEN"
        return io.BytesIO(client.get(request.full_url.removeprefix("http://127.0.0.1:8642")).content)

    monkeypatch.setattr("urllib.request.urlopen", opened)
    space: dict[str, Any] = {}
    exec(code[1], space)  # noqa: S102 - our own docs
    assert [row["id"] for row in space["rows"]("/claims.json?limit=2")] == [row["id"] for row in rows(client, "/claims.json")]
