"""Tables that are meant to break whoever reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.hostile.words import SAID

_CSV = f'id,text,published\n1,"{SAID}",2031-05-06\n2,"The weir held, she said.",2031-05-07\n'
_LINE = json.dumps({"id": 1, "text": SAID, "published": "2031-05-06"})


def tables() -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes."""
    yield "table-good.csv", _CSV.encode()
    yield "lines-good.jsonl", f"{_LINE}\n{_LINE.replace('mill', 'weir')}\n".encode()
    for name, data in (*_csv(), *_jsonl()):
        yield name, data.encode("utf-8", "surrogatepass")


def _csv() -> Iterator[tuple[str, str]]:
    yield "table-quote.csv", 'id,text\n1,"' + "a,b\n" * 20_000
    yield "table-columns.csv", ",".join(f"c{n}" for n in range(20_000)) + ",text\n" + "," * 20_000 + SAID
    yield "table-wide-row.csv", "id,text\n1," + ",".join("x" for _ in range(50_000))
    yield "table-rows.csv", "id,text\n" + "".join(f"{n},The road {n} is open\n" for n in range(2_000))
    yield "table-nul.csv", _CSV.replace("mill", "mi\0ll")
    yield "table-formula.csv", _CSV.replace("1,", "=cmd|' /C calc'!A0,", 1)
    yield "table-no-text.csv", "a,b\n1,2\n"
    yield "table-doubled.csv", "text,text,text\na,b,c\n"
    yield "table-header-only.csv", "id,text\n"
    yield "table-blank.csv", "id,text\n\n\n,\n"
    yield "table-field.csv", f"id,text\n1,{'x' * 3_000_000}\n"
    yield "table-bidi.csv", "\u202eid,text\u202c\n1,a\n"
    yield "table-dates.csv", _CSV.replace("2031-05-06", "9" * 5_000)
    yield "table-html.csv", 'id,html\n1,"' + "<div>" * 3_000 + SAID + '"\n'
    yield "table-delimiters.csv", "id;text\tpublished|x,y\n1;2\t3|4,5\n"
    yield "table-surrogate.csv", "id,text\n1,\ud800\n"
    yield "table-line-ends.csv", "id,text\r1,a\n2,b\r\n3,c\n\r"


def _jsonl() -> Iterator[tuple[str, str]]:
    yield "lines-deep.jsonl", f"{_LINE}\n" + "[" * 100_000 + f"\n{_LINE}\n"
    yield "lines-deep-object.jsonl", '{"text":' * 50_000 + f"\n{_LINE}\n"
    yield "lines-number.jsonl", '{"text": ' + "9" * 100_000 + "}\n" + _LINE
    yield "lines-float.jsonl", '{"text": 1e999999, "published": NaN}\n' + _LINE
    yield "lines-keys.jsonl", "{" + ",".join(f'"k{n}":1' for n in range(50_000)) + "}\n" + _LINE
    yield "lines-same-key.jsonl", '{"text":"a","text":"b","text":' + json.dumps(SAID) + "}\n"
    yield "lines-surrogate.jsonl", '{"text":"\\ud800 and \\udc00"}\n' + _LINE
    yield "lines-escapes.jsonl", '{"text":"' + "\\u202e" * 20_000 + '"}\n'
    yield "lines-control.jsonl", '{"text":"a\x01\x02\x1b[2J"}\n' + _LINE
    yield "lines-types.jsonl", '{"text":["a"]}\n{"text":{}}\n{"text":null}\n{"text":true}\n[]\n1\n"a"\n' + _LINE
    yield "lines-long.jsonl", json.dumps({"text": "word " * 100_000})
    yield "lines-mark.jsonl", "\ufeff" + _LINE
    yield "lines-no-end.jsonl", _LINE[:-1]
    yield "lines-blank.jsonl", "\n" * 100_000
    yield "lines-proto.jsonl", '{"__proto__":{"a":1},"constructor":1,"text":"The road is open."}\n'
    yield "lines-dates.jsonl", '{"text":"The road is open.","published":"0000-00-00"}\n{"text":"It is shut.","published":99999999999999}\n'
    yield "lines-html.jsonl", json.dumps({"html": "<p>" * 5_000 + SAID}) + "\n"
