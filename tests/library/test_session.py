"""What the window remembers, and words that cannot be kept in the library."""

import shutil
from pathlib import Path

import pytest

from reader.library import Library
from reader.model import LibraryError


def test_what_was_saved_comes_back(library: Library) -> None:
    library.save_session({"drafts": ["half \ud800"]})
    assert library.session() == {"drafts": ["half \ud800"]}


def test_a_library_that_was_pulled_out_is_not_made_again_beside(
    library: Library, tmp_path: Path
) -> None:
    library.works()
    library.notes()
    away = tmp_path / "away"
    shutil.move(library.folder, away)
    with pytest.raises(LibraryError, match="taken away"):
        library.save_session({"drafts": []})
    assert not library.folder.exists()
    library.save_words("not lost", tmp_path / "note.md")
    assert (tmp_path / "note.md").read_text("utf-8") == "not lost"
    shutil.move(away, library.folder)
