"""Taking notes away as Markdown, HTML and a vault."""

import hashlib
import html
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.annotations.anchoring import describe
from reader.annotations.export import (
    TEMPLATES,
    Address,
    Grouping,
    Material,
    escaping,
    from_url,
    reference,
    shipped_template,
    to_markdown,
    to_url,
    to_vault,
)
from reader.annotations.export.files import file_name
from reader.annotations.export.html import safe_html, to_html
from reader.annotations.export.template import render
from reader.model import (
    Anchored,
    Annotation,
    AnnotationKind,
    BadInput,
    Cancelled,
    Edition,
    Locus,
    NoteTarget,
    NotFound,
    Orphan,
    Outcome,
    Passage,
    PassageKind,
    Person,
    Placed,
    Progress,
    Provenance,
    Relation,
    Span,
    TextTarget,
    Work,
    WorkTarget,
)

NASTY = "*Ann* <b>_x_</b> [y](z) #1 `c` |t| ~~s~~ $m$ ==h== ^b {{ a }} {% end %} \\ & -- 1. !"
HOSTILE = (
    "# Not a heading\n\nSetext\n===\n\n<script>alert(1)</script> <img src=x onerror=y>\n\n"
    "```\nnever closed\n# inside"
)


def edition(work: str, title: str, words: str) -> Edition:
    spans, at = [], 0
    for block in words.split("\n\n"):
        spans.append(Span(at, at + len(block)))
        at += len(block) + 2
    passages = tuple(
        Passage(f"{work}-{n}", Locus("¶", n), PassageKind.BODY, span, section=f"Part {1 + n // 3}")
        for n, span in enumerate(spans, 1)
    )
    sha = hashlib.sha256(words.encode()).hexdigest()
    made = Provenance("x.txt", sha, len(words), "text")
    about = Work(work, title, ("A. Writer",), year="1901")
    return Edition(work, about, words, sha, "", passages, (), made)


ONE = edition("one", "First [text]", "Alpha beta.\n\nGamma delta.\n\nEpsilon zeta.\n\nEta theta.")
TWO = edition("two", "Second/text", "Iota kappa.\n\nLambda mu.")


def target(text: Edition, words: str) -> TextTarget:
    at = text.text.index(words)
    span = Span(at, at + len(words))
    selectors = describe(text.text, span, text.at(at).id)
    return TextTarget(text.work.id, "ni:///sha-256;x", selectors)


def note(number: int, *targets: TextTarget | WorkTarget | NoteTarget, **more: object) -> Placed:
    """An annotation by Ann, placed where its first target says."""
    fields: dict[str, object] = {"kind": AnnotationKind.NOTE, "author": Person("urn:uuid:a", "Ann")}
    fields |= more
    made = Annotation(
        id=f"urn:uuid:00000000-0000-7000-8000-{number:012d}",
        created="2026-03-04T05:06:07.000Z",
        modified="2026-03-04T05:06:07.000Z",
        targets=targets,
        **fields,  # type: ignore[arg-type]
    )
    first = targets[0]
    if not isinstance(first, TextTarget):
        return Placed(made)
    text = {"one": ONE, "two": TWO}[first.work]
    span = Span(first.selectors.start, first.selectors.end)
    return Placed(made, Anchored(span, Outcome.EXACT, 1.0), text.at(span.start).locus)


def material(*extra: Placed) -> Material:
    first = note(1, target(ONE, "Gamma"), body="A *thought*.\n\n- list", tags=("key claim", "x"))
    bob = Person("urn:uuid:b", NASTY)
    notes = (
        note(5, target(TWO, "Iota"), kind=AnnotationKind.HIGHLIGHT),
        first,
        note(
            2, NoteTarget(first.annotation.id), kind=AnnotationKind.REPLY, body="Why?", author=bob
        ),
        note(3, NoteTarget(_id(2)), body="Because."),
        note(
            4,
            target(ONE, "Eta theta"),
            target(TWO, "Lambda"),
            kind=AnnotationKind.LINK,
            relation=Relation.SAME_CLAIM,
        ),
        note(6, WorkTarget("one"), body="On the whole."),
        *extra,
    )
    return Material(notes, {"one": ONE, "two": TWO})


