"""The reader's own templates for exported notes: Markdown files in the library folder."""

from pathlib import Path

from reader.library.files import write_whole
from reader.library.finding import Finding
from reader.model import BadInput, LibraryError, NotFound

_FOLDER = "templates"
#: Characters; more than a template may have.
_LONGEST = 200_000


class Templating(Finding):
    """The part of the door that keeps templates."""

    def templates(self) -> tuple[str, ...]:
        """Return the names of the reader's own templates, in order."""
        return tuple(sorted(file.stem for file in (self.folder / _FOLDER).glob("*.md")))

    def template(self, name: str) -> str:
        """Return the words of an own or a shipped template.

        Raises:
            NotFound: there is none of this name.
            LibraryError: it cannot be read.
        """
        from reader.annotations.export import shipped_template

        if name not in self.templates():
            return shipped_template(name)
        file = self._template_file(name)
        try:
            with file.open(encoding="utf-8") as opened:
                return opened.read(_LONGEST)  # what is longer is refused where it is parsed
        except (OSError, ValueError) as error:
            raise LibraryError(
                f"The template {file} cannot be read: {error}.", str(file)
            ) from error

    def save_template(self, name: str, words: str) -> str:
        """Keep a template of the reader's own; returns the name under which it is kept.

        Raises:
            BadInput: it has a mistake, or the name is empty or that of a shipped one.
            ReadOnly, LibraryError: it cannot be written; the old one stands.
        """
        from reader.annotations.export import TEMPLATES, check_template, file_name

        self._may_change()
        check_template(words)
        if not name.strip():
            raise BadInput("Give the template a name.")
        name = file_name(name, set())
        if name in TEMPLATES:
            raise BadInput(f"“{name}” is a template of the program; give yours another name.")
        file = self._template_file(name)
        write_whole(file, words.encode("utf-8"))
        return name

    def remove_template(self, name: str) -> str:
        """Remove a template of the reader's own; returns its words, by which it can be kept again.

        Raises:
            NotFound: there is none of this name.
            ReadOnly, LibraryError: it cannot be removed.
        """
        self._may_change()
        if name not in self.templates():
            raise NotFound(f"There is no template of yours called “{name}”.", name)
        words = self.template(name)
        file = self._template_file(name)
        try:
            file.unlink()
        except OSError as error:
            raise LibraryError(
                f"{file} cannot be removed ({error.strerror}).", str(file)
            ) from error
        return words

    def _template_file(self, name: str) -> Path:
        return self.folder / _FOLDER / f"{name}.md"

    def _words_of(self, template: str) -> str | None:
        """Return the words of a template given by name, or as they are; None for the usual one."""
        from reader.annotations.export import TEMPLATES

        named = template in TEMPLATES or template in self.templates()
        return (self.template(template) if named else template) or None
