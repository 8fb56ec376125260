from __future__ import annotations

import jsonschema

from reportedly.codebook import load_codebook
from reportedly.codebook.document import claim_schema
from reportedly.export.contract import reading_to_contract
from tests.drawing import reading

TEXT = (
    "Three farmers were killed and about 20 others wounded when Turkish jets bombed the town of Odrin on Monday, a medic said. "
    "The mayor called on the alliance to protect the town. Government forces will take 85 percent of the eastern district by Friday."
)


def test_claims_of_the_contract_fit_the_schema_that_the_docs_print() -> None:
    claims = reading_to_contract(reading(TEXT))["claims"]
    assert isinstance(claims, list)
    assert len(claims) >= 4
    schema = claim_schema(load_codebook())
    jsonschema.Draft202012Validator.check_schema(schema)
    for claim in claims:
        jsonschema.validate(claim, schema)