def _id(number: int) -> str:
    return f"urn:uuid:00000000-0000-7000-8000-{number:012d}"


def shown(markdown: str) -> str:
    """What a CommonMark reader would show, without its markup."""
    parts: list[str] = []
    for token in MarkdownIt("commonmark").parse(markdown):
        for child in token.children or ():
            assert child.type in {"text", "softbreak", "text_special"}, child
            parts.append("\n" if child.type == "softbreak" else child.content)
    return "".join(parts)


WILD = st.text(
    st.one_of(
        st.sampled_from("\\`*_[]()<>#|~&$^={}%!-+.:1 \n\t'\"ab"), st.characters(codec="utf-8")
    ),
    max_size=40,
)  # fmt: skip


@given(WILD)
def test_escaped_words_are_shown_letter_by_letter(text: str) -> None:
    flat = " ".join(escaping.cleaned(text).split())
    assert shown(escaping.inline(text)) == flat
    assert shown("- " + escaping.inline(text)) == flat or not flat


@given(WILD)
def test_escaped_quotations_stay_in_their_block(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(escaping.quoted(escaping.lines(text)) + "\n\nafter")
    kinds = [t.type for t in tokens if t.level == 0]
    assert kinds[-2:] == ["paragraph_open", "paragraph_close"]
    assert set(kinds[:-2]) <= {"blockquote_open", "blockquote_close"}


@given(WILD)
def test_a_note_never_leaves_its_list_item(text: str) -> None:
    source = f"-   **Ann**\n\n{escaping.indented(escaping.body('x' + text), 1)}\n\nafter"
    tokens = MarkdownIt("commonmark").parse(source)
    top = [t.type for t in tokens if t.level == 0]
    assert top == [
        "bullet_list_open", "bullet_list_close", "paragraph_open", "paragraph_close",
    ]  # fmt: skip
    inner = {child.type for t in tokens for child in t.children or ()}
    assert not ({t.type for t in tokens} | inner) & {"heading_open", "html_block", "html_inline"}


@pytest.mark.parametrize(
    "words",
    [
        "``` a`b\n<script>x</script>\n# head",
        "- a\n  ```\n<script>x</script>\n# head\n  ```",
        "1. a\n   ~~~\n<img src=x>",
        "> # head",
        "- # head",
        "-    # head",
        "> a\n> ---",
        "1.  a\n\n    # head",
        "\\<b>",
        "\\`<b>`",
        "``a`b``c<b>`",
        "a ` b\nx `<b>`",
        "- z ` q\n- a ` b\n  x `<b>`",
        "<https://a`b> <b>`",
        "[a](c`d) <b>`",
    ],
)
def test_no_trick_brings_a_heading_or_html(words: str) -> None:
    source = f"-   **Ann**\n\n{escaping.indented(escaping.body(words), 1)}\n\nafter"
    tokens = MarkdownIt("commonmark").parse(source)
    kinds = {t.type for t in tokens} | {c.type for t in tokens for c in t.children or ()}
    assert not kinds & {"heading_open", "html_block", "html_inline"}
    assert [t.type for t in tokens if t.level == 0][2:] == ["paragraph_open", "paragraph_close"]


def test_code_in_a_note_stays_as_it_is() -> None:
    for words in (
        "`a<b>` and ``c`<d>``",
        "```\n# x <b>\n```",
        "x\n\n`<i>`",
        "<https://a.b/c>",
        "[a](b) `<i>`",
    ):
        assert escaping.body(words) == words


def test_the_document_shows_everything_that_readers_wrote() -> None:
    text = to_markdown(material())
    for words in ("Gamma", "A *thought*.", "Why?", "Because.", "On the whole.", "#key-claim", "¶2"):
        assert words in text
    assert text.index("On the whole") < text.index("Gamma")
    assert "same claim → [Second/text, ¶2]" in text


def test_names_full_of_markdown_survive() -> None:
    rendered = MarkdownIt("commonmark").render(to_markdown(material()))
    assert "<b>" not in rendered
    assert "*Ann* &lt;b&gt;_x_&lt;/b&gt; [y](z) #1 `c` |t| ~~s~~" in rendered


def test_a_hostile_note_makes_no_heading_and_no_html() -> None:
    text = to_markdown(material(note(9, target(ONE, "Alpha"), body=HOSTILE)))
    tokens = MarkdownIt("commonmark").parse(text)
    kinds = {t.type for t in tokens} | {c.type for t in tokens for c in t.children or ()}
    assert not kinds & {"html_block", "html_inline", "image"}
    titles = [tokens[i + 1].content for i, t in enumerate(tokens) if t.type == "heading_open"]
    assert titles == ["Notes", r"First \[text\]", "Part 1", "Part 2", "Second/text", "Part 1"]


def test_the_order_of_the_material_does_not_matter() -> None:
    given_ = material()
    turned = Material(tuple(reversed(given_.notes)), given_.editions)
    assert to_markdown(turned) == to_markdown(given_)
    assert to_vault(turned) == to_vault(given_)


@pytest.mark.parametrize("by", Grouping)
def test_every_grouping_has_every_note(by: Grouping) -> None:
    concepts = {_id(1): ("work", "refusal")}
    text = to_markdown(Material(material().notes, {"one": ONE}, concepts), by=by)
    assert text.count("A *thought*.") == (2 if by in {Grouping.TAG, Grouping.CONCEPT} else 1)
    assert "On the whole." in text


def test_lost_and_uncertain_places_are_called_so() -> None:
    lost = note(7, target(ONE, "Alpha"))
    doubtful = note(8, target(ONE, "Epsilon"))
    doubtful = Placed(doubtful.annotation, Anchored(Span(0, 5), Outcome.REWORDED, 0.9))
    text = to_markdown(material(Placed(lost.annotation, Orphan("gone")), doubtful))
    assert "*lost in this text*" in text
    assert "*place uncertain*" in text
    assert "Now reads: Alpha" in text


def test_replies_in_a_ring_end() -> None:
    ring = (note(11, NoteTarget(_id(12))), note(12, NoteTarget(_id(11))))
    assert "A *thought*." in to_markdown(material(*ring))


def test_no_notes_make_a_document_that_says_so() -> None:
    assert to_markdown(Material((), {})) == "# Notes\n\nThere are no notes yet.\n"
    assert to_vault(Material((), {})) == {}


def test_a_vault_has_one_file_a_text_and_links_both_ways() -> None:
    files = to_vault(material())
    assert list(files) == ["A. Writer - First text.md", "A. Writer - Second text.md"]
    first, second = files.values()
    assert "[[A. Writer - Second text]]" in first
    assert "[[A. Writer - First text#^000000000004|First text ¶4]]" in second
    assert "^000000000004\n" in first


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_shipped_template_is_filled_without_remains(name: str) -> None:
    if name == "vault":
        text = "".join(to_vault(material(), template=shipped_template(name)).values())
    else:
        text = to_markdown(material(), template=shipped_template(name))
    assert "{%" not in text
    assert "{{ note" not in text
    assert "Gamma" in text


def test_a_template_of_the_other_form_is_refused_instead_of_filled_with_nothing() -> None:
    with pytest.raises(BadInput, match="one file for each text"):
        to_markdown(material(), template=shipped_template("vault"))
    for name in ("study-notes", "bibliography"):
        with pytest.raises(BadInput, match="one file for all texts"):
            to_vault(material(), template=shipped_template(name))


def test_an_unknown_template_is_named() -> None:
    with pytest.raises(NotFound, match="study-notes"):
        shipped_template("../../pyproject")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../x", "x"),
        ("CON", "CON_"),
        ("con.txt", "con.txt_"),
        ("a:b", "a b"),
        ("ends. . ", "ends"),
        ("...", "untitled"),
        ("", "untitled"),
        ("C:\\x\\y", "C x y"),
    ],
)
def test_file_names_are_safe_everywhere(title: str, name: str) -> None:
    assert file_name(title, set()) == name


