"""A small template language in which a template can do nothing but show.

::

    {{ name }}              a value, escaped for Markdown
    {{ note.body | body }}  a value of a value, through a filter
    {% for note in notes %} … {% else %} … {% end %}
    {% if note.tags %} … {% else %} … {% end %}        also: if not
    {# a remark #}

A tag or remark alone on its line leaves no line.  Names reach values of mappings only, never
attributes; there are no calls and no arithmetic.  Length, depth, steps and output are bounded.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.annotations.export import escaping
from reader.model import NO_PROGRESS, BadInput, Progress

#: Characters of a template and of what it makes, levels of nesting, steps.
MAX_TEMPLATE = 100_000
MAX_OUTPUT = 50_000_000
MAX_DEPTH = 12
MAX_STEPS = 10_000_000
#: Steps between two reports.
_REPORT = 10_000

_TOKEN = re.compile(
    r"(?:(?<=\n)|\A)[ \t]*(\{%[^{}]*?%\}|\{#.*?#\})[ \t]*(?:\n|\Z)"
    r"|(\{%[^{}]*?%\}|\{#.*?#\}|\{\{[^{}]*?\}\})",
    re.DOTALL,
)
_PATH = re.compile(r"[a-z][a-z_]*(?:\.[a-z][a-z_]*)*")
_FOR = re.compile(r"for\s+([a-z_]+)\s+in\s+(\S+)")
_IF = re.compile(r"if\s+(not\s+)?(\S+)")
_SHOW = re.compile(r"(\S+?)\s*(?:\|\s*([a-z0-9]+)\s*)?")

_FILTERS: Mapping[str, Callable[[str], str]] = {
    "": escaping.inline,
    "lines": escaping.lines,
    "quote": lambda text: escaping.quoted(escaping.lines(text)),
    "body": escaping.body,
    "item": lambda text: escaping.indented(escaping.body(text), 1),
    "subitem": lambda text: escaping.indented(escaping.body(text), 2),
    "subsubitem": lambda text: escaping.indented(escaping.body(text), 3),
    "tag": escaping.tag,
    "yaml": escaping.yaml,
    "wiki": escaping.wiki,
    "raw": escaping.cleaned,
}
FILTERS = tuple(name for name in _FILTERS if name)


@dataclass(frozen=True, slots=True)
class _Words:
    text: str


@dataclass(frozen=True, slots=True)
class _Show:
    path: tuple[str, ...]
    filter: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A loop (``name`` given) or a condition; ``other`` is what stands after ``else``."""

    path: tuple[str, ...]
    name: str
    negated: bool
    inside: "tuple[_Node, ...]"
    other: "tuple[_Node, ...]"


_Node = _Words | _Show | _Block


def render(template: str, values: Mapping[str, object], progress: Progress = NO_PROGRESS) -> str:
    """Fill a template.

    Args:
        template: in the language above.
        values: strings, booleans, mappings and sequences of these; an unknown name is empty.
        progress: about 3 µs a step; how many there will be is not known.

    Raises:
        BadInput: the template has a mistake (its line is named) or makes too much.
        Cancelled: the reader stopped.
    """
    maker = _Maker(progress)
    maker.run(_parsed(template), [values])
    return "".join(maker.out)


def check(template: str) -> None:
    """Make sure that a template can be filled.

    Raises:
        BadInput: it has a mistake; its line is named.
    """
    _parsed(template)


def asks_for(template: str) -> frozenset[str]:
    """Return the names that a template looks up, without what stands below them.

    Raises:
        BadInput: it has a mistake; its line is named.
    """
    return frozenset(_asked(_parsed(template)))


def _asked(nodes: Sequence[_Node]) -> Iterator[str]:
    for node in nodes:
        if not isinstance(node, _Words):
            yield node.path[0]
        if isinstance(node, _Block):
            yield from _asked(node.inside)
            yield from _asked(node.other)


