"""What is due, given today's date. Dates are data; nothing here looks at a clock."""

from __future__ import annotations

import datetime

from sitekit.models.site import Site

# Pages are read again every year; help lines change sooner, so every half year.
PAGE = datetime.timedelta(days=365)
HELPLINE = datetime.timedelta(days=183)


def due(site: Site, today: datetime.date) -> list[str]:
    """Return a line for each page and help line whose last check is too long ago, or lies in the future."""
    rows = [(page.file, page.meta.line("reviewed"), page.meta.reviewed, PAGE, "the page") for page in site.pages.values()]
    if site.helplines:
        lines = [line for country in site.helplines.countries.values() for line in country.lines]
        rows += [(line.path, line.line("checked"), line.checked, HELPLINE, f"'{line.id}'") for line in lines]
        other = site.helplines.elsewhere
        rows.append((other.path, other.line("checked"), other.checked, HELPLINE, f"'{other.name}'"))
    late = []
    for path, line, day, span, what in rows:
        if day > today:
            late.append(f"{path}:{line}: {day} lies in the future. Write the day {what} was really checked.")
        elif today - day > span:
            late.append(f"{path}:{line}: {what} was due on {day + span}. Check it and write the new date.")
    return late
