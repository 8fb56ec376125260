from __future__ import annotations

import pytest

from reportedly.read.running import running
from reportedly.read.segments import lay_out
from tests.hostile.scene import check_linear

TOLD = "The river rose in the night and the old mill at Tarn was cut off, the harbour office said on Monday morning."
MORE = "Nobody was hurt in the flood. Two boats were lost near the weir, and the road to the mill stayed shut until the evening."

PIECES = [
    (f"{TOLD} [Tags Tarn Mill of North flood Ada Marsk]navigation Boats were moored in the harbour. {MORE}"),
    (f"{TOLD} [Tags Tarn Society for River Rights Orin Eleven]navigation people were hurt. {MORE}").replace(
        " Eleven]navigation", "]navigation Eleven"
    ),
    (f"{TOLD} [Tags Tarn flood boats.]navigation Boats were moored. {MORE}"),
    (f"{TOLD} [A man looks at the mill near the weir at Tarn on May 4 2031. (Orin Photo)]caption At least two boats sank. {MORE}"),
    (f"{TOLD} [People stand at the weir of Tarn. May 4 2031. (File photo)]caption [(Orin World and Agencies)]caption Two sank. {MORE}"),
    (f"{TOLD} The office (Reuters) gave no number of boats. {MORE}"),
    (f"{TOLD} [REUTERS Ada Marsk Harbour Office Shuts Road to Mill in North]navigation Tarn officials said so. {MORE}"),
    (f"{TOLD} [Sputnik Ada Marsk Boats Lost Over Weir at Tarn]navigation [ORIN (Sputnik)]dateline The boats sank. {MORE}"),
    (f"{TOLD} [Ten boats lost in Tarn. Where will it end? https://t.co/ab12 Ada (adamarsk) May 4 2031]embedded_document Two sank. {MORE}"),
    (f"{TOLD} {TOLD[:-1]} by telephone [https://t.co/ab12 Ada (adamarsk) May 4 2031]embedded_document Two boats sank. {MORE}"),
    (f"{TOLD} (Orin World) [BEIRUT]dateline Two boats sank, the UN said. NATO The pact. {MORE}"),
    (f"{TOLD} [(updated 1200 04.05.2031) Get short URL 0 55]navigation Two boats sank. {MORE}"),
    (f"{TOLD} [Print Tweet Views 20 Related Mill shut again Harbour opens]navigation At least two boats sank. {MORE}"),
    (f"{TOLD} {MORE} [... 12 Related Boats Lost Near Tarn Mill Shut for Third Day Tags Tarn flood]navigation"),
    (f"{TOLD} {MORE} [Source Orin Post Related News Mill opens. Subscribe to our letter. Privacy Policy]navigation"),
]


@pytest.mark.parametrize("marked", PIECES)
def test_pieces_inside_running_text(marked: str) -> None:
    text, wanted, at = "", [], 0
    while (begin := marked.find("[", at)) >= 0:
        end = marked.index("]", begin)
        kind = marked[end + 1 :].split(maxsplit=1)[0]
        text += marked[at:begin]
        wanted.append((kind, marked[begin + 1 : end]))
        text += marked[begin + 1 : end]
        at = end + 1 + len(kind)
    text += marked[at:]
    found = sorted(running(text, 0, len(text)), key=lambda piece: piece.start)
    assert [(piece.kind, text[piece.start : piece.end]) for piece in found] == wanted


def test_the_name_of_a_picture_is_a_caption() -> None:
    text = f"weir-harbour-image{TOLD}"
    assert [text[s.start : s.end] for s in lay_out(text).segments(text)] == ["weir-harbour-image", TOLD]


def test_a_message_names_who_sent_it() -> None:
    text = f"{TOLD} Ten boats lost in Tarn. https://t.co/ab12 Ada Marsk (adamarsk) May 4 2031 Two boats sank. {MORE}"
    assert [s.speaker for s in lay_out(text).segments(text)] == [None, "Ada Marsk", None]


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("A man carries his boat up the bank at Tarn in the north of Marsk.", "caption"),
        ("In this photo taken on May 4 2031 and provided by the harbour office two boats lie at the weir.", "caption"),
        ("A video shows two boats that lie at the weir of Tarn.", "body"),
        ("The harbour office says that two boats lie at the weir.", "body"),
    ],
)
def test_a_picture_that_a_text_begins_with(first: str, kind: str) -> None:
    text = f"4 May 2031 {first} {TOLD} {MORE}"
    assert [(s.kind, text[s.start : s.end].strip()) for s in lay_out(text).segments(text)][1] == (
        (kind, first) if kind == "caption" else ("body", text[11:])
    )


TITLES = [
    ("Flood Cuts Off Mill at Tarn Two Boats Lost. ", f"{TOLD} {MORE}"),
    ("River cuts off old mill at Tarn harbour office. ", f"{TOLD} {MORE}"),
    ("Two boats lost in river flood near Tarn mill Monitor ", f"A {TOLD[4:]} {MORE}"),
    ("Two boats lost in river flood near Tarn mill ", f"AFP Monday 5 May 2031 {TOLD} {MORE}"),
    ("Two boats lost in river flood near Tarn mill ", f"5 May 2031 {TOLD} {MORE}"),
    ("Flood Cuts Off Old Mill at Tarn in North Marsk ", f"Officers in Tarn said {TOLD} {MORE}"),
    ("", f"The river cut off the mill at Tarn. {TOLD} {MORE}"),
    ("", f"River officers have shut the mill at Tarn. {TOLD} {MORE}"),
    ("", f"Nobody knows where Ada went. {TOLD} {MORE}"),
]


@pytest.mark.parametrize(("title", "rest"), TITLES)
def test_a_title_that_nobody_names(title: str, rest: str) -> None:
    text = title + rest
    found = [text[s.start : s.end] for s in lay_out(text).segments(text) if s.kind == "headline"]
    assert found == ([title] if title else [])


def test_time_is_linear() -> None:
    line = f"{TOLD} Tags Tarn A boat sank (Photo) Related Tags REUTERS Ada Marsk Boats Lost Print Tweet Views 2 Related. "
    check_linear(lambda text: list(running(text, 0, len(text))), lambda n: line * n, 400)
