"""Write and update the catalogues of a language, for translators to fill in."""

from collections.abc import Callable
from pathlib import Path

from babel import Locale

from sitekit.errors import Problem
from sitekit.files import write_text
from sitekit.models.site import Site
from sitekit.schema.page_types import TO_DO
from sitekit.translations.catalog import updated
from sitekit.translations.languages import FOLDER, catalog_path, read_translations, tag_problem
from sitekit.translations.messages import write_yaml
from sitekit.translations.sources import messages_of, pages_to_translate

_TO_FILL = f"{TO_DO} write this in your language."


def translate(root: Path, site: Site, tag: str, promised: str, log: Callable[[str], None]) -> list[Problem]:
    """Write the catalogues of a language, a BCP 47 tag, and its record where there is none; and log each that is written.

    A new language promises a set of pages, "core" or "full". Returns problems, with nothing written; or none.
    """
    record = root / FOLDER / tag / "language.yml"
    if problem := tag_problem("make translate", tag, site):
        return [problem]
    locale = Locale.parse(tag, sep="-")
    if not record.exists():
        fields = {"name": locale.get_display_name(), "english": locale.english_name, "locale": tag, "direction": locale.text_direction}
        texts = dict.fromkeys(("honesty", "stale"), _TO_FILL) | {"in_english": f"({_TO_FILL})"}
        write_text(record, write_yaml(fields | {"set": promised} | texts))
        log(f"{FOLDER}/{tag}/language.yml")
    translations, problems = read_translations(root, site)
    translation = next((found for found in translations if found.tag == tag), None)
    if problems or translation is None:
        return problems
    for source, messages in messages_of(root, site, pages_to_translate(site, translation), translation.language.locale).items():
        file = root / catalog_path(tag, source)
        former = file.read_text(encoding="utf-8") if file.exists() else None
        written = updated(former, messages, tag)
        if written != former:
            write_text(file, written)
            log(catalog_path(tag, source))
    return []
