"""Relations, signals and what verdicts changed, in words for people, translated."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.model import Relation

if TYPE_CHECKING:
    from reader.library import Learned

#: A weight changed by less is not told.
_TELLING = 0.005


def relations() -> dict[Relation, str]:
    """Return the relations in words for people, translated."""
    return {
        Relation.SAME_CLAIM: QCoreApplication.translate("RelatedPanel", "Makes the same claim"),
        Relation.DEVELOPS: QCoreApplication.translate("RelatedPanel", "Develops it"),
        Relation.APPLIES: QCoreApplication.translate("RelatedPanel", "Applies it"),
        Relation.SOURCE: QCoreApplication.translate("RelatedPanel", "Is its source"),
        Relation.CONTRASTS: QCoreApplication.translate("RelatedPanel", "Stands in contrast"),
        Relation.CONTRADICTS: QCoreApplication.translate("RelatedPanel", "Contradicts it"),
        Relation.SAME_EXAMPLE: QCoreApplication.translate("RelatedPanel", "Has the same example"),
    }


def signals() -> dict[str, str]:
    """Return the signals of the engine in words for people, translated."""
    return {
        "words": QCoreApplication.translate("RelatedPanel", "word in both"),
        "pairs": QCoreApplication.translate("RelatedPanel", "phrase in both"),
        "phrases": QCoreApplication.translate("RelatedPanel", "phrase in both"),
        "concepts": QCoreApplication.translate("RelatedPanel", "concept in both"),
        "arguments": QCoreApplication.translate("RelatedPanel", "argument in both"),
        "latent": QCoreApplication.translate("RelatedPanel", "words that keep company"),
        "sentences": QCoreApplication.translate("RelatedPanel", "near sentences"),
        "kin": QCoreApplication.translate("RelatedPanel", "related elsewhere in both texts"),
        "neighbours": QCoreApplication.translate("RelatedPanel", "near passages before and after"),
        "names": QCoreApplication.translate("RelatedPanel", "name in both"),
        "curated": QCoreApplication.translate("RelatedPanel", "an editor's link"),
        "made": QCoreApplication.translate("RelatedPanel", "a reader's link"),
        "semantic": QCoreApplication.translate("RelatedPanel", "meaning, by the language model"),
    }


def learned_words(learned: "Learned") -> str:
    """Return in one line how verdicts re-weigh the signals; empty when there are none."""
    if not learned.accepted + learned.rejected:
        return ""
    told = QCoreApplication.translate(
        "RelatedPanel", "Learned from {0} accepted and {1} rejected:"
    ).format(learned.accepted, learned.rejected)
    parts = [
        f"{signals().get(signal, signal)} {factor - 1:+.0%}".replace("-", "−")
        for signal, factor in learned.changes.items()
        if abs(factor - 1) >= _TELLING
    ]
    if abs(learned.stricter) >= _TELLING:
        parts.append(
            QCoreApplication.translate("RelatedPanel", "all scores a little lower")
            if learned.stricter > 0
            else QCoreApplication.translate("RelatedPanel", "all scores a little higher")
        )
    nothing = QCoreApplication.translate("RelatedPanel", "no weight has changed yet")
    return f"{told} {'; '.join(parts) or nothing}"
