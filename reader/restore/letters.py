"""All repairs inside one paragraph, in the order in which they build on one another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.model import Progress
from reader.restore.channel import Channel
from reader.restore.draft import Draft
from reader.restore.hyphens import halves_apart, lost_dashes, reflowed, split_inside, swallowed
from reader.restore.lexicon import Lexicon
from reader.restore.ligatures import ligatures, split_often
from reader.restore.markup import Beside, is_marked, markup, moved, placed, source_of
from reader.restore.misprints import misprints
from reader.restore.misread import Misread
from reader.restore.ocr import looks_scanned, ocr
from reader.restore.spaces import (
    apart,
    dashes,
    loose_ends,
    loose_pairs,
    loose_quotes,
    run_together,
    spaces,
    stray_quotes,
)
from reader.restore.specks import specks
from reader.restore.strand import Edit, Ledger, Strand, mend
from reader.restore.wordlist import list_of_part


@dataclass(frozen=True, slots=True)
class Habits:
    """What a whole text shows of how it was made.

    Attributes:
        scanned: went through optical recognition.
        split: ligatures were split.
        marked: carries Markdown.
        curly: quotes with double curly marks.
        specks: its single quotation marks are mostly specks.
        dashes: sets dashes as two hyphens.
        spaced: sets a hyphen between spaces for a dash.
        reflowed: its lines were joined with their hyphens left in.
        labels: marks of its footnotes.
        misread: finds misread words; None where the text is in a language without a list of
            words.
    """

    scanned: bool
    split: bool
    marked: bool
    curly: bool
    specks: bool
    dashes: bool
    spaced: bool
    reflowed: bool
    labels: frozenset[str] = frozenset()
    misread: Misread | None = None

    @classmethod
    def of(
        cls, text: str, lexicon: Lexicon, labels: frozenset[str], taught: Channel | None = None
    ) -> "Habits":
        """Look at a whole text; linear.  ``taught``: what it taught before of its mistakes."""
        curly = text.count("“") > 3 and text.count("“") > text.count("‘") // 2
        misread = Misread(lexicon, text, taught)
        scanned = looks_scanned(text, lexicon) or misread.shows
        return cls(
            scanned=scanned,
            split=split_often(text, lexicon),
            marked=is_marked(text),
            curly=curly,
            specks=curly and scanned and loose_quotes(text),
            dashes=text.count("--") >= 5,
            spaced=text.count(" - ") >= 5,
            reflowed=reflowed(text, lexicon),
            labels=labels,
            misread=misread if misread.usable else None,
        )


#: How often the words of a scanned text are looked at.
_ROUNDS = 3


def clean_all(
    drafts: Sequence[Draft], lexicon: Lexicon, habits: Habits, ledger: Ledger, progress: Progress
) -> None:
    """Repair the letters of all drafts, in place.

    What a scanned text shows of itself is clearer once most of its words are right; so it is
    looked at again until nothing is found: restoring the edition would find it otherwise.
    """
    for turn in range(_ROUNDS):
        before = len(ledger.done)
        tongues = _tongues(drafts, lexicon, habits)
        for count, (draft, (words, ways)) in enumerate(zip(drafts, tongues, strict=True)):
            if count % 50 == 0:
                progress.step(
                    0.65 + 0.3 * (turn + count / len(drafts)) / _ROUNDS, "Repairing words"
                )
            clean(draft, words, ways, ledger)
        if not habits.scanned or len(ledger.done) == before:
            break
        text = "\n\n".join(draft.text for draft in drafts)
        lexicon = Lexicon.of(text)
        taught = habits.misread.meant.channel if habits.misread else None
        habits = replace(Habits.of(text, lexicon, frozenset(), taught), marked=False)


def _tongues(
    drafts: Sequence[Draft], lexicon: Lexicon, habits: Habits
) -> list[tuple[Lexicon, Habits]]:
    """Return for each draft the words to mend it by: those of the language that it is in."""
    lists = [list_of_part(draft.text, lexicon.list) for draft in drafts]
    tongues = {lexicon.list: (lexicon, habits)}
    for words in dict.fromkeys(lists):
        if words not in tongues:
            text = "\n\n".join(
                draft.text for draft, other in zip(drafts, lists, strict=True) if other is words
            )
            own = Lexicon.of(text)
            misread = Misread(own, text)
            tongues[words] = own, replace(habits, misread=misread if misread.usable else None)
    return [tongues[words] for words in lists]


def clean(draft: Draft, lexicon: Lexicon, habits: Habits, ledger: Ledger) -> None:
    """Repair the letters of one draft, in place; adds its inline spans to those it has."""
    if draft.verbatim:
        return
    held = [(at, *source_of(at, draft.strand)) for at in draft.beside]
    strand = mend(draft.strand, spaces(draft.text), ledger)
    strand = mend(strand, ligatures(strand.text, lexicon, often=habits.split), ledger)
    strand = mend(strand, swallowed(strand.text, lexicon), ledger)
    if habits.reflowed:
        strand = mend(strand, halves_apart(strand.text, lexicon), ledger)
    if habits.spaced:
        strand = mend(strand, dashes(strand.text), ledger)
    if habits.dashes:
        strand = mend(strand, lost_dashes(strand.text, lexicon), ledger)
    if lexicon.list.english:
        strand = mend(strand, run_together(strand.text, lexicon, scanned=habits.scanned), ledger)
    if habits.scanned:
        strand = mend(strand, split_inside(strand.text, lexicon), ledger)
        strand = mend(strand, apart(strand.text, lexicon), ledger)
    strand = mend(strand, _recognised(strand.text, lexicon, habits), ledger)
    if habits.scanned and habits.misread and lexicon.list.english:
        strand = mend(strand, specks(strand.text, lexicon), ledger)
    if habits.misread and lexicon.list.english:
        strand = mend(strand, misprints(strand.text, habits.misread), ledger)
    if habits.curly:
        strand = mend(strand, stray_quotes(strand.text), ledger)
    if habits.specks:
        strand = mend(strand, loose_pairs(strand.text), ledger)
        strand = mend(strand, loose_ends(strand.text), ledger)
    draft.strand, beside = _take_markup(strand, habits, ledger)
    draft.beside = [*(placed(at, start, end, draft.strand) for at, start, end in held), *beside]
    # marks of emphasis and notes hid spaces behind them: “*Capital* , p. 3”
    if left := spaces(draft.text):
        held = [(at, *source_of(at, draft.strand)) for at in draft.beside]
        draft.strand = mend(draft.strand, left, ledger)
        draft.beside = [placed(at, start, end, draft.strand) for at, start, end in held]


def _recognised(text: str, lexicon: Lexicon, habits: Habits) -> list[Edit]:
    return ocr(text, lexicon, scanned=habits.scanned, misread=habits.misread)


def _take_markup(strand: Strand, habits: Habits, ledger: Ledger) -> tuple[Strand, list[Beside]]:
    edits, beside = markup(strand.text, habits.labels, marked=habits.marked)
    edits.sort(key=lambda edit: (edit.start, edit.end))
    apart: list[Edit] = []
    for edit in edits:
        if not apart or edit.start >= apart[-1].end:
            apart.append(edit)
    before = len(strand.text)
    done = mend(strand, apart, ledger)
    if len(done.text) != before + sum(len(edit.after) - edit.end + edit.start for edit in apart):
        return done, []  # the reader took markup back: what is left of it is text
    return done, [
        Beside(at.kind, moved(at.start, apart), moved(at.end, apart), at.target) for at in beside
    ]
