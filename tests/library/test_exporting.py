"""What is taken away: filters that combine, the reader's own templates, languages."""

from contextlib import closing
from pathlib import Path

import pytest

from reader.library import ExportChoice, Library
from reader.model import AnnotationKind, BadInput, LibraryError, NotFound, ReadOnly, Span

RIVER = "stream-rivers"


def test_filters_combine_and_each_leaves_out_what_it_says(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "walls.md"
    path.write_text("# Stone\n\nA wall keeps water out.\n\n# Wood\n\nA fence keeps sheep in.\n")
    work = library.add(path, title="On Walls").summary.work.id
    text = library.edition(work).text
    for words, tags in (("A wall", ("mud",)), ("A fence", ("mud",)), ("sheep", ())):
        start = text.index(words)
        library.mark(work, Span(start, start + len(words)), body=words, tags=tags)
    assert library.count(ExportChoice()) == 3
    assert library.count(ExportChoice(tag="mud")) == 2
    assert library.count(ExportChoice(section="WOOD")) == 2
    assert library.count(ExportChoice(section="Wood", tag="mud", works=(work,))) == 1
    assert library.count(ExportChoice(section="no such heading")) == 0
    assert library.count(ExportChoice(tag="mud", person="urn:uuid:nobody")) == 0
    assert "fence" not in library.export(ExportChoice(section="Stone"))
    with pytest.raises(NotFound):
        library.count(ExportChoice(works=("nothing-here",)))


def test_notes_that_name_a_concept_are_chosen_by_its_label_or_key(library: Library) -> None:
    span = promise(library)
    concept = next(iter(library.glossary()))
    library.mark(RIVER, span, kind=AnnotationKind.NOTE, body=f"Is this {concept.label}?")
    library.mark(RIVER, span, kind=AnnotationKind.NOTE, body="Something else")
    for name in (concept.key, concept.label, concept.label.upper()):
        assert library.count(ExportChoice(concept=name)) == 1
    assert library.count(ExportChoice(concept="no concept at all")) == 0


def test_own_templates_are_kept_used_by_name_and_removed(library: Library) -> None:
    library.mark(RIVER, promise(library), body="Take me")
    words = "{% for group in groups %}{{ words.notes }} ({{ group.count }}){% end %}"
    assert library.templates() == ()
    name = library.save_template(" Mine: short ", words)
    assert library.templates() == (name,)
    assert library.template(name) == words
    assert library.export(ExportChoice(template=name)) == "Notes (1)\n"
    assert library.export(ExportChoice(template=name, language="it_IT")) == "Note (1)\n"
    assert library.remove_template(name) == words
    assert library.templates() == ()
    with pytest.raises(NotFound):
        library.remove_template(name)


@pytest.mark.parametrize(
    ("name", "words", "says"),
    [
        ("study-notes", "x", "template of the program"),
        ("   ", "x", "name"),
        ("mine", "{% for x in y %}", "line 1"),
        ("mine", "x" * 100_001, "100,000"),
    ],
)
def test_a_template_that_cannot_be_kept_says_why(
    library: Library, name: str, words: str, says: str
) -> None:
    with pytest.raises(BadInput, match=says):
        library.save_template(name, words)
    assert library.templates() == ()


def test_a_hostile_name_or_file_of_a_template_does_no_harm(library: Library) -> None:
    name = library.save_template("../../outside", "x")
    assert [one.stem for one in (library.folder / "templates").iterdir()] == [name]
    (library.folder / "templates" / "bytes.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LibraryError, match=r"bytes\.md"):
        library.template("bytes")


def test_a_library_for_reading_keeps_no_template(library: Library) -> None:
    folder = library.folder
    with closing(Library.open(folder, read_only=True)) as second, pytest.raises(ReadOnly):
        second.save_template("mine", "x")


def test_headings_speak_the_language_asked_for(library: Library, tmp_path: Path) -> None:
    library.mark(RIVER, promise(library), body="Take me")
    assert "evidenziazione, giallo" in library.export(ExportChoice(language="it"))
    assert library.export(ExportChoice(language="it")).startswith("# Note\n")
    assert "highlight, yellow" in library.export(ExportChoice(language="xx"))
    assert "<title>Note</title>" in library.export(ExportChoice("html", language="it"))
    library.export_to(tmp_path / "vault", ExportChoice("vault", language="it"))
    assert "evidenziazione" in "".join(f.read_text("utf-8") for f in (tmp_path / "vault").iterdir())


@pytest.mark.parametrize("language", ["en", "it", "it_CH", "de"])
def test_minutes_are_read_back_in_every_language(library: Library, language: str) -> None:
    passage = library.edition(RIVER).at(promise(library).start)
    packet = library.packet("Evening", {RIVER: [passage.id]})
    text = library.packet_text(packet, "markdown", language)
    word = "Verbale" if language.startswith("it") else "Minutes"
    assert f"**{word}:**" in text
    filled = text.replace(f"**{word}:**", f"**{word}:** We agreed.")
    assert library.read_minutes(filled) == ((RIVER, passage.id, "We agreed."),)


def promise(library: Library) -> Span:
    """Return where two words of the first text stand."""
    start = library.edition(RIVER).text.index("a promise")
    return Span(start, start + len("a promise"))
