"""The store of annotations: SQLite, one transaction for each action of a reader.

What ``apply`` returned is on the disk.  The door to everything else about the store.
"""

from collections import Counter
from collections.abc import Callable, Mapping

from reader.annotations.store.anchors import AnchorCache
from reader.annotations.store.backups import Backup, found
from reader.annotations.store.changing import StoreChanging
from reader.annotations.store.check import (
    Finding,
    FindingKind,
    bring_back,
    examine,
    rebuild,
    same_damage,
)
from reader.annotations.store.database import (
    sentences,
)
from reader.annotations.store.facts import Facts
from reader.annotations.store.journal import Journal
from reader.annotations.store.reading import identity
from reader.model import (
    NO_PROGRESS,
    Anchoring,
    Change,
    Colour,
    Progress,
    ReadOnly,
    Touched,
)

#: So many places found are written at once; they are derived and can wait.
_ANCHORS_AT_ONCE = 2_000


class Store(StoreChanging):
    """All annotations of one library folder.

    Made by ``open``; safe to call from several threads.

    Attributes:
        read_only: whether changes are refused.
        notice: a sentence on how it was opened; empty when all is well.
        changes: rises with every change of what files say, in this session.
        damage: what was found damaged on opening or reading; changes wait for ``repair``.
    """

    def recall(
        self, annotation: str, edition: str, matcher: str, target: int = 0
    ) -> Anchoring | None:
        """Return the place remembered for a target of a note in an edition (by its hash)."""
        with self._guard, sentences(self.path):
            return self._anchors.recall(self._sql, (annotation, target), edition, matcher)

    def remember(
        self, annotation: str, edition: str, anchoring: Anchoring, matcher: str, target: int = 0
    ) -> None:
        """Remember a place; written with the next change or on closing."""
        with self._guard:
            self._anchors.remember((annotation, target), edition, matcher, anchoring)
            if self._anchors.waits >= _ANCHORS_AT_ONCE:
                self._flush()

    def rename_me(self, name: str) -> None:
        """Change my shown name; the id stays."""
        with self._guard:
            self._may_change()
            self.me = self._facts.rename_me(self.me, name)
            self._forget()
            self.changes += 1

    def fact(self, key: str) -> str:
        """Return a remembered setting of this store, such as ``device``; empty if not set."""
        with self._guard:
            return self._facts.get(key)

    def set_fact(self, key: str, value: str) -> None:
        """Remember a setting of this store."""
        with self._guard:
            self._may_change()
            self._facts.set(key, value)

    def colour_names(self) -> Mapping[Colour, str]:
        """Return my own names of the colours."""
        with self._guard:
            return self._facts.colour_names()

    def name_colour(self, colour: Colour, name: str) -> Change:
        """Give a colour a name of my own; an empty one takes it away."""
        with self._guard:
            self._may_change()
            self._facts.name_colour(colour, name)
            self.changes += 1
        return Change(Touched.MARKS, label="Name a colour")

    def tags(self) -> Mapping[str, int]:
        """Return the tags in use and how often, most used first."""
        with self._guard:
            counts = Counter(tag for note in self._shown().living.values() for tag in note.tags)
        return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))

    def check(self, progress: Progress = NO_PROGRESS) -> tuple[Finding, ...]:
        """Read everything and say what is wrong; empty when all is well."""
        with self._guard:
            findings = examine(self._sql, self.path, progress)
            known = list(self.damage)
            findings = tuple(
                one
                for one in findings
                if one.sentence in known
                or not any(same_damage(one.sentence, sentence) for sentence in known)
            )
            said = {one.sentence for one in findings}
            before = [sentence for sentence in known if sentence not in said]
            for one in findings:
                if one.kind is not FindingKind.DERIVED:
                    self._damaged(one.sentence)
            return (*(Finding(FindingKind.DAMAGED, sentence) for sentence in before), *findings)

    def repair(self, progress: Progress = NO_PROGRESS) -> tuple[Finding, ...]:
        """Put a sound store in place: all that can be read, and what the backups hold.

        The damaged file is kept aside.  Returns what was done and what is lost.

        Raises:
            ReadOnly: opened for reading only.
        """
        return self._replace(lambda: rebuild(self.path, progress))

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups, newest first."""
        return found(self.path)

    def restore_backup(self, backup: Backup) -> tuple[Finding, ...]:
        """Put a backup in place; the present file is kept aside."""
        return self._replace(lambda: bring_back(self.path, backup))

    def plain(self, wanted: Callable[[str], bool]) -> str:
        """Return all wordings of the notes ``wanted`` by id, private and deleted ones too.

        As JSON that other programs can read, oldest first.
        """
        from reader.annotations.store.plain import plain

        with self._guard, sentences(self.path):
            return plain(self.me, (one for one in self._sound("1") if wanted(one.note)))

    def _replace(self, put: Callable[[], tuple[Finding, ...]]) -> tuple[Finding, ...]:
        with self._guard:
            if self._lock is None:
                raise ReadOnly("The notes were opened for reading only.", str(self.path))
            self.settle_backup()
            self._sql.close()
            try:
                done = put()
            finally:
                self.damage.clear()
                self._forget()
                self.changes += 1
                self._journal = Journal()
                self._anchors = AnchorCache()
                self._sql = self._open_sql()
                self._identity = identity(self.path)
                self._facts = Facts(self._sql, self.path)
                self.me = self._who()
            return done
