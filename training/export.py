"""Write weights as the model file that the program ships.

usage: python -m training.export WEIGHTS OUT [--layers N] [--version TEXT]

The file holds the graph in ONNX with weights in half precision, the tokenizer, and what the weights were made from.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from reportedly.mark.tagger.file import FORMAT, ModelFile, write_model_file
from training.examples import TAGS
from training.network import Tagger
from training.train import ENCODER, START, STOP

OPSET = 17
_SMALL = 1024
"""Tensors of fewer numbers stay in single precision."""


def graph(model: Tagger) -> onnx.ModelProto:
    """Return ``model`` as an ONNX graph with one input, ids, and the outputs tags, cue and source."""
    ids = torch.full((1, 40), 1000)
    ids[0, 0], ids[0, -1] = START, STOP
    some = torch.export.Dim("pieces", min=3, max=512)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.onnx"
        torch.onnx.export(
            Alone(model).eval(), (ids,), path, dynamo=True, external_data=False, opset_version=OPSET,
            input_names=["ids"], output_names=["tags", "cue", "source"], dynamic_shapes=({1: some},), verbose=False,
        )  # fmt: skip
        return onnx.load(path)


class Alone(torch.nn.Module):
    """The tagger for one window at a time, without padding: what a window gives can not depend on what is read beside it."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return the scores of one window."""
        tags, cue, source = self.model(ids, torch.ones_like(ids))
        return tags[0], cue[0], source[0]


def bare(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return ``model`` without what the exporter noted of the machine and the files it ran in."""
    for held in (
        model,
        model.graph,
        *model.graph.node,
        *model.graph.initializer,
        *model.graph.value_info,
        *model.graph.input,
        *model.graph.output,
    ):
        del held.metadata_props[:]
        held.doc_string = ""
    for function in model.functions:
        for held in (function, *function.node):
            del held.metadata_props[:]
            held.doc_string = ""
    return model


def halved(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return ``model`` with its large weights in half precision, each turned to single precision where it is used."""
    nodes = []
    for tensor in list(model.graph.initializer):
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims, dtype=int) < _SMALL:
            continue
        half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), f"{tensor.name}.half")
        nodes.append(helper.make_node("Cast", [half.name], [tensor.name], to=TensorProto.FLOAT))
        model.graph.initializer.remove(tensor)
        model.graph.initializer.append(half)
    for node in reversed(nodes):
        model.graph.node.insert(0, node)
    return model


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--version", default="1")
    parser.add_argument("--note", default="", help="what the card shall say besides the settings of the last run")
    args = parser.parse_args()
    model = Tagger(str(ENCODER), len(TAGS), args.layers, 1)
    if args.weights.name != "none":
        model.load_state_dict(torch.load(args.weights, weights_only=True))
    made = halved(bare(graph(model)))
    run = args.weights.with_name("run.json")
    facts = {k: v for k, v in json.loads(run.read_text(encoding="utf-8")).items() if k not in {"log", "start"}} if run.exists() else {}
    onnx.checker.check_model(made)
    card = {
        "format": FORMAT,
        "name": "attribution-minilm",
        "version": args.version,
        "layers": args.layers,
        "note": args.note,
        "training": facts,
    }
    tokenizer = (ENCODER / "tokenizer.json").read_text(encoding="utf-8")
    write_model_file(args.out, ModelFile(made.SerializeToString(), tokenizer, card))


if __name__ == "__main__":
    main()
