import random
import re
from pathlib import Path

import pytest

from reader.apparatus import fingerprint, load_records, recognise
from reader.apparatus.__main__ import main
from reader.apparatus.recognition import likeness
from reader.apparatus.records import read_records, written
from reader.model import Work, WorkRecord
from tests.apparatus.prose import noisy, prose

TEXT = prose(1)
RECORD = WorkRecord(Work("mine", "Mine"), fingerprint(TEXT))
OTHER = WorkRecord(Work("other", "Other"), fingerprint(" ".join(reversed(prose(2).split()))))
RECORDS = (RECORD, OTHER)


def _copies() -> dict[str, str]:
    dice = random.Random(3)
    pieces = [TEXT[at : at + 2000] for at in range(0, len(TEXT), 2000)]
    return {
        "as it is": TEXT,
        "re-wrapped": re.sub(r"(.{40}\S*) ", r"\1\n", TEXT.replace("\n\n", " ")),
        "shouted": TEXT.upper(),
        "hyphenated": re.sub(r"(\w{4})(\w{4})", r"\1-\n\2", TEXT),
        "ligatures torn": TEXT.replace("fi", "fi ").replace("ff", "ff "),
        "noise of 2 %": noisy(TEXT, 0.02, dice),
        "noise of 5 %": noisy(TEXT, 0.05, dice),
        "pages shuffled": "\n".join(dice.sample(pieces, len(pieces))),
        "half": TEXT[: len(TEXT) // 2],
        "damaged half": noisy(TEXT[len(TEXT) // 2 :], 0.05, dice),
    }


@pytest.mark.parametrize("how", list(_copies()))
def test_a_copy_is_recognised_whatever_was_done_to_it(how: str) -> None:
    assert recognise(_copies()[how], RECORDS) is RECORD


@pytest.mark.parametrize("text", ["", "roses", "in the of the and " * 500, "漢字" * 400])
def test_a_strange_or_empty_text_is_not_recognised(text: str) -> None:
    assert recognise(text, RECORDS) is None


def test_two_records_that_fit_equally_decide_nothing() -> None:
    twin = WorkRecord(Work("twin", "Twin"), RECORD.fingerprint)
    assert recognise(TEXT, (RECORD, twin)) is None


def test_a_library_of_books_that_shares_its_phrases_is_not_the_work() -> None:
    """A text a hundred times longer has a third of anybody's phrases in it."""
    dice = random.Random(7)
    letters = "abcdefghilmnoprstu"
    known = ["".join(dice.choices(letters, k=dice.randint(4, 9))) for _ in range(4000)]
    words = dice.choices(known, k=1500)
    record = WorkRecord(Work("mine", "Mine"), fingerprint(" ".join(words)))
    pieces = [" ".join(words[at : at + 12]) for at in range(0, len(words) - 12, 24)]
    strange = dice.choices(known, k=45_000)
    step = len(strange) // len(pieces)
    for row, piece in enumerate(pieces):
        strange.insert(row * (step + 1), piece)
    long = " ".join(strange)
    assert likeness(long, [record])[record] > 0.25
    assert recognise(long, [record], 0.25) is None
    assert recognise(" ".join(words), [record], 0.25) == record


def test_a_short_quotation_is_not_the_work() -> None:
    assert recognise(OTHER.work.title + TEXT[:300], RECORDS) is None


def test_the_essays_are_recognised_and_not_confused(essays: tuple[Path, ...]) -> None:
    found = [recognise(path.read_text("utf-8"), load_records()) for path in essays]
    assert [record and record.work.id for record in found] == [
        "cleaver-interview", "tronti-refusal", "cleaver-kropotkin"]  # fmt: skip
    dice = random.Random(1)
    for path, record in zip(essays, found, strict=True):
        text = path.read_text("utf-8")
        for half in (text[: len(text) // 2], text[len(text) // 2 :]):
            assert recognise(noisy(half, 0.05, dice), load_records()) == record


def test_every_shipped_record_is_whole() -> None:
    assert {one.work.id for one in load_records()} >= {
        "tronti-refusal", "cleaver-interview", "cleaver-kropotkin"}  # fmt: skip
    for one in load_records():
        assert len(one.fingerprint) == 400
        assert one.work.title
        assert one.work.available
        assert one.work.rights


def test_a_broken_record_is_told_and_the_rest_still_loads(tmp_path: Path) -> None:
    good = f'id = "good"\ntitle = "Good"\nauthors = ["Ann"]\n{written(RECORD.fingerprint)}\n'
    files = {
        "a.toml": good,
        "b.toml": good,
        "c.toml": "id = 3",
        "d.toml": 'id = "d"',
        "e.toml": 'id = "e"\ntitle = "E"\nfingerprint = "%%%"',
        "f.toml": 'id = "f"\ntitle = "F"\nauthors = "Ann"',
        "g.toml": 'id = "g"\ntitle = "G"\nauthor = "Ann"',
        "h.toml": 'id = "h\ntitle',
        "i.toml": b"\xff\xfe",
    }
    for name, words in files.items():
        (tmp_path / name).write_bytes(words if isinstance(words, bytes) else words.encode())
    records, problems = read_records(tmp_path)
    assert [one.work.id for one in records] == ["good"]
    assert records[0].fingerprint == RECORD.fingerprint
    assert [one.file for one in problems] == [f"{letter}.toml" for letter in "bcdefghi"]
    assert problems[6].line == 1
    assert all(str(one).endswith(".") for one in problems)


def test_the_command_prints_what_the_record_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.txt"
    path.write_text(TEXT, "utf-8")
    assert main(["fingerprint", str(path)]) == 0
    (tmp_path / "mine.toml").write_text('id = "mine"\ntitle = "M"\n' + capsys.readouterr().out)
    assert read_records(tmp_path)[0][0].fingerprint == RECORD.fingerprint
    assert main(["fingerprint", str(tmp_path / "none.txt")]) == 2
    assert main([]) == 2
