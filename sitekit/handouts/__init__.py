"""What stands on each handout, from the same pages and data as the site. Pure: nothing is read, set or written here."""

from sitekit.handouts.choice import ARCHIVE, KINDS, PAPERS, Handout, file_of, handout_of, handouts
from sitekit.handouts.sheet import drafts

__all__ = ["ARCHIVE", "Handout", "KINDS", "PAPERS", "drafts", "file_of", "handout_of", "handouts"]
