"""The codebook: claim types and frames as data. Adding a frame is adding lines and an example to a file in ``types/``."""

from reportedly.codebook.extend import codebook_of
from reportedly.codebook.load import CODEBOOK, load_codebook

__all__ = ["CODEBOOK", "codebook_of", "load_codebook"]