@given(st.lists(st.text(max_size=200), max_size=8))
def test_file_names_never_meet(titles: list[str]) -> None:
    taken: set[str] = set()
    names = [file_name(title, taken) for title in titles]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name.encode()) < 200 and "/" not in name for name in names)


@given(
    st.text(min_size=1, max_size=30).filter(lambda t: t.isprintable()),
    st.none() | st.builds(Locus, st.sampled_from("¶§nrf"), st.integers(0, 999)),
    st.text(max_size=40).filter(lambda t: t.isprintable()),
)
def test_links_back_can_be_read(work: str, locus: Locus | None, note_id: str) -> None:
    address = Address(work, locus, note_id)
    url = to_url(address)
    assert from_url(url) == address
    assert url.isascii()
    assert not set(url) & set(" ()[]<>\"'*")


@pytest.mark.parametrize(
    "url", ["http://x", "counterpoint://open/", "counterpoint://open/a@zz9", ""]
)
def test_other_links_are_refused(url: str) -> None:
    with pytest.raises(BadInput):
        from_url(url)


@given(st.text(max_size=60))
def test_any_link_is_read_or_refused(rest: str) -> None:
    try:
        from_url("counterpoint://open/" + rest)
    except BadInput as error:
        assert error.message.endswith(".")  # noqa: PT017 - most links are read


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("{{ a }}", r"\*x\*"),
        ("{{ a | raw }}", "*x*"),
        ("{{ b.c }}|{{ b.d }}|{{ nothing.at.all }}", "deep||"),
        ("{% for i in l %}{{ i.n }}{% if not last %}, {% end %}{% end %}", "1, 2"),
        ("{% for i in nothing %}x{% else %}none{% end %}", "none"),
        ("{% if b %}yes{% else %}no{% end %}{% if not b %}x{% end %}", "yes"),
        ("a\n{# remark #}\n  {% if b %}  \nb\n{% end %}\nc", "a\nb\nc"),
        ("{{ b.keys }}", ""),
        ("{ a } {{}", "{ a } {{}"),
    ],
)
def test_templates_show_values(template: str, made: str) -> None:
    values = {"a": "*x*", "b": {"c": "deep"}, "l": ({"n": "1"}, {"n": "2"})}
    assert render(template, values) == made


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("a\nb {% for x in y %}", "line 2: “for x in y” is not closed"),
        ("{% end %}", "closes nothing"),
        ("{% while x %}{% end %}", "none of for, if, else, end"),
        ("{{ a | shell }}", "is not a name with a filter"),
        ("{{ a.__class__ }}", "is not a name"),
        ("{{ a() }}", "is not a name"),
        ("{% if x %}" * 20, "deep"),
        ("x" * 100_001, "100,000"),
    ],
)
def test_mistakes_in_templates_are_named(template: str, says: str) -> None:
    with pytest.raises(BadInput) as caught:
        render(template, {})
    assert says in caught.value.message


