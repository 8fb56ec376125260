from __future__ import annotations

import pytest

from tests.unit.read.build import OPTIONS, fail, read, rows, short
from tests.unit.read.making import Placed, column, pdf

LEFT = (
    "The river rose in the night and the old mill",
    "at Tarn was cut off from the town. The miller",
    "said that the boats had gone before the wa-",
    "ter came.",
)
RIGHT = (
    "Nobody was hurt, the mayor told the council,",
    "and the weir would hold until the evening of",
    "the next day, whatever the people upstream",
    "had heard.",
)
FULL = "The Tarn Count reports on everything that happened beside the river in the last week of the month"


def text(page: list[Placed]) -> str:
    return read(pdf([page]), "a.pdf").text


def _running(number: int) -> list[Placed]:
    body = column([f"Report {number} of the weir, and what was said.", "It stood."], top=200)
    return [(60, 30, f"The Tarn Count, issue {number}"), *body, (300, 770, f"Page {number} of 3")]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (column(LEFT), "old mill at Tarn was cut off from the town. The miller said that the boats had gone before the water came."),
        (column([*LEFT, "", *RIGHT]), "water came.\n\nNobody was hurt"),
        ([*column(LEFT), *column(RIGHT, left=320)], "before the water came.\n\nNobody was hurt, the mayor"),
        # the file names the lines of both columns in turn
        (
            [each for pair in zip(column(LEFT), column(RIGHT, left=320), strict=True) for each in pair],
            "old mill at Tarn was cut off from the town. The miller said",
        ),
        ([(60, 60, FULL), *column(RIGHT, left=320), *column(LEFT)], f"{FULL}\n\nThe river rose"),
        (
            [*column(LEFT), *column(RIGHT, left=320), (60, 200, FULL), *column(RIGHT, top=220), *column(LEFT, left=320, top=220)],
            f"had heard.\n\n{FULL}\n\nNobody was hurt",
        ),
        (
            [
                each
                for at, row in enumerate([("Place", "Boats"), ("Tarn", "12"), ("Weir", "7")])
                for each in ((60, 100 + 20 * at, row[0]), (320, 100 + 20 * at, row[1]))
            ],
            "Place\tBoats\n\nTarn\t12\n\nWeir\t7",
        ),
        (
            column(["Groups of the pro-", "mill party came, and the anti-", "weir party, in 40-", "ton boats of the Al-", "Tarn yard."]),
            "pro-mill party came, and the anti-weir party, in 40-ton boats of the Al-Tarn yard.",
        ),
        (
            column(["A well-kept mill. A well-", "kept weir. The boathouse. The boat-", "house."]),
            "A well-kept mill. A well-kept weir. The boathouse. The boathouse.",
        ),
        (column(["He said so. They came in the morn-", "ing."]), "in the morning."),
    ],
    ids=short,
)
def test_words_come_in_the_order_in_which_they_are_read(page: list[Placed], expected: str) -> None:
    assert expected in text(page)


def test_a_paragraph_goes_on_over_the_page_and_the_place_of_every_hyphen_is_kept() -> None:
    found = read(pdf([column(["The old mill at Tarn stood, and the wa-"]), column(["ter rose."])]), "a.pdf")
    assert found.text == "The old mill at Tarn stood, and the water rose."
    [hyphen] = found.left_out
    assert (hyphen.why, hyphen.where, found.text[hyphen.at :]) == ("line-end-hyphen", "page 1", "ter rose.")


def test_what_runs_along_the_pages_is_left_out_and_listed() -> None:
    found = read(pdf([_running(number) for number in (1, 2, 3)]), "a.pdf")
    assert "Count" not in found.text
    assert "Page" not in found.text
    assert found.text.count("of the weir, and what was said.") == 3
    told = [(left.why, left.where) for left in found.left_out]
    assert told == [("running-head", "pages 1-3"), ("page-number", "pages 1-3")]
    assert "Page 1 of 3 · Page 2 of 3" in found.left_out[1].words


def test_the_address_that_a_browser_printed_is_kept() -> None:
    pages = [[(60, 30, "5/2/31, 10:00"), *column(LEFT), (60, 770, "https://tarn.example/mill"), (500, 770, f"{at}/2")] for at in (1, 2)]
    said = read(pdf(pages), "a.pdf").metadata
    assert (said.url, dict(said.origins)["url"]) == ("https://tarn.example/mill", "margin")


def test_a_line_that_only_one_page_has_stays() -> None:
    assert "12 May" in read(pdf([[(60, 30, "12 May"), *column(LEFT)], column(RIGHT)]), "a.pdf").text
    assert read(pdf([[*column(LEFT), (300, 770, "1")]]), "a.pdf").left_out[0].why == "page-number"


def test_an_indented_line_at_the_top_of_a_column_opens_a_paragraph() -> None:
    first = column(["The river rose in the night and the old mill at Tarn"] * 4)
    second = [
        (75, 100, "Nobody was hurt, the mayor told the council then,"),
        *column(["and the weir would hold until the evening of the day"] * 3, top=112),
    ]
    assert read(pdf([first, second]), "a.pdf").text.count("\n\n") == 1


def test_the_title_is_taken_where_the_text_has_it() -> None:
    page = column(["The weir held", "", *LEFT])
    said = read(pdf([page], title="The weir held"), "a.pdf").metadata
    assert (said.title, dict(said.origins)["title"]) == ("The weir held", "file")
    assert read(pdf([page], title="weir_final2.doc"), "a.pdf").metadata.title != "weir_final2.doc"


def test_pages_that_are_pictures_are_said_to_be() -> None:
    failure = fail(pdf([None, None]), "a.pdf")
    assert (failure.code, "OCR" in failure.message, "2 of 2" in failure.message) == ("R211", True, True)
    found = read(pdf([column(LEFT), None]), "a.pdf")
    assert ("picture", "page 2") in [(left.why, left.where) for left in found.left_out]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 text", "R209"),
        (b"no PDF", "R209"),
        (b"", "R209"),
        (pdf([column(LEFT)])[:200], "R209"),
        (pdf([[]]), "R201"),
        (
            pdf([column(LEFT)]).replace(
                b"/Size", b"/Encrypt << /Filter /Standard /V 2 /R 3 /O (x) /U (y) /P -4 /Length 128 >> /ID [(a)(b)] /Size"
            ),
            "R210",
        ),
    ],
    ids=short,
)
def test_a_pdf_that_cannot_be_read_is_named(data: bytes, code: str) -> None:
    assert fail(data, "a.pdf").code == code


def test_pages_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    from reportedly.limits import limits  # noqa: PLC0415

    monkeypatch.setenv("REPORTEDLY_PDF_PAGES", "1")
    limits.cache_clear()
    try:
        assert [one.code for one in rows(pdf([column(LEFT), []]), "a.pdf", OPTIONS) if hasattr(one, "code")] == ["R203"]
    finally:
        monkeypatch.undo()
        limits.cache_clear()
