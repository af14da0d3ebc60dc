"""Find pages and help lines whose review is due, and list every line. Today's date is an argument."""

import datetime

from sitekit.models.site import Site
from sitekit.render.plain_text import ways
from sitekit.render.words import Words

# Pages are reviewed every year; help lines change sooner, so every half year.
PAGE = datetime.timedelta(days=365)
HELPLINE = datetime.timedelta(days=183)


def due(site: Site, today: datetime.date, only_helplines: bool = False) -> list[str]:
    """Return a message for each page and help line that was last checked too long ago, or in the future."""
    pages = () if only_helplines else site.pages.values()
    rows = [(page.file, page.meta.line("reviewed"), page.meta.reviewed, PAGE, "the page") for page in pages]
    if site.helplines:
        lines = [line for country in site.helplines.countries.values() for line in country.lines]
        rows += [(line.path, line.line("checked"), line.checked, HELPLINE, f"'{line.id}'") for line in lines]
        directory = site.helplines.elsewhere
        rows.append((directory.path, directory.line("checked"), directory.checked, HELPLINE, f"'{directory.name}'"))
    messages = []
    for path, line, checked, interval, what in rows:
        if checked > today:
            messages.append(f"{path}:{line}: {checked} lies in the future. Write the day {what} was really checked.")
        elif today - checked > interval:
            messages.append(f"{path}:{line}: {what} was due on {checked + interval}. Check it and write the new date.")
    return messages


def table(site: Site) -> list[str]:
    """Return a Markdown table of every emergency number and help line: need, number, where it was seen, and if that is its own page."""
    words = Words(site.interface)
    rows = ["| Country | Need | Line | Number | Where it was seen | Day | On its own page |", "|---|---|---|---|---|---|---|"]
    for country in site.countries.values():
        rows.append(f"| {country.name} | danger | Emergency number | {', '.join(country.emergency)} | | | |")
        for line in country.lines:
            seen = f"{line.source} | {line.checked} | {'yes' if line.verified else 'no'}"
            rows.append(f"| {country.name} | {line.need} | {line.name} | {ways(line, words)} | {seen} |")
    return rows
