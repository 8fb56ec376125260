"""Texts that no one writes: each gets an answer or a named failure, and twice the text takes no more than twice the time, about."""

from __future__ import annotations

import json
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.example import pack
from reportedly.model import Document, Failure, Reading
from reportedly.pipeline import Settings, annotate
from reportedly.ports import ReadOptions
from reportedly.read import read_bytes
from reportedly.store.checks import check_reading
from tests.hostile.scene import SAID, added, check_linear, program
from tests.unit.cli.console import call, rows, write

SETTINGS = Settings(packs=(pack(),))
SIZE = 1_200  # characters, several times the ceilings of the quick cases; the slow ones have the true ceilings and more characters
LONG = 10_000
WORDS = 200_000 // len(SAID.split())  # as many times the sentence as make two hundred thousand words
MEMORY = 2_000_000  # kilobytes

MAKERS: dict[str, Callable[[int], str]] = {
    "one paragraph": lambda n: SAID * (n // len(SAID)),
    "one sentence": lambda n: "the army said and " * (n // 18),
    "he said that he said": lambda n: "He said that " * (n // 13) + "the army left.",
    "letters without a space": lambda n: "a" * n,
    "letters and marks without a space": lambda n: "a-" * (n // 2),
    "quotes that open only": lambda n: "“The army said, " * (n // 16),
    "straight quotes": lambda n: "\"'The army' said " * (n // 17),
    "opening quotes alone": lambda n: "“" * n + "army",
    "brackets with spaces": lambda n: "( " * (n // 4) + "army" + " )" * (n // 4),
    "blank lines": lambda n: SAID + "\n" * n + SAID,
    "short lines": lambda n: "Army\n" * (n // 5),
    "bullets": lambda n: "- the army said it\n" * (n // 19),
    "colons": lambda n: "Army: " * (n // 6),
    "names": lambda n: "The Army Of The North " * (n // 22),
    "figures": lambda n: "1,000 killed " * (n // 13),
    "dates": lambda n: "12 May 2015 " * (n // 12),
    "overrides and joiners": lambda n: "\u202eThe army\u202c \u200bsaid\u200d it left\u2060. " * (n // 27),
    "accents on one letter": lambda n: "e" + "\u0301" * n + " army",
    "a long address": lambda n: "The army said: http://" + "a.b/" * (n // 4),
    "commas": lambda n: "army, " * (n // 6) + "said.",
}
LANGUAGES = {
    "ar": "قال متحدث باسم الجيش إن القوات سيطرت على الحي يوم الثلاثاء",
    "he": "דובר הצבא אמר כי הכוחות השתלטו על השכונה ביום שלישי",
    "ru": "Представитель армии заявил, что войска взяли квартал во вторник",
    "zh": "军方发言人说,部队星期二占领了该地区。",
    "el": "Εκπρόσωπος του στρατού είπε ότι οι δυνάμεις κατέλαβαν τη συνοικία",  # noqa: RUF001 - Greek
    "th": "ทหารยึดย่านนั้นเมื่อวันอังคาร โฆษกกล่าว",
    "hi": "सेना ने मंगलवार को इलाके पर कब्ज़ा किया",
    "ja": "軍は火曜日に地区を制圧した",
    "ko": "군은 화요일에 지역을 장악했다",
    "fr": "Les forces du gouvernement ont repris le quartier dans la nuit, selon les habitants de la ville.",
    "tr": "Ordu sözcüsü birliklerin salı günü mahalleyi ele geçirdiğini ve bir kişinin öldüğünü söyledi",
}


def read(text: str) -> Document:
    [found] = read_bytes(text.encode(), "a.txt", ReadOptions())
    assert isinstance(found, Document), found
    return found


def answer(text: str) -> Reading:
    """Return the reading of a text, in which all that was found lies within it."""
    [found] = annotate([read(text)], SETTINGS)
    assert isinstance(found, Reading), found
    check_reading(found)
    assert found.document.text == text
    return found


@pytest.mark.no_cover
@pytest.mark.parametrize("name", MAKERS)
def test_a_strange_text_is_read_and_takes_no_more_than_its_share(name: str, set_limit: Callable[[str, int], None]) -> None:
    set_limit("sentence_chars", 200)
    set_limit("window_chars", 600)
    check_linear(answer, MAKERS[name], SIZE)


@pytest.mark.slow
@pytest.mark.parametrize("name", MAKERS)
def test_a_long_strange_text_takes_no_more_than_its_share(name: str) -> None:
    check_linear(answer, MAKERS[name], LONG)


def test_what_a_person_is_shown_holds_no_sign_that_turns_the_writing(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", a="\u202eThe army\u202c seized \u2066Copper Row\u2069 on Tuesday, a \u200bspokes\u200bman said.")
    assert added(tmp_path / "l.db", docs).exit_code == 0
    for words in (("claims",), ("contradictions",), ("status",)):
        told = call(*words, "--ledger", tmp_path / "l.db").stdout
        assert not {"\u202e", "\u202c", "\u2066", "\u2069"} & set(told)
    for row in rows(call("claims", "--ledger", tmp_path / "l.db", "--json")):
        assert row["quote"] in (docs / "a.txt").read_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_text_in_another_language_is_no_english(lang: str) -> None:
    found = answer(LANGUAGES[lang])
    assert found.document.metadata.lang == lang
    assert found.claims is None


def test_a_text_in_two_languages_is_read_or_left_whole() -> None:
    for lang, words in LANGUAGES.items():
        assert answer(f"{SAID}\n\n{words}").document.text.endswith(words), lang


@pytest.mark.parametrize("lang", ["EN", "en-US", "EN_gb", "English", "und"])
def test_english_by_whatever_name_is_read(lang: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"lang": "{lang}", "text": "{SAID}"}}')
    [found] = annotate(read_bytes((tmp_path / "a.jsonl").read_bytes(), "a.jsonl", ReadOptions()), SETTINGS)
    assert isinstance(found, Reading)
    assert found.claims


def test_a_step_that_runs_out_of_memory_on_one_document_takes_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> object:
        raise MemoryError

    documents = [read(SAID), read("Odd things."), read("The road is open.")]
    monkeypatch.setattr("reportedly.pipeline.mark_times", breaks)
    found = list(annotate(documents, SETTINGS))
    assert [one.code if isinstance(one, Failure) else "ok" for one in found] == ["R207"] * 3
    assert [one.data for one in found if isinstance(one, Failure)] == [one.data for one in documents]


@pytest.mark.no_cover
def test_clauses_within_clauses_of_one_sentence_take_no_more_than_their_share() -> None:
    check_linear(answer, MAKERS["he said that he said"], 1_500)


@pytest.mark.slow
def test_many_sentences_of_one_paragraph_take_no_more_than_their_share() -> None:
    check_linear(answer, MAKERS["one paragraph"], 60_000)


@pytest.mark.slow
def test_a_paragraph_of_two_hundred_thousand_words_gets_an_answer() -> None:
    assert answer(SAID * WORDS).claims


@pytest.mark.slow
def test_a_paragraph_of_two_hundred_thousand_words_takes_bounded_memory(tmp_path: Path) -> None:
    docs = write(tmp_path, a=SAID * WORDS)
    with program("annotate", docs, "--pack", pack(), "--layers", "times,places,actors") as running:
        out, said = running.communicate()
    assert (running.returncode, said) == (0, "")
    assert len(json.loads(out)["times"]) == WORDS
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEMORY


@pytest.mark.slow
@pytest.mark.parametrize("text", ["a" * 1_000_000, "“" * 100_000 + "a", SAID + "\n" * 1_000_000 + SAID])
def test_very_large_strange_texts_get_an_answer(text: str) -> None:
    answer(text)


@pytest.mark.slow
def test_brackets_without_a_space_take_no_more_than_their_share() -> None:
    check_linear(answer, lambda n: "(" * (n // 2) + "army" + ")" * (n // 2), 4_000)
