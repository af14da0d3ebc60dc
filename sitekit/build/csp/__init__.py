"""Apply a content security policy and a referrer policy to every built page; report what neither would allow.

Runs on built HTML, after every step that writes pages. A script is never allowed because a page holds it: inline scripts
must be listed in known_scripts.py, and whatever else acts or fetches stops the publish.
"""

from html import escape
from pathlib import Path

from lxml import html

from sitekit.build.csp.known_scripts import KNOWN
from sitekit.build.csp.policy import policy_of, write_headers
from sitekit.build.csp.violations import Violation, violations
from sitekit.errors import Problem, excerpt
from sitekit.files import files_below, write_files
from sitekit.sources.stylesheets import HINT, fetched_by


def apply_csp(folder: Path, templates: Path, site_url: str) -> list[Problem]:
    """Write the policies into each page of a built site, and into the files that make hosts send them as headers.

    Returns the violations in pages and stylesheets, each once, at its line in `templates` where that is found. With any, no page is
    changed.
    """
    known = tuple(KNOWN.values())
    # As text: line ends become those that browsers count in hashes, whatever the system wrote.
    texts = {path: file.read_text(encoding="utf-8") for path, file in files_below(folder, "*.html").items()}
    found: dict[tuple[str, str], list[tuple[str, Violation]]] = {}
    problems: list[Problem] = []
    for path, text in texts.items():
        page = html.document_fromstring(text)
        for violation in violations(page, frozenset(known)):
            found.setdefault((violation.source, violation.message), []).append((path, violation))
        # First in the head, as a policy holds only for what comes after it. Unquoted where HTML allows it: the charset must stay within
        # the first 1024 bytes, where browsers look for it.
        policy = f'http-equiv=Content-Security-Policy content="{escape(policy_of(page, known), quote=False)}"'
        texts[path] = text.replace("<head>", f"<head><meta {policy}><meta name=referrer content=no-referrer>", 1)
        # A parser must find both policies where they were written: first in the head.
        head = next(html.document_fromstring(texts[path]).iter("head"), ())
        if [meta.get("http-equiv") or meta.get("name") for meta in head[:2]] != ["Content-Security-Policy", "referrer"]:
            problems.append(Problem(f"site/{path}", 1, "The page does not begin with a plain <head>", "Write <head> in its template."))
        # The parser leaves out what comes behind its end; a browser does not.
        if behind := text.lower().partition("</html>")[2].strip():
            hint = "Put it before </body> in its template."
            problems.append(Problem(f"site/{path}", 1, f"The page goes on after </html>: '{excerpt(behind)}'", hint))
    sheets = [
        Problem(f"site/{path}", line, f"'{part}' may fetch a file", HINT)
        for path, file in files_below(folder, "*.css").items()
        for line, part in fetched_by(file.read_text(encoding="utf-8"))
    ]
    problems = [*(_problem(cases, templates) for cases in found.values()), *sheets, *problems]
    if not problems:
        write_files(folder, {path: text.encode() for path, text in texts.items()})
        write_headers(folder, site_url, known)
    return problems


def _problem(cases: list[tuple[str, Violation]], templates: Path) -> Problem:
    """Report a violation at its line in a template, or else in the first page that has it, with the number of other pages."""
    path, violation = cases[0]
    others = len({page for page, _ in cases}) - 1
    message = violation.message + (f" (and on {others} more page{'s' * (others > 1)})" if others else "")
    for name, file in files_below(templates, "*.html").items():
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if violation.source and violation.source in line:
                return Problem(f"{templates.name}/{name}", number, message, violation.hint)
    return Problem(f"site/{path}", violation.line, message, violation.hint)
