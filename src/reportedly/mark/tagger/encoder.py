"""Running the encoder: text in, attributions out, on one thread, the same whatever is read beside it."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from functools import cache
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.errors import ModelFileError, OptionError
from reportedly.mark.tagger.decode import Scores, Table, Tagged, attributions
from reportedly.mark.tagger.file import MODEL_FILE, ModelFile, read_model_file
from reportedly.mark.tagger.pieces import Pieces, Window, cut, tokenizer_of, windows
from reportedly.model.span import Span

log = logging.getLogger(__name__)

WIDTH = 190
"""Pieces read at once, without the two that begin and end a window. Training saw up to 254; this width scored best in development."""
OVERLAP = 48
"""Pieces that neighbouring windows share at least."""
START, STOP = 101, 102
"""The ids of the pieces that begin and end a window."""


class Opinion:
    """What the encoder has to say of one text."""

    def __init__(self, pieces: Pieces, table: Table | None) -> None:
        self.pieces = pieces
        self.table = table
        self.found: list[Tagged] = [] if table is None else attributions(pieces, table)

    def chance(self, role: int, span: Span) -> float:
        """Return the highest chance that a piece of ``span`` has ``role`` (``SOURCE``, ``CUE`` or ``CONTENT`` of :mod:`decode`)."""
        first = int(np.searchsorted(self.pieces.ends, span.start, side="right"))
        last = int(np.searchsorted(self.pieces.starts, span.end, side="left"))
        if self.table is None or first >= last:
            return 0.0
        return float((self.table.tags[first:last, role] + self.table.tags[first:last, role + 1]).max())


class Encoder:
    """A model file made ready to run.

    Attributes:
        version: name and version of the model, and the precision it is run in.
    """

    def __init__(self, held: ModelFile, where: str) -> None:
        """Make ``held``, which was read from ``where``, ready to run.

        Raises:
            ModelFileError: the graph or the tokenizer in it cannot be used.
        """
        try:
            self.tokenizer = tokenizer_of(held.tokenizer)
            self.request, precision = _compiled(held.graph)
        except OptionError:
            raise
        except Exception as problem:  # the two libraries raise plain exceptions of many kinds
            what = "the model file of attributions holds a graph or a tokenizer that cannot be used"
            raise ModelFileError(what, where=where, remedy="put back the file that came with the program") from problem
        self.version = f"{held.version} {precision}"

    def read(self, text: str) -> Opinion:
        """Return the encoder's opinion of ``text``."""
        pieces = cut(text, self.tokenizer)
        parts = list(windows(len(pieces.ids), WIDTH, OVERLAP))
        return Opinion(pieces, Table(parts, [self.scores(pieces, part) for part in parts]) if parts else None)

    def scores(self, pieces: Pieces, window: Window) -> Scores:
        """Return the scores of one window. Windows go through one by one: scores do not depend on what else is read."""
        ids = np.concatenate(([START], pieces.ids[window.start : window.end], [STOP]))[None, :]
        out = self.request.infer([ids])
        tags, cue, source = (np.array(out[n], dtype=np.float32) for n in range(3))
        return Scores(tags[1:-1], cue[:-1, :-1], source[:-1, :-1])


@cache
def load_encoder(path: Path = MODEL_FILE) -> Encoder | None:
    """Return the encoder of the model file at ``path``, None where it cannot be used; why is logged once, by the parent of workers."""
    try:
        return Encoder(read_model_file(path), str(path))
    except ModelFileError as problem:
        log.log(logging.DEBUG if parent_process() else logging.WARNING, "%s", problem)
        return None


def _compiled(graph: bytes) -> tuple[Any, str]:
    """Return the graph ready to run on one thread, and the precision it runs in: half where the processor has it, else single."""
    openvino = _openvino()
    core = openvino.Core()
    precision = _precision(core.get_property("CPU", "OPTIMIZATION_CAPABILITIES"))
    settings = {
        "INFERENCE_NUM_THREADS": 1,
        "ENABLE_CPU_PINNING": False,  # or every worker process would be tied to the same core
        "PERFORMANCE_HINT": "LATENCY",
        "INFERENCE_PRECISION_HINT": precision,
    }
    return core.compile_model(core.read_model(graph, b""), "CPU", settings).create_infer_request(), precision


def _precision(can: Sequence[str]) -> str:
    """Return the precision to run in: the one that the environment names, else half precision where the processor has it.

    Raises:
        OptionError: the environment names another.
    """
    named = os.environ.get("REPORTEDLY_PRECISION", "auto")
    if named not in {"auto", "f32", "bf16"}:
        what = f"{named!r} is no precision"
        raise OptionError(what, where="REPORTEDLY_PRECISION", remedy="unset it, or say auto, f32 or bf16")
    return named if named != "auto" else "bf16" if "BF16" in can else "f32"


def _openvino() -> Any:  # noqa: ANN401 - the library has no types
    """Return the library, without the package of its makers that reports how it is used."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    import openvino  # noqa: PLC0415 - takes a third of a second

    return openvino