def test_a_template_cannot_run_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.annotations.export.template.MAX_STEPS", 10_000)
    many = tuple({"n": "1"} for _ in range(2000))
    with pytest.raises(BadInput, match="steps"):
        render("{% for a in l %}{% for b in l %}{{ b.n }}{% end %}{% end %}", {"l": many})


@given(st.text(st.sampled_from("{}%#|. \nforinelsdab"), max_size=40))
def test_any_template_is_filled_or_refused(template: str) -> None:
    try:
        render(template, {"a": "x", "b": ("y",)})
    except BadInput as error:
        assert error.message.endswith(".")  # noqa: PT017 - some templates are filled


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![x](file:///etc/passwd)",
        '<img src="//evil/x" onerror="y">',
        "<style>@import 'x'</style>",
        "[x](data:text/html,y)",
        "<a href='vbscript:x' style='position:fixed'>y</a>",
        "[" * 20_000,
        "> " * 5_000 + "x",
        "\n".join("  " * i + "- x" for i in range(400)),
        "*" * 50_000,
        "`" * 20_001,
        "[a](" * 3_000,
        "<" * 30_000,
    ],
    ids=lambda text: text[:12],
)
def test_nothing_of_an_attack_reaches_the_page(attack: str) -> None:
    made = safe_html(attack)
    for bad in (
        "<script",
        "javascript:",
        "<img",
        "<style",
        "data:",
        "vbscript:",
        "onerror=",
        "style=",
    ):
        assert bad not in made or f"&lt;{bad[1:]}" in made or "<" not in made.split(bad)[0][-1:]
    for opened in ("<script", "<img", "<style", "<iframe"):
        assert opened not in made


