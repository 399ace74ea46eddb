"""What is taken away leads back: every note with its words, place, tags, answers and other ends."""

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from reader.library import ExportChoice, Library, Placed, to_markdown
from reader.model import AnnotationKind, MarkStyle, Relation, Span, TextTarget, Verdict

RIVER, HILL = "stream-rivers", "stone-hills"
HOSTILE = (
    "*a_ ~b~ `c` [x](javascript:alert(1)) <b onclick=1> &amp; # | \\ $x$ ![i](file:///etc/passwd)"
    " [[wiki]] {{ group.title }} {% for %} ^id == %% <!-- -->"
)
#: What a reader of Markdown makes of our exports; anything else came from a note.
_TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "a", "hr"}


@pytest.fixture
def full(library: Library) -> Library:
    """A library with every kind of note, in words that try to break out."""
    library.rename_me("Anna " + HOSTILE[:120])
    river, hill = library.edition(RIVER), library.edition(HILL)
    promise = Span(0, 9).shift(river.text.index("a promise"))
    first = library.mark(RIVER, promise, body="note " + HOSTILE, tags=("plain", "a/b c", "#*_"))
    library.mark(RIVER, promise.shift(20), style=MarkStyle.UNDERLINE)
    library.mark(
        HILL, Span(20, 60), kind=AnnotationKind.QUESTION, body="why?\n# head\n```\nunclosed"
    )
    library.mark(HILL, Span(30, 40), kind=AnnotationKind.BOOKMARK)
    library.note_on_work(RIVER, "on the whole")
    answer = library.reply(first.id, "answer " + HOSTILE)
    library.reply(answer.id, "and again")
    library.link(
        (RIVER, promise), (HILL, Span(30, 60)), body="as there", relation=next(iter(Relation))
    )
    ends = (RIVER, river.passages[1].id), (HILL, hill.passages[1].id)
    library.judge(*ends, Verdict.ACCEPTED, body="agreed", relation=Relation.APPLIES)
    return library


def tops(library: Library) -> list[Placed]:
    """Everything that is no answer."""
    notes = [one for one in library.notes() if one.annotation.kind is not AnnotationKind.REPLY]
    return [*notes, *(library.note(one.id) for one in library.verdicts())]


def rendered(text: str) -> str:
    """Return Markdown as another program shows it, without its front matter."""
    return MarkdownIt("commonmark").render(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL))