class _Maker:
    """Walks a parsed template, counting."""

    def __init__(self, progress: Progress) -> None:
        self.out: list[str] = []
        self._progress = progress
        self._left = MAX_OUTPUT
        self._steps = MAX_STEPS

    def run(self, nodes: Sequence[_Node], scopes: list[Mapping[str, object]]) -> None:
        """Write out ``nodes``; names are looked up in the last scope first."""
        for node in nodes:
            self._steps -= 1
            if self._steps < 0:
                raise BadInput("This template takes more steps than an export may take.")
            if self._steps % _REPORT == 0:
                self._progress.step(0.5, "writing notes")
            if isinstance(node, _Words):
                self._write(node.text)
            elif isinstance(node, _Show):
                self._write(_FILTERS[node.filter](_as_text(_value(node.path, scopes))))
            else:
                self._block(node, scopes)

    def _block(self, node: _Block, scopes: list[Mapping[str, object]]) -> None:
        value = _value(node.path, scopes)
        if not node.name:
            self.run(node.inside if bool(value) != node.negated else node.other, scopes)
            return
        items = value if isinstance(value, tuple | list) else ()
        if not items:
            self.run(node.other, scopes)
        for row, item in enumerate(items):
            around = {node.name: item, "first": row == 0, "last": row == len(items) - 1}
            self.run(node.inside, [*scopes, around])

    def _write(self, text: str) -> None:
        self._left -= len(text)
        if self._left < 0:
            raise BadInput(f"This template makes more than {MAX_OUTPUT:,} characters.")
        self.out.append(text)


def _value(path: tuple[str, ...], scopes: list[Mapping[str, object]]) -> object:
    found: object = next((s[path[0]] for s in reversed(scopes) if path[0] in s), "")
    for name in path[1:]:
        found = found.get(name, "") if isinstance(found, Mapping) else ""
    return found


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return ""


@lru_cache(maxsize=16)
def _parsed(template: str) -> tuple[_Node, ...]:
    if len(template) > MAX_TEMPLATE:
        raise BadInput(f"A template may have {MAX_TEMPLATE:,} characters; this one has more.")
    return _Parser(template).whole()


class _Parser:
    """Reads a template by recursive descent."""

    def __init__(self, template: str) -> None:
        self._template = template.replace("\r\n", "\n")
        self._tokens: list[tuple[int, str]] = []
        at = 0
        for found in _TOKEN.finditer(self._template):
            self._tokens.append((at, self._template[at : found.start()]))
            self._tokens.append((found.start(), found[1] or found[2]))
            at = found.end()
        self._tokens.append((at, self._template[at:]))
        self._row = 0

    def whole(self) -> tuple[_Node, ...]:
        """Return all nodes."""
        nodes, stop = self._nodes(0)
        if stop:
            raise self._mistake(f"“{stop}” closes nothing")
        return nodes

    def _nodes(self, depth: int) -> tuple[tuple[_Node, ...], str]:
        """Return nodes up to ``end`` or ``else``, and which of them it was."""
        if depth > MAX_DEPTH:
            raise self._mistake(f"blocks are more than {MAX_DEPTH} deep")
        nodes: list[_Node] = []
        while self._row < len(self._tokens):
            token = self._tokens[self._row][1]
            self._row += 1
            if token.startswith("{{") and token.endswith("}}"):
                nodes.append(self._show(token[2:-2].strip()))
            elif token.startswith("{%") and token.endswith("%}"):
                words = token[2:-2].strip()
                if words in {"end", "else"}:
                    return tuple(nodes), words
                nodes.append(self._block(words, depth))
            elif token and not (token.startswith("{#") and token.endswith("#}")):
                nodes.append(_Words(token))
        return tuple(nodes), ""

    def _show(self, words: str) -> _Show:
        found = _SHOW.fullmatch(words)
        name = (found[2] or "") if found else ""
        if not found or name not in _FILTERS:
            raise self._mistake(f"“{words}” is not a name with a filter ({', '.join(FILTERS)})")
        return _Show(self._path(found[1]), name)

    def _block(self, words: str, depth: int) -> _Block:
        loop, condition = _FOR.fullmatch(words), _IF.fullmatch(words)
        if not loop and not condition:
            raise self._mistake(f"“{words}” is none of for, if, else, end")
        begun = self._row
        inside, stop = self._nodes(depth + 1)
        other: tuple[_Node, ...] = ()
        if stop == "else":
            other, stop = self._nodes(depth + 1)
        if stop != "end":
            self._row = begun
            raise self._mistake(f"“{words}” is not closed by end")
        if loop:
            return _Block(self._path(loop[2]), loop[1], False, inside, other)
        return _Block(
            self._path(condition[2] if condition else ""),
            "",
            bool(condition and condition[1]),
            inside,
            other,
        )

    def _path(self, words: str) -> tuple[str, ...]:
        if not _PATH.fullmatch(words):
            raise self._mistake(f"“{words}” is not a name")
        return tuple(words.split("."))

    def _mistake(self, what: str) -> BadInput:
        at = self._tokens[min(self._row, len(self._tokens)) - 1][0]
        line = self._template.count("\n", 0, at) + 1
        return BadInput(f"The template has a mistake in line {line}: {what[:200]}.")
