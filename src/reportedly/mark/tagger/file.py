"""The model file: a zip archive with the graph, the tokenizer and a card that says what they were made from."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from reportedly.errors import ModelFileError

MODEL_FILE = Path(__file__).with_name("attribution.model")
FORMAT = 1
GRAPH, TOKENIZER, CARD = "graph.onnx", "tokenizer.json", "card.json"
_REMEDY = "put back the file that came with the program; until then attributions are marked by rules alone"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """What a model file holds.

    Attributes:
        graph: the encoder and its heads, in ONNX.
        tokenizer: the word pieces, as ``tokenizers`` writes them.
        card: ``format``, ``name``, ``version`` and what the weights were made from.
    """

    graph: bytes
    tokenizer: str
    card: dict[str, object]

    @property
    def version(self) -> str:
        """Name and version, as a run names them."""
        return f"{self.card['name']} {self.card['version']}"


def read_model_file(path: Path = MODEL_FILE) -> ModelFile:
    """Return what the model file at ``path`` holds.

    Raises:
        ModelFileError: it is missing, cut short, damaged, of a later format, or no model file of this program.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            card = cast("object", json.loads(archive.read(CARD)))
            graph, tokenizer = archive.read(GRAPH), archive.read(TOKENIZER).decode()
    except FileNotFoundError as problem:
        what = "the model file of attributions is missing"
        raise ModelFileError(what, where=str(path), remedy=_REMEDY) from problem
    except (OSError, zipfile.BadZipFile, KeyError, EOFError, ValueError, NotImplementedError) as problem:
        what = "the model file of attributions is cut short, damaged or something else"
        raise ModelFileError(what, where=str(path), remedy=_REMEDY) from problem
    if not isinstance(card, dict) or card.get("format") != FORMAT or not {"name", "version"} <= set(card):
        what = f"the model file of attributions is not of format {FORMAT}"
        raise ModelFileError(what, where=str(path), remedy=_REMEDY)
    return ModelFile(graph, tokenizer, card)


def write_model_file(path: Path, held: ModelFile) -> None:
    """Write ``held`` to ``path``. Equal contents give equal bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = ((CARD, json.dumps(held.card, indent=1, sort_keys=True)), (TOKENIZER, held.tokenizer), (GRAPH, held.graph))
        for name, data in parts:
            kind = zipfile.ZIP_STORED if name == GRAPH else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=kind)
