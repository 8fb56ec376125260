"""CPU time of the whole, and of the encoder with its linking, over that of the linguistic analysis alone, in the same run of one process.

usage: python -m benchmarks.cpu_ratio PATH... [--json]

Every call into the analysis is timed where it happens, so both figures are of the same documents and the same moments.
Loading of the model, imports and first-use tables are left out: a short text goes through first.
"""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from spacy.language import Language

from reportedly import pipeline
from reportedly.mark.tagger.encoder import Encoder
from reportedly.model import Document
from reportedly.ports import ReadOptions
from reportedly.read import read_paths

P = ParamSpec("P")
T = TypeVar("T")

_WARM_UP = "The mayor said on Monday that two bridges were closed."


@dataclass(slots=True)
class Meter:
    """CPU seconds spent inside the analysis. Nested calls count once."""

    seconds: float = 0.0
    depth: int = 0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the CPU time of the block."""
        begin = time.process_time()
        self.depth += 1
        try:
            yield
        finally:
            self.depth -= 1
            if not self.depth:
                self.seconds += time.process_time() - begin

    def timed(self, call: Callable[P, T]) -> Callable[P, T]:
        """Return ``call`` with its CPU time counted."""

        def counted(*args: P.args, **kwargs: P.kwargs) -> T:
            with self.running():
                return call(*args, **kwargs)

        return counted

    def stepped(self, call: Callable[P, Iterator[T]]) -> Callable[P, Iterator[T]]:
        """Return the generator function ``call`` with the CPU time of its steps counted, and not that of its consumer."""

        def counted(*args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
            steps = call(*args, **kwargs)
            while True:
                with self.running():
                    step = next(steps, None)
                if step is None:
                    return
                yield step

        return counted


def annotate(documents: Iterator[Document]) -> None:
    """Send documents through the whole pipeline in this process and drop what comes out."""
    deque(pipeline.annotate(documents), maxlen=0)


def measure(paths: list[str]) -> dict[str, float]:
    """Return CPU seconds: ``whole``, ``analysis``, ``encoder``; ``ratio`` and ``encoder_ratio`` over analysis; the characters read."""
    options = ReadOptions()
    documents = [d for d in read_paths(paths, options) if isinstance(d, Document)]
    annotate(iter([Document("sha256:0", "warm-up.txt", _WARM_UP, _WARM_UP.encode())]))
    meter, encoding = Meter(), Meter()
    Encoder.read = encoding.timed(Encoder.read)  # type: ignore[method-assign]
    Language.__call__ = meter.timed(Language.__call__)  # type: ignore[method-assign]  # the one place that all analysis goes through
    Language.pipe = meter.stepped(Language.pipe)  # type: ignore[method-assign,assignment]
    begin = time.process_time()
    annotate(iter(documents))
    whole = time.process_time() - begin
    spent = {"whole": whole, "analysis": meter.seconds, "encoder": encoding.seconds}
    ratios = {"ratio": whole, "encoder_ratio": encoding.seconds}
    figures = {name: round(value, 2) for name, value in spent.items()}
    figures |= {name: round(value / meter.seconds, 3) if meter.seconds else 0.0 for name, value in ratios.items()}
    return figures | {"characters": sum(len(d.text) for d in documents)}


def main(words: list[str]) -> int:
    """Print the figures; return 2 where no path is given."""
    paths = [word for word in words if word != "--json"]
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    figures = measure(paths)
    print(json.dumps(figures) if "--json" in words else "\n".join(f"{name}: {value}" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
