"""Targets of annotations as W3C resources, and back."""

from collections.abc import Mapping

from reader.annotations.terms import (
    MAX_CONTEXT,
    MAX_NAME,
    MAX_OFFSET,
    MAX_STRING,
    WORK_IRI,
    as_iri,
    is_urn,
    is_work,
    words,
)
from reader.model import BadInput, NoteTarget, Selectors, Target, TextTarget, WorkTarget

_KNOWN = frozenset({"source", "selector", "ar:work", "ar:passage", "type", "purpose"})
_QUOTE = frozenset({"type", "exact", "prefix", "suffix"})
_POSITION = frozenset({"type", "start", "end"})


def encode_target(target: Target, more: Mapping[str, object] | None = None) -> object:
    """Write a target; ``more`` holds fields of others that ``decode_target`` set aside."""
    if isinstance(target, NoteTarget):
        return target.annotation
    if isinstance(target, WorkTarget):
        return WORK_IRI + target.work
    known: dict[str, object] = {
        "source": as_iri(target.source),
        "selector": _selectors(target.selectors),
        "ar:work": target.work,
    }
    if target.selectors.passage:
        known["ar:passage"] = target.selectors.passage
    if more:
        extra = dict(more)
        known["selector"] = [*_selectors(target.selectors), *_list(extra.pop("selector", ()))]
        known = {**extra, **known}
    return known


def _selectors(selectors: Selectors) -> list[object]:
    quote: dict[str, object] = {"type": "TextQuoteSelector", "exact": selectors.exact}
    if selectors.prefix:
        quote["prefix"] = selectors.prefix
    if selectors.suffix:
        quote["suffix"] = selectors.suffix
    if selectors.start < 0:
        return [quote]
    place = {"type": "TextPositionSelector", "start": selectors.start, "end": selectors.end}
    return [quote, place]


def decode_target(found: object) -> tuple[Target, dict[str, object]]:
    """Read a target and what of it is not known here.

    Raises:
        BadInput: it is none; a sentence on what is wrong with it.
    """
    if isinstance(found, str):
        return _named(found), {}
    if not isinstance(found, dict):
        raise BadInput("Its target is neither a name nor an object.")
    source = found.get("source")
    if "selector" not in found:
        return _named(found.get("id") if source is None else source), {}
    if not isinstance(source, str) or not source or len(source) > 4 * MAX_NAME:
        raise BadInput("Its target does not name the text it stands in.")
    selectors, strange = _read_selectors(found)
    work = found.get("ar:work", "")
    if work and not (isinstance(work, str) and is_work(work)):
        raise BadInput("The name of its work is not one (a–z, 0–9 and hyphens).")
    more = {} if found.keys() <= _KNOWN else {k: v for k, v in found.items() if k not in _KNOWN}
    if strange:
        more["selector"] = strange
    return TextTarget(str(work), source, selectors), more


def _named(name: object) -> Target:
    if isinstance(name, str):
        if is_urn(name):
            return NoteTarget(name)
        work = name.removeprefix(WORK_IRI)
        if work != name and is_work(work):
            return WorkTarget(work)
    raise BadInput("Its target is neither words of a text, nor a work, nor another note.")


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _read_selectors(target: Mapping[str, object]) -> tuple[Selectors, list[object]]:
    """Return quote and position as one value, and the selectors not known here."""
    quote: Mapping[str, object] | None = None
    start = end = -1
    strange: list[object] = []
    for one in _list(target["selector"]):
        if not isinstance(one, dict):
            raise BadInput("One of its selectors is not an object.")
        kind = one.get("type")
        if kind == "TextQuoteSelector" and quote is None and one.keys() <= _QUOTE:
            quote = one
        elif kind == "TextPositionSelector" and start < 0 and one.keys() <= _POSITION:
            start, end = _position(one)
        else:
            strange.append(one)
    if quote is None:
        raise BadInput("It quotes no words, so its place cannot be found again.")
    selectors = Selectors(
        words(quote.get("exact"), "quotation", MAX_STRING),
        words(quote.get("prefix", ""), "context", MAX_CONTEXT),
        words(quote.get("suffix", ""), "context", MAX_CONTEXT),
        start,
        end,
        words(target.get("ar:passage", ""), "passage", MAX_NAME),
    )
    return selectors, strange


def _position(selector: Mapping[str, object]) -> tuple[int, int]:
    start, end = selector.get("start"), selector.get("end")
    if type(start) is int and type(end) is int and 0 <= start <= end <= MAX_OFFSET:
        return start, end
    raise BadInput("Its position is not a start and an end within a text.")
