"""Draw claims at random to be judged by a person, and count what was judged.

usage: python -m tools.sample FILE.jsonl --seed N --publishers a,b,c --group NAME --out JUDGED.jsonl --sheet SHEET.txt
                              [--count 100] [--exclude ROWS ...]
       python -m tools.sample --tally JUDGED.jsonl [JUDGED.jsonl ...]

FILE holds the lines of `reportedly annotate --json`. Every claim of the publishers named is as likely as every other, and none is
drawn twice. ROWS names documents to leave out, with their reprints: JSON, or JSON lines, of objects with `row` (from 0) or `ref`, of
row numbers, or of refs. SHEET shows each claim in its text and stays out of the repository; JUDGED has no text and is filled in by
hand: `verdict` (right or wrong) and `errors` (kinds). Exit codes: 0 done, 1 the draw or a file is of no use, 2 usage.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from reportedly.compare.words import split
from tools import sample_tally
from tools.runs import Row, read_rows, write_rows
from tools.sample_sheet import claims_of, page, part
from tools.sample_tally import TallyError

ROOT = Path(__file__).resolve().parents[1]

Drawn = tuple[Row, Row]
"""A document and one of its claims."""


def names_of(document: Row) -> set[str]:
    """Return what a document may be called in a list to leave out: its own id, and its row counted from 0."""
    doc = part(document, "doc")
    _, mark, number = str(doc.get("path")).rpartition("#")
    names = {f"row {int(number) - 1}"} if mark and number.isdecimal() else set()
    return names if doc.get("ref") is None else {*names, f"ref {doc['ref']}"}


def named(entry: object) -> str:
    """Return the name, as `names_of` has it, that an entry of such a list gives.

    Raises:
        TallyError: it gives none.
    """
    row, ref = (entry.get("row"), entry.get("ref")) if isinstance(entry, dict) else (entry, entry)
    if isinstance(row, int):
        return f"row {row}"
    if isinstance(ref, str):
        return f"ref {ref}"
    reason = f"neither a row nor a ref is named by {str(entry)[:80]}"
    raise TallyError(reason)


def read_names(path: Path) -> set[str]:
    """Return the names in a list of documents to leave out.

    Raises:
        TallyError, ValueError: the file is neither JSON nor JSON lines, or an entry names nothing.
    """
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        listed = read_rows(path)
    return set(map(named, listed if isinstance(listed, list) else [listed]))


def copies(texts: Sequence[str]) -> Callable[[str], bool]:
    """Return a test whether a text is a reprint of one of ``texts``: half of the runs of five words of the shorter are in the longer."""
    known = [frozenset(split(text).shingles) for text in texts]

    @cache
    def copy(text: str) -> bool:
        runs = frozenset(split(text).shingles)
        return any(2 * len(runs & other) >= max(1, min(len(runs), len(other))) for other in known)

    return copy


def publisher(document: Row) -> object:
    """Return the id of the publisher of a document, None where it is not known."""
    return part(part(document, "doc"), "publisher").get("id")


def population(documents: Sequence[Row], publishers: set[str], excluded: set[str]) -> list[Drawn]:
    """Return every claim that may be drawn, once, in the order of the file; the same document twice counts as one.

    Raises:
        TallyError: a publisher has no document.
    """
    known = {str(publisher(document)) for document in documents}
    if not publishers <= known:
        reason = f"no document is of {', '.join(sorted(publishers - known))}; publishers are {', '.join(sorted(known))}"
        raise TallyError(reason)
    found: dict[tuple[object, object], Drawn] = {}
    for document in documents:
        if publisher(document) in publishers and not names_of(document) & excluded:
            for claim in claims_of(document):
                found.setdefault((part(document, "doc").get("id"), claim["id"]), (document, claim))
    return list(found.values())


def draw(claims: Sequence[Drawn], count: int, seed: int, barred: Callable[[str], bool]) -> list[Drawn]:
    """Return ``count`` of ``claims`` at random without replacement, the same for the same seed, in the order drawn.

    A claim of a document whose text is ``barred`` is passed over when it is drawn, which leaves the others equally likely.

    Raises:
        TallyError: there are fewer.
    """
    chance = random.Random(seed)  # noqa: S311 - a draw that can be repeated, not a secret
    seen: set[int] = set()
    drawn: list[Drawn] = []
    while len(drawn) < count:
        if len(seen) == len(claims):
            reason = f"{count} claims asked for, {len(drawn)} there: name more publishers, or ask for fewer with --count"
            raise TallyError(reason)
        number = chance.randrange(len(claims))
        if number not in seen and not barred(str(claims[number][0]["text"])):
            drawn.append(claims[number])
        seen.add(number)
    return drawn


def bare(drawn: Drawn, group: str, seed: int) -> Row:
    """Return what the repository keeps of a drawn claim: where it stands, no text, and room for the judgement."""
    document, claim = drawn
    where = {name: claim[name] for name in ("start", "end", "id")}
    return {"doc": part(document, "doc").get("id"), **where, "group": group, "seed": seed, "verdict": None, "errors": []}


def kept(path: Path) -> bool:
    """Return whether a file would be in the repository; what is built is not."""
    return path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / "build")


def arguments(words: list[str]) -> argparse.Namespace:
    """Return the arguments of the call; ends with exit code 2 where they do not fit each other."""
    parser = argparse.ArgumentParser(prog="sample", description="Claims drawn at random, to be judged by a person.")
    parser.add_argument("file", type=Path, nargs="?", help="lines of `reportedly annotate --json`")
    parser.add_argument("--tally", type=Path, nargs="+", metavar="JUDGED", help="count what was judged")
    parser.add_argument("--publishers", default="", help="ids of publishers, with commas between them")
    parser.add_argument("--group", help="name of the group of publishers")
    parser.add_argument("--seed", type=int, help="seed of the draw")
    parser.add_argument("--count", type=int, default=100, help="how many claims")
    parser.add_argument("--exclude", type=Path, action="append", default=[], metavar="ROWS", help="file of rows to leave out")
    parser.add_argument("--out", type=Path, help="file to judge in, without text")
    parser.add_argument("--sheet", type=Path, help="file to read, with text, outside the repository")
    chosen = parser.parse_args(words)
    missing = [name for name in ("file", "publishers", "group", "seed", "out", "sheet") if getattr(chosen, name) in (None, "")]
    if not chosen.tally and missing:
        parser.error(f"a draw needs {', '.join(missing)}; or name judged files with --tally")
    if chosen.sheet and kept(chosen.sheet.resolve()):
        parser.error(f"{chosen.sheet} would put publishers' text into the repository; name a place outside it")
    return chosen


def write(chosen: argparse.Namespace) -> None:
    """Draw, and write the file to judge in and the sheet to read.

    Raises:
        TallyError: as in `population`, `draw` and `read_names`, or the file to judge in is there already.
        ValueError, OSError: a file cannot be read.
    """
    if chosen.out.exists():
        reason = f"{chosen.out} is there already, perhaps with judgements: move it away first"
        raise TallyError(reason)
    excluded = {name for path in chosen.exclude for name in read_names(path)}
    documents = read_rows(chosen.file)
    claims = population(documents, set(chosen.publishers.split(",")), excluded)
    barred = copies([str(document["text"]) for document in documents if names_of(document) & excluded])
    drawn = draw(claims, chosen.count, chosen.seed, barred)
    print(f"{len(drawn)} of {len(claims)} claims drawn with seed {chosen.seed}")
    for path in (chosen.out, chosen.sheet):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_rows(chosen.out, (bare(one, chosen.group, chosen.seed) for one in drawn))
    pages = (page(number, *one) for number, one in enumerate(drawn, start=1))
    chosen.sheet.write_text("\n".join(pages), encoding="utf-8")


def main(words: list[str]) -> int:
    """Draw, or count; return the exit code."""
    chosen = arguments(words)
    try:
        if chosen.tally:
            print("\n".join(sample_tally.lines(row for path in chosen.tally for row in read_rows(path))))
        else:
            write(chosen)
    except (TallyError, ValueError, OSError) as reason:
        print(f"sample: {reason}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
