from __future__ import annotations

from pathlib import Path

import pytest
import typer

from tools import check_docs, command_pages, gen_docs, reference_pages

FEED = typer.Typer(help="Read and write.")
INNER = typer.Typer(help="Look things up.")


@FEED.command()
def add(
    paths: list[str] = typer.Argument(..., help="Files or folders."),  # noqa: B008 - as the program's own commands do
    workers: int = typer.Option(2, help="Processes | how many."),
    *,
    json: bool = typer.Option(False, "--json", help="For machines."),  # noqa: FBT003 - as the program's own commands do
) -> None:
    """Add documents.

    The same bytes are added once.
    """


@FEED.command(hidden=True)
def internal() -> None:
    """Be of no concern."""


@INNER.command("lookup")
def look_up() -> None:
    """Find a place."""


FEED.add_typer(INNER, name="places")


@pytest.fixture(name="invented")
def _invented(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command_pages, "application", lambda: typer.main.get_command(FEED))


def test_docs_are_whole_and_current() -> None:
    assert check_docs.faults(gen_docs.DOCS) == []


@pytest.mark.usefixtures("invented")
def test_every_visible_command_has_a_page_and_stands_in_the_index() -> None:
    pages = command_pages.pages()
    assert set(pages) == {"commands/add.md", "commands/places-lookup.md", "commands/index.md"}
    assert "| [`places lookup`](places-lookup.md) | Find a place. |" in pages["commands/index.md"]


@pytest.mark.usefixtures("invented")
def test_a_page_tells_usage_arguments_and_options() -> None:
    page = command_pages.pages()["commands/add.md"]
    assert "reportedly add [OPTIONS] PATHS...\n" in page
    assert "| `PATHS` | Files or folders. May be repeated. Required. |  |" in page
    assert "| `--workers` | Processes \\| how many. | `2` |" in page
    assert "| `--json` | For machines. |  |" in page
    assert "The same bytes are added once." in page


@pytest.mark.usefixtures("invented")
def test_written_pages_pass_and_each_missing_one_is_named(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    gen_docs.write(docs)
    assert check_docs.faults(docs) == []
    (docs / "commands" / "index.md").unlink()
    (docs / "errors.md").write_text("nothing\n", encoding="utf-8")
    told = "\n".join(check_docs.faults(docs))
    assert "command places lookup is not in commands/index.md" in told
    assert "error R204 is not in errors.md" in told
    assert "errors.md is not current" in told


@pytest.mark.usefixtures("invented")
def test_pages_of_commands_that_are_gone_are_named_and_removed(tmp_path: Path) -> None:
    gen_docs.write(tmp_path)
    gone = tmp_path / "commands" / "gone.md"
    gone.write_text("# gone\n", encoding="utf-8")
    assert [fault for fault in check_docs.outdated(tmp_path) if "gone.md" in fault]
    gen_docs.write(tmp_path)
    assert not gone.exists()


def test_a_broken_link_is_named(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[a](page.md) [b](https://example.org) [c](missing.md#part) [d](#part)", encoding="utf-8")
    assert list(check_docs.broken_links([page])) == ["page.md links to missing.md, which is not there"]


def test_an_attribute_told_over_two_lines_is_told_whole() -> None:
    class Told:
        """Two.

        Attributes:
            one: begins here
                and ends there.
            two: short.
        """

    assert reference_pages.meanings(Told) == {"one": "begins here and ends there.", "two": "short."}
