"""Annotations taken away: Markdown, a vault, HTML, and a quotation for the clipboard.

Placed annotations with their editions come in, text goes out; nothing is written or asked.
Imports ``model``, the shipped files, and late the Markdown package.
"""

from reader.annotations.export.files import file_name
from reader.annotations.export.markdown import (
    TEMPLATES,
    reference,
    shipped_template,
    to_markdown,
    to_vault,
)
from reader.annotations.export.material import Grouping, Material
from reader.annotations.export.template import check as check_template
from reader.annotations.export.urls import Address, from_url, to_url

__all__ = [
    "TEMPLATES",
    "Address",
    "Grouping",
    "Material",
    "check_template",
    "file_name",
    "from_url",
    "reference",
    "shipped_template",
    "to_markdown",
    "to_url",
    "to_vault",
]
