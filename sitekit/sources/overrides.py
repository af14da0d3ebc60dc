"""Read overrides/: templates, and the styles and scripts of components. Any other file there would be published as it is."""

import re
from collections.abc import Iterable, Mapping

from sitekit.errors import excerpt, nearest, suggest
from sitekit.models.site import Reference
from sitekit.sources.reader import Reader, printable
from sitekit.sources.stylesheets import HINT, fetched_by, slips_in
from sitekit.sources.templates import read_script, read_template

# The files that belong there. vendor/ is filled at set-up; what is hidden is left out by MkDocs.
_KNOWN = re.compile(r".+\.html|sitemap\.xml|.+\.css|components/.+/[\w-]+\.js|vendor/.+|(?:.+/)?\..+")


def read_templates(reader: Reader) -> dict[str, str]:
    """Return all templates by their paths, and report files that are not part of the site's templates and components."""
    paths = reader.below("overrides")
    for path in paths:
        if not _KNOWN.fullmatch(path.removeprefix("overrides/")):
            hint = "Remove it. Here stand templates (.html), and styles and scripts of components (components/name/name.css, name.js)."
            reader.report(printable(path), 1, "This file would be published as it is", hint)
    read = {path: reader.text(path) for path in paths if path.endswith((".html", ".xml"))}
    if None in read.values():
        reader.unreadable.add(("template", "*"))
    # One that could not be read is reported, and not as an empty one.
    return {path: "…" if text is None else text for path, text in read.items()}


def read_references(reader: Reader, templates: Mapping[str, str], settings: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return what the templates, given by their paths, and the scripts of components refer to, after what the settings refer to.

    Reports what is broken in templates and sheets.
    """
    found = [*settings]
    _check_sheets(reader, found)
    for path, text in templates.items():
        references, problems = read_template(text, path, templates)
        if problems:
            reader.unreadable.add(("template", path))
        found += references
        reader.problems += problems
    for path in reader.below("overrides/components", "*.js"):
        found += read_script(reader.text(path) or "", path)
    return tuple(found)


def _check_sheets(reader: Reader, references: list[Reference]) -> None:
    """Report sheets of components that may fetch a file, and where mkdocs.yml and the folder do not name the same sheets."""
    sheets = {path: reader.text(path) or "" for path in reader.below("overrides", "*.css")}
    listed = {f"overrides/{ref.text}": ref for ref in references if ref.text.startswith("components/")}
    # One that is listed by another name is reported there.
    meant = [nearest(path, sheets) for path in listed.keys() - sheets.keys()]
    for slip in slips_in(sheets):
        reader.report(*slip)
    for path, css in sheets.items():
        for line, part in fetched_by(css):
            reader.report(path, line, f"'{excerpt(part)}' may fetch a file", HINT)
        # Frames have a sheet of their own.
        if listed and path not in {*listed, *meant} and "/embed/" not in path:
            hint = f"Add '- {path.removeprefix('overrides/')}' to extra_css: in mkdocs.yml, or remove it."
            reader.report(printable(path), 1, "No page has this stylesheet", hint)
    for path in sorted(listed.keys() - sheets.keys()) if sheets else ():
        hint = suggest(path, sheets, "stylesheet")
        reader.report(listed[path].path, listed[path].line, f"There is no stylesheet '{path}'", hint)
