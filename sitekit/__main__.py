"""The project's commands: python -m sitekit check | site | new | due | practice | schema | published.

Each imports what it needs when it runs: reading all of our modules takes longer than some commands do.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import json
import os
import sys
from pathlib import Path

from sitekit.problems import Problem
from sitekit.scaffold import KINDS, scaffold

# Exit statuses: 0 well, 1 something is due, 2 the sources or the command need mending, 130 stopped by Ctrl+C.
FAULTY = 2
STOPPED = 130


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m sitekit", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="check the sources")
    site = commands.add_parser("site", help="check, build, verify and put the site in place")
    site.add_argument("--to", type=Path, default=None, help="where the site goes (site/)")
    site.add_argument("--plain", action="store_true", help="leave the site as the generator makes it, to compare")
    site.add_argument("--without", default="", metavar="PARTS", help="parts of the lightening to leave out, as in: search,markup")
    new = commands.add_parser("new", help="write a new page to fill in")
    new.add_argument("kind", choices=KINDS)
    new.add_argument("slug")
    commands.add_parser("due", help="list reviews and help lines that are due")
    commands.add_parser("practice", help="ask for what practice.yml holds, and write it")
    commands.add_parser("schema", help="write practice.schema.json, for editors that complete keys")
    published = commands.add_parser("published", help="add new addresses to the list of published ones")
    published.add_argument("--since", metavar="REVISION", help="add nothing; tell which addresses the list lost since a git revision")
    args = parser.parse_args(argv)
    run = {"check": _check, "site": _site, "new": _new, "due": _due, "practice": _practice, "schema": _schema, "published": _published}
    try:
        return run[args.command](args)
    except KeyboardInterrupt:
        return STOPPED


def problems_of(root: Path, today: datetime.date | None = None) -> list[Problem]:
    """Return every problem of the sources below `root`, in file order; dates after `today` are problems where it is given."""
    from sitekit.checks import check
    from sitekit.load import MEMORY, load

    return check(*load(root, root / MEMORY), today)


def latest_day(now: datetime.datetime) -> datetime.date:
    """Return the date where it is latest on Earth (UTC+14), so that nobody's today is taken for the future."""
    return now.astimezone(datetime.timezone(datetime.timedelta(hours=14))).date()


def _latest_day() -> datetime.date:
    return latest_day(datetime.datetime.now(datetime.timezone.utc))


def _told(problems: list[Problem]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return FAULTY if problems else 0


def _check(args: argparse.Namespace) -> int:
    status = _told(problems_of(args.root, _latest_day()))
    if status == 0:
        print("The sources are in order.")
    return status


def _site(args: argparse.Namespace) -> int:
    from sitekit.publish.parts import Part
    from sitekit.publish.pipeline import publish

    words = list(Part) if args.plain else [word for word in args.without.split(",") if word]
    unknown = [Problem("--without", 1, f"There is no part '{word}'", f"Choose from {', '.join(Part)}.") for word in words if word not in list(Part)]
    if unknown:
        return _told(unknown)
    return _told(publish(
        args.root, args.to or args.root / "site", say=print, environment=os.environ, today=_latest_day(), without=[Part(word) for word in words]
    ))


def _new(args: argparse.Namespace) -> int:
    return _told(scaffold(args.root, args.kind, args.slug, datetime.date.today(), say=print))


def _due(args: argparse.Namespace) -> int:
    from sitekit.due import due
    from sitekit.load import load

    site, _ = load(args.root)
    late = due(site, datetime.date.today())
    print("\n".join(late) or "Nothing is due.")
    return 1 if late else 0


def _practice(args: argparse.Namespace) -> int:
    from sitekit.wizard import ask

    return _told(ask(args.root, read=input, say=print))


def _schema(args: argparse.Namespace) -> int:
    (args.root / "practice.schema.json").write_text(schema(), encoding="utf-8")
    print("Written: practice.schema.json")
    return 0


def schema() -> str:
    """Return the JSON Schema of practice.yml, from the records it is read into."""
    from sitekit.practice import Practice

    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Practice.model_json_schema()}
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def _published(args: argparse.Namespace) -> int:
    from sitekit.checks import check
    from sitekit.load import load
    from sitekit.published import add, taken_away

    site, problems = load(args.root)
    if args.since:
        return _told(taken_away(args.root, site, args.since))
    # What a fault hides would be missing from the list, and what it brings would stay in it.
    status = _told(check(site, problems))
    if status == 0:
        print("\n".join(add(args.root, site)) or "Every address is listed.")
    return status


if __name__ == "__main__":
    # A command reads, and keeps what it read to its end. Looking through that for what may go, again and again and once
    # more at the end, would take a tenth of a publish.
    gc.set_threshold(50_000)
    status = main()
    gc.freeze()
    sys.exit(status)
