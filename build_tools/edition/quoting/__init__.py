"""The check of a quotation: whether the texts have its words exactly, altered, or not at all, and where."""

from build_tools.edition.quoting.quotation_answers import Answer, QuotedPassage, QuotedText, check_quotation
from build_tools.edition.quoting.quotation_tokens import ReadText

__all__ = ["Answer", "QuotedPassage", "QuotedText", "ReadText", "check_quotation"]
