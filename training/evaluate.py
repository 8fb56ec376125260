"""Score a model file on a file of articles, without any rule around it.

usage: python -m training.evaluate MODEL ARTICLES.jsonl SCORERS [--width N] [--overlap N]

SCORERS is the folder of the scorers. Prints the scores as JSON, and the processor time that reading took per thousand words.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

from reportedly.mark.tagger import encoder
from reportedly.mark.tagger.file import read_model_file


def predicted(model: encoder.Encoder, text: str) -> dict[str, Any]:
    """Return what ``model`` finds in ``text``, as the scorer wants it."""
    rows = [
        {"content": found.content, "cue": [found.cue], "source": [found.source] if found.source else []} for found in model.read(text).found
    ]
    return {"text": text, "attributions": rows}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("scorers")
    parser.add_argument("--width", type=int, default=encoder.WIDTH)
    parser.add_argument("--overlap", type=int, default=encoder.OVERLAP)
    args = parser.parse_args()
    encoder.WIDTH, encoder.OVERLAP = args.width, args.overlap
    sys.path.insert(0, args.scorers)
    model = encoder.Encoder(read_model_file(args.model), str(args.model))
    gold = [json.loads(line) for line in args.articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    begin = time.process_time()
    made = [predicted(model, article["text"]) for article in gold]
    words = sum(len(article["text"].split()) for article in gold)
    took = 1000 * (time.process_time() - begin) / words
    print(json.dumps({**importlib.import_module("attribution").score(gold, made), "seconds_per_1000_words": round(took, 3)}, indent=1))


if __name__ == "__main__":
    main()
