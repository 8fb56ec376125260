"""Reading agreements from YAML: strictly, whole or not at all, every mistake by file and line."""

from reportedly.truce.load.files import load_agreements, parse_agreements

__all__ = ["load_agreements", "parse_agreements"]
