"""Small texts of our own and the documents made of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.index import NOTES, Document, SearchIndex
from reader.index.generation import fresh, switch
from reader.index.writing import write_all
from reader.model import HitKind, Locus

GARDEN = (
    "The keepers of the garden",
    (
        "Nobody had asked the keepers whether they liked the garden. They refused to dig, and "
        "their refusal grew like a hedge."
    ),
    (
        "A self-made path led to the well; the well-keeper’s daughter walked it. Her labour was "
        "never counted as labour."
    ),
    "In the café they organised a naïve strike, and the oﬃce closed.",
)
HARBOUR = (
    "Ships and wages",
    "The harbor counted wages, not hours. Selfmade sailors organized a strike against the clock.",
    "“We are not tools,” said the sailors. They struggled; the struggle of the harbor fed them.",
    "A path to the sea. Wells run dry, gardens do not refuse rain.",
)
LOTTE = (
    "Le lotte nel porto",
    "La lotta degli operai cominciò nell’officina. L’operaio rifiuta il lavoro.",
)


def passages(
    work: str, texts: Sequence[str], author: str = "", language: str = "en", title: str = ""
) -> list[Document]:
    """Return one document for each text; the first is a heading."""
    made, start = [], 0
    for row, text in enumerate(texts):
        heading = row == 0
        made.append(
            Document(
                key=f"{work}/{row}",
                kind=HitKind.HEADING if heading else HitKind.BODY,
                work=work,
                author=author,
                section=texts[0],
                passage=f"{work}-{row}",
                locus=Locus("§", 1) if heading else Locus("¶", row),
                text=text,
                start=start,
                language=language,
                title=title,
            )
        )
        start += len(text) + 2
    return made


def note(key: str, text: str, work: str = "garden", **more: object) -> Document:
    """Return a note."""
    fields = {"by": "Ada", "author": "Ada", "colour": "green", "start": 40} | more
    return Document(
        key=key,
        kind=HitKind.NOTE,
        work=work,
        section="",
        passage=f"{work}-1",
        locus=Locus("¶", 1),
        text=text,
        annotation=key,
        **fields,  # type: ignore[arg-type]
    )


def library() -> list[tuple[str, str, list[Document]]]:
    """Return three works and two notes."""
    return [
        ("garden", "1", passages("garden", GARDEN, "Ida Rossi", title="Against Hedges")),
        ("harbour", "1", passages("harbour", HARBOUR, "Tom Wells", title="Wages")),
        ("lotte", "1", passages("lotte", LOTTE, "Ida Rossi", "it", title="Lotte")),
        (
            NOTES,
            "1",
            [
                note("n1", "Compare the strike with the refusal.", tags=("class struggle",)),
                note("n2", "Hours or wages?", work="harbour", by="Bo", author="Bo", colour="blue"),
            ],
        ),
    ]


def everything() -> Iterable[Document]:
    """Return the documents of the library."""
    return [document for _work, _stamp, documents in library() for document in documents]


def on_disk(folder: Path, texts: Sequence[tuple[str, str, list[Document]]] | None = None) -> None:
    """Write an index without starting another process."""
    made = fresh(folder)
    write_all(made, library() if texts is None else texts)
    switch(folder, made)


def index(folder: Path) -> SearchIndex:
    """Return the search over the library, on disk."""
    on_disk(folder)
    return SearchIndex.open(folder)
