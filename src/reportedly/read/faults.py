"""What foreign parsers of pages have been seen to raise on broken ones; a page is then read by its structure alone."""

from __future__ import annotations

from lxml import etree

FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, etree.Error)
