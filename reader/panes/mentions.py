"""Mentions of passages in notes, shown as links that lead there; for showing only, never stored."""

from reader.model import Span


def linked(markdown: str) -> str:
    """Return a note with the passages it mentions as links.

    What stands in a link, an address or between backquotes already is left alone.

    >>> linked("see sea-letters@12, not `a@12`")
    'see [sea-letters@12](counterpoint://open/sea-letters@%C2%B612), not `a@12`'
    """
    if "@" not in markdown:
        return markdown
    from reader.library import Address, mentions, to_url

    parts, at = [], 0
    for one in mentions(markdown):
        if _stands_free(markdown, one.span):
            url = to_url(Address(one.work, one.locus))
            parts += [markdown[at : one.span.start], f"[{one.span.of(markdown)}]({url})"]
            at = one.span.end
    return "".join([*parts, markdown[at:]])


def _stands_free(markdown: str, span: Span) -> bool:
    """Whether nothing around a mention gives it another meaning."""
    before = markdown[markdown.rfind("\n", 0, span.start) + 1 : span.start]
    after = markdown[span.end : span.end + 1]
    return (
        before.count("`") % 2 == 0
        and not before.startswith(("    ", "\t"))
        and before[-1:] not in {"[", "("}
        and after not in {"]", "`"}
    )
