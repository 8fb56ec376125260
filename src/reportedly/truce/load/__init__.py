"""Reading agreements from YAML: strictly, whole or not at all, every mistake by file and line."""

from reportedly.truce.load.files import agreements_of, load_agreements, parse_agreements

__all__ = ["agreements_of", "load_agreements", "parse_agreements"]