def shown(page: str) -> str:
    """Return the words of a page in one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def check(library: Library, page: str, expected: list[Placed]) -> None:
    """Every address leads to its note and place, and the words stand on the page."""
    led: dict[str, str] = {}
    for address in re.findall(r'href="(counterpoint:[^"]+)"', page):
        place, note = library.place_at(html.unescape(address))
        if note:
            led.setdefault(note, place.work)
    assert set(led) == {one.annotation.id for one in expected}
    words = shown(page)
    for placed in expected:
        note = placed.annotation
        assert led[note.id] in note.works
        if isinstance(note.target, TextTarget) and note.verdict is None:
            assert " ".join(note.target.selectors.exact.split()) in words


def forms(library: Library, folder: Path) -> dict[str, str]:
    """Return pages of all forms: study notes in every order, a vault in one, a web page."""
    library.export_to(folder / "vault", ExportChoice("vault"))
    files = sorted((folder / "vault").iterdir())
    made = {
        f"by {by}": rendered(library.export(ExportChoice(group_by=by)))
        for by in ("section", "concept", "tag", "person")
    }
    made["vault"] = "\n".join(rendered(file.read_text("utf-8")) for file in files)
    made["page"] = library.export(ExportChoice("html"))
    return made


def test_every_form_leads_back_to_every_note(full: Library, tmp_path: Path) -> None:
    expected = tops(full)
    assert len(expected) == 7
    for name, page in forms(full, tmp_path).items():
        check(full, page, expected)
        words = shown(page)
        for said in ("note *a", "answer *a", "and again", "on the whole", "as there", "agreed"):
            assert said in words, (name, said)
        assert "#plain" in words, name
        other_end = full.edition(HILL).text[30:60]
        assert " ".join(other_end.split()) in words, name
        assert "verdict: accepted" in words, name
        assert "applied in →" in words, name


def test_a_rejected_link_is_told_of_but_links_nothing_in_a_vault(
    library: Library, tmp_path: Path
) -> None:
    ends = (
        (RIVER, library.edition(RIVER).passages[1].id),
        (
            HILL,
            library.edition(HILL).passages[1].id,
        ),
    )
    library.judge(*ends, Verdict.REJECTED, body="not so")
    assert library.count(ExportChoice(works=(HILL,))) == 1
    (words,) = library.vault(ExportChoice("vault")).values()
    assert "verdict: rejected" in words
    assert "not so" in words
    assert "[[" not in words
    library.judge(*ends, Verdict.ACCEPTED)
    names = list(library.vault(ExportChoice("vault")))
    assert names == ["Ben Stone - On Hills.md", "Ada Stream - On Rivers.md"][::-1]
    assert "[[" in "".join(library.vault(ExportChoice("vault")).values())


def test_an_answer_is_taken_away_without_what_it_answers(library: Library) -> None:
    text = library.edition(RIVER).text
    asked = library.mark(RIVER, Span(0, 9).shift(text.index("a promise")), body="whose?")
    answer = library.reply(library.reply(asked.id, "ours").id, "and theirs")
    page = library.export(ExportChoice(ids=(answer.id,)))
    assert "> a promise" in page
    assert "and theirs" in page
    assert "whose?" not in page
    (address,) = re.findall(r"\((counterpoint:[^)]+note=[^)]+)\)", page)
    place, note = library.place_at(address)
    assert (place.work, note) == (RIVER, answer.id)
    library.delete([asked.id])
    for form in ("markdown", "html"):
        page = library.export(ExportChoice(form))
        assert "on a note that is gone" in page
        assert page.index("ours") < page.index("and theirs")
        assert page.count("and theirs") == 1
    assert "ours" in library.vault(ExportChoice("vault"))["Others.md"]


def test_a_trail_shows_its_bridges_and_no_empty_numbers(full: Library) -> None:
    trail = full.begin_trail("Down the river", RIVER, Span(20, 40))
    full.extend_trail(trail.id, HILL, Span(30, 60))
    full.extend_trail(trail.id, HILL, Span(70, 80))
    note = full.note(trail.id).annotation
    body = note.body.replace("\n2.", "\n2. It meets a hill.")
    full.revise(replace(note, body=body))
    page = rendered(full.export(ExportChoice(ids=(trail.id,))))
    assert "Down the river" in page
    assert "It meets a hill." in page
    assert "<li></li>" not in page


def test_quotations_with_references_lead_back(full: Library) -> None:
    notes = [one for one in tops(full) if one.annotation.verdict is None]
    quoted = [one for one in notes if isinstance(one.annotation.target, TextTarget)]
    check(full, rendered(full.export(ExportChoice(template="bibliography"))), quoted)


def test_nothing_in_a_note_becomes_a_part_of_the_page(full: Library, tmp_path: Path) -> None:
    for name, page in forms(full, tmp_path).items():
        body = page.partition("</head>")[2] or page
        tags = set(re.findall(r"</?([a-z][a-z0-9]*)", body))
        assert tags <= _TAGS | {"body", "html", "code", "pre", "br"}, (name, tags)
        addresses = re.findall(r'(?:href|src)="([^"]*)"', body)
        assert all(one.startswith("counterpoint:") for one in addresses), name
        heads = {shown(one) for one in re.findall(r"<h\d>(.*?)</h\d>", body, re.DOTALL)}
        assert "head" not in heads, name


def test_my_annotation_file_brings_everything_back(
    full: Library, tmp_path: Path, made_library: Path
) -> None:
    import shutil
    from contextlib import closing

    path = tmp_path / "anna.annotations.json"
    full.export_to(path, ExportChoice("jsonld"))
    shutil.copytree(made_library, tmp_path / "other")
    with closing(Library.open(tmp_path / "other")) as other:
        other.rename_me(full.me.name)  # the same person on a copy of the library
        other.take(other.preview(path), lambda _row: True)
        assert [one.body for one in other.verdicts()] == ["agreed"]
        before = {one.annotation.id: one for one in full.notes()}
        assert {one.annotation.id: one for one in other.notes()} == before
        assert full.export(ExportChoice()) == other.export(ExportChoice())


def test_a_zotero_note_without_a_title_finds_its_text_by_its_words(
    library: Library, tmp_path: Path
) -> None:
    text = library.edition(HILL).text
    quote = " ".join(text[20:70].split())
    link = "zotero://open-pdf/library/items/EFGH2345?page=3&annotation="
    lines = (f"“{words}” ([pdf]({link}AAAA111{n})) so?" for n, words in enumerate((quote, "the")))
    path = tmp_path / "note.md"
    path.write_text("# Annotations  \n(1/2/2024, 10:00:00)\n\n" + "\n\n".join(lines), "utf-8")
    (refused,), (row,) = (
        [one for one in library.preview(path).rows if one.useful is wanted]
        for wanted in (False, True)
    )
    assert row.annotation is not None
    assert row.annotation.works == {HILL}
    assert "no text “Annotations”" in refused.reason  # too few words tell nothing


def test_a_poorer_export_of_the_same_note_changes_nothing(library: Library, tmp_path: Path) -> None:
    quote = library.edition(HILL).text[20:70].split("\n")[0]
    item = {"itemType": "annotation", "key": "AAAA1111", "title": "On Hills"}
    words = {"annotationText": quote, "annotationComment": "so?", "annotationColor": "#2ea8e5"}
    rich = tmp_path / "zotero.json"
    rich.write_text(json.dumps([item | words | {"tags": [{"tag": "x"}]}]), "utf-8")
    poor = tmp_path / "note.md"
    link = "zotero://open-pdf/library/items/EFGH2345?page=3&annotation=AAAA1111"
    poor.write_text(f"# On Hills\n\n“{quote}” ([pdf]({link})) so?\n", "utf-8")
    library.take(library.preview(rich))
    assert not any(row.useful for row in library.preview(poor).rows)
    poor.write_text(f"# On Hills\n\n“{quote}” ([pdf]({link})) or so?\n", "utf-8")
    assert all(row.useful for row in library.preview(poor).rows)


def test_an_edition_taken_away_as_markdown_comes_back_as_it_was(tmp_path: Path) -> None:
    long = (
        "The river carries the hill to the sea, and nobody thanks it for the mud that is left. " * 3
    )
    source = tmp_path / "a.txt"
    source.write_text(
        f"ON RIVERS\n\nAnna Moll\n\nMay 1, 1990.\n\n{long}\n\nOF HILLS\n\n{long}\n\n{long}\n\n"
        "Retrieved on July 18, 2012 from http://example.org/rivers\n",
        "utf-8",
    )
    kinds = []
    for name in ("a.txt", "b.md", "c.md"):
        library = Library.open(tmp_path / name.replace(".", ""))
        edition = library.edition(library.add(tmp_path / name).summary.work.id)
        kinds.append([(one.kind, one.level, edition.words_of(one)) for one in edition.passages])
        after = tmp_path / {"a.txt": "b.md"}.get(name, "c.md")
        after.write_text(to_markdown(edition, edition.passages), "utf-8")
        library.close()
    assert {kind.value for kind, _level, _words in kinds[0]} == {"heading", "front", "body"}
    assert kinds[1] == kinds[0]
    assert kinds[2] == kinds[0]
