"""The project's commands: python -m sitekit check | site | serve | new | due | practice | schema | published."""

import argparse
import datetime
import json
import os
import sys
from pathlib import Path

from sitekit.build.pipeline import publish
from sitekit.checks import check, latest_day
from sitekit.checks.readability import advice
from sitekit.commands.due import due, table
from sitekit.commands.published_urls import add, removed_since
from sitekit.commands.scaffold import scaffold
from sitekit.commands.serve import serve
from sitekit.commands.translate import translate
from sitekit.commands.wizard import ask
from sitekit.errors import Problem
from sitekit.files import write_text
from sitekit.models.practice import Practice
from sitekit.models.site import Site
from sitekit.schema.page_types import KINDS
from sitekit.sources.loader import load
from sitekit.sources.reader import printable
from sitekit.translations.languages import read_translations
from sitekit.translations.parity import check_all, stale, unused

# Exit codes: 0 success, 1 something is due, 2 problems in the sources or the command, 130 stopped by Ctrl+C.
PROBLEMS = 2
STOPPED = 130
SCHEMA = "sitekit/schema/practice.schema.json"


def main(argv: list[str] | None = None) -> int:
    """Run one command, with the process's arguments where none are given, and return its exit code."""
    try:
        here = Path.cwd()
    except FileNotFoundError:
        return _report([Problem(".", 1, "This folder was removed", "Go to the project's folder, and try again.")])
    parser = argparse.ArgumentParser(prog="python -m sitekit", description=__doc__)
    parser.add_argument("--root", type=Path, default=here, help="the project's folder")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check the sources")
    site = commands.add_parser("site", help="check, build, verify and deploy the site")
    site.add_argument("--to", type=Path, default=None, help="the folder to deploy to (site/)")
    preview = commands.add_parser("serve", help="show the site, and what is wrong with its sources, while they are written")
    preview.add_argument("host")
    preview.add_argument("port")
    new = commands.add_parser("new", help="write a new page to fill in")
    new.add_argument("kind", choices=[kind for kind in KINDS if kind != "home"])
    new.add_argument("slug")
    late = commands.add_parser("due", help="list reviews and help lines that are due")
    late.add_argument("--only", choices=["help-lines"], help="leave out the reviews")
    late.add_argument("--table", action="store_true", help="print every help line, and where its number was seen")
    commands.add_parser("practice", help="ask for the values of practice.yml, and write it")
    commands.add_parser("schema", help=f"write {SCHEMA}, with which editors complete the keys of practice.yml")
    language = commands.add_parser("translate", help="write and update the catalogues of a language")
    language.add_argument("tag")
    language.add_argument("--set", dest="promised", choices=("core", "full"), default="core", help="the pages that a new language promises")
    published = commands.add_parser("published", help="add new URLs to data/published-urls.txt")
    published.add_argument("--since", metavar="REVISION", help="add nothing; report the URLs that the list lost since a git revision")
    args = parser.parse_args(argv)
    if not any((args.root / name).exists() for name in ("mkdocs.yml", "docs", "data")):
        hint = "Run this in the folder that holds mkdocs.yml, or name it with --root."
        return _report([Problem(printable(args.root.as_posix()), 1, "This is not the project's folder", hint)])
    try:
        return _run(args)
    except KeyboardInterrupt:
        return 0 if args.command == "serve" else STOPPED
    except OSError as error:
        # An OSError without a number or a file was not raised by the operating system; it is a bug of ours.
        if error.errno is None or error.filename is None:
            raise
        file = Path(os.fsdecode(error.filename))
        shown = file.relative_to(args.root) if file.is_relative_to(args.root) else file
        message = f"This file cannot be read or written: {error.strerror}"
        return _report([Problem(printable(shown.as_posix()), 1, message, "Allow it, or make room on the disk.")])


def _run(args: argparse.Namespace) -> int:
    """Run the command that the arguments name, and return its exit code."""
    root: Path = args.root
    match args.command:
        case "site":
            today = latest_day(datetime.datetime.now(datetime.UTC))
            return _report(publish(root, args.to or root / "site", log=print, environment=os.environ, today=today))
        case "serve":
            return serve(root, args.host, args.port, log=lambda line: print(line, file=sys.stderr, flush=True))
        case "new":
            return _report(scaffold(root, args.kind, args.slug, datetime.date.today(), log=print))
        case "practice":
            return _report(ask(root, read=input, log=print))
        case "schema":
            write_text(root / SCHEMA, schema())
            print(f"Written: {SCHEMA}")
            return 0
    site, problems = load(root)
    match args.command:
        case "check":
            return _check(root, site, problems)
        case "due":
            # What could not be read may be due.
            return _report(problems) or _due(args, site)
        case "translate":
            return _report(problems or translate(root, site, args.tag, args.promised, log=print))
    if args.since is not None:
        return _report(removed_since(root, site, args.since))
    # A page with problems could leave out URLs, or add wrong ones.
    status = _report(check(site, problems))
    if status == 0:
        print("\n".join(add(root, site)) or "Every URL is registered.")
    return status


def _report(problems: list[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return PROBLEMS if problems else 0


def _check(root: Path, site: Site, problems: list[Problem]) -> int:
    translations, found = check_all(root, site, problems, latest_day(datetime.datetime.now(datetime.UTC)))
    status = _report(found)
    if status == 0:
        for problem in (*advice(site), *unused(root, site, translations)):
            print(f"Advice: {problem}")
        print("The sources are in order.")
    return status


def _due(args: argparse.Namespace, site: Site) -> int:
    if args.table:
        print("\n".join(table(site)))
        return 0
    late = due(site, datetime.date.today(), only_helplines=bool(args.only))
    if not args.only:
        late += stale(args.root, site, read_translations(args.root, site)[0])
    print("\n".join(late) or "Nothing is due.")
    return 1 if late else 0


def schema() -> str:
    """Return the JSON Schema of practice.yml, from its model."""
    written = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Practice.model_json_schema()}
    return json.dumps(written, indent=2, ensure_ascii=False) + "\n"