def test_a_page_has_the_notes_and_their_links() -> None:
    page = to_html(material(), title="Ours & <theirs>")
    assert "<title>Ours &amp; &lt;theirs&gt;</title>" in page
    assert 'href="counterpoint://open/one@%C2%B62?note=' in page
    assert "<em>thought</em>" in page


def test_a_reference_names_author_title_and_place() -> None:
    span = Span(ONE.text.index("beta"), ONE.text.index("delta") + 5)
    assert reference(ONE, span) == "“beta. Gamma delta” - A. Writer: First [text] (1901), ¶1-¶2"


def test_exports_have_no_control_characters_and_encode() -> None:
    body = "a\x00b\ud800c\u202ed\x1b[31m"
    text = to_markdown(material(note(9, target(ONE, "Alpha"), body=body)))
    assert "ab\N{REPLACEMENT CHARACTER}cd" in text
    assert text.encode()


def test_the_templates_readme_names_every_filter() -> None:
    from reader.annotations.export.template import FILTERS

    readme = Path(__file__).parents[2] / "resources/templates/README.md"
    assert all(f"`{name}`" in readme.read_text("utf-8") for name in FILTERS)


def test_a_long_export_tells_of_itself_and_can_be_stopped() -> None:
    many = Material(tuple(note(n, target(ONE, "a"), body="x") for n in range(900)), {"one": ONE})
    told: list[float] = []
    page = to_html(many, progress=Progress(lambda share, _words: told.append(share), lambda: False))
    assert page.count("<blockquote>") == 900
    assert max(told) <= 1
    assert told == sorted(told)
    with pytest.raises(Cancelled):
        to_markdown(many, progress=Progress(lambda *_: None, lambda: True))


def test_other_ends_are_cited_where_they_stand_today() -> None:
    given_ = material()
    moved = Material(given_.notes, given_.editions, ends={(_id(4), 1): Locus("¶", 77)})
    assert "[Second/text, ¶77]" in to_markdown(moved)


@pytest.mark.parametrize(
    "words",
    [
        "look at <b> and <script>alert(1)</script>",
        "50% & more |x| ~y~ $z$ a=b ^c^ {d} *f* [g](h) # i \\ j > k",
        "<div>a block</div>",
        "<!-- nothing --> said",
    ],
)
def test_a_page_shows_words_letter_by_letter(words: str) -> None:
    page = safe_html(escaping.inline(words))
    assert page == f"<p>{html.escape(words, quote=False)}</p>"
    if "*" not in words:
        assert safe_html(escaping.body(words)) == page
