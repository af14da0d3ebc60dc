"""What is translated: which pages a set promises, and which values of the data are texts. Declarations only."""

from sitekit.models.page import Page
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND

# What a frightened reader needs first, in the order in which to translate it.
CORE = (
    "index.md",
    "first-session/index.md",
    "easy-read/index.md",
    "easy-read/what-you-can-say.md",
    "first-session/privacy.md",
    "first-session/note.md",
    "words/index.md",
    "help-now.md",
)
# The keys whose values are texts, by the data file. Whatever else a file holds is the same in every language.
TEXTS: dict[str, frozenset[str]] = {
    "data/doors.yml": frozenset({"label", "promise"}),
    "data/emails.yml": frozenset({"subject", "text", "short", "full"}),
    "data/evidence.yml": frozenset({"topic", "plain", "does_not_show"}),
    "data/glossary.yml": frozenset({"term", "also", "group", "meaning"}),
    "data/helplines.yml": frozenset({"name", "region", "hours", "note"}),
    "data/interface.yml": frozenset(),
    "data/note.yml": frozenset({"title", "ask", "say"}),
    "data/phrases.yml": frozenset({"when", "say"}),
    "data/pictures.yml": frozenset({"alt", "caption"}),
}
PICTURES = "docs/assets/pictures"
CHECKLIST_TEXTS = frozenset({"title", "client_legend", "client", "therapist"})
# What identifies an entry of a list, whichever it has.
NAMES = ("id", "key", "term", "page")


def is_in_set(page: Page, promised: str) -> bool:
    """Return whether a set of pages, "core" or "full", holds a page: full is every page for clients but those about the site."""
    if promised == "core":
        return page.path in CORE
    return PAGE_TYPES_BY_KIND[page.meta.kind].client and page.meta.kind != "about"
