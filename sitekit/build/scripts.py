"""Bundle, minify and name the modules of a published site.

While pages are written, the loader of a page imports plain modules, one by one. Published, they are one file for all pages that
need the same ones, with a hash of its content in its name.
"""

import re
import shutil
from pathlib import Path

from sitekit.build.esbuild import EsbuildError, bundle
from sitekit.files import change_pages, remove_empty, write_text

FOLDER = "assets/scripts"
"""Where bundles are published; as deep below the site's root as the modules of a component."""
_SOURCES = "components/"
_VENDOR = "vendor"
# What the templates write: the loader's list of modules, and single modules that must not wait.
_LIST = re.compile(r'data-modules="(?P<urls>[^"]*)"')
_SINGLE = re.compile(r'(?P<before><script\b[^>]*?\bsrc="?)(?P<urls>[^"\s>]*components/[^"\s>]+\.js)')


def publish_scripts(folder: Path) -> None:
    """Replace the modules below `folder`, components/<name>/<name>.js, by bundles, and name those in every page.

    Raises EsbuildError where a page names a module that is not there, or one cannot be bundled.
    """
    groups = {
        group
        for page in folder.rglob("*.html")
        for pattern in (_LIST, _SINGLE)
        for found in pattern.finditer(page.read_text(encoding="utf-8"))
        if (group := _modules(found["urls"]))
    }
    bundles = _bundle(folder, groups)

    def renamed(found: re.Match[str]) -> str:
        """Name the bundle by a URL that is relative as those of its modules are; a page may need none."""
        urls = found["urls"]
        return found[0].replace(urls, urls.split()[0].rpartition(_SOURCES)[0] + bundles[_modules(urls)] if urls.split() else "")

    change_pages(folder, lambda text: _SINGLE.sub(renamed, _LIST.sub(renamed, text)))
    for module in (folder / _SOURCES).rglob("*.js"):
        module.unlink()
    shutil.rmtree(folder / _VENDOR, ignore_errors=True)
    remove_empty(folder / _SOURCES)


def _modules(urls: str) -> tuple[str, ...]:
    """Return the paths of modules below components/, in the order of their URLs."""
    return tuple(url.rpartition(_SOURCES)[2] for url in urls.split())


def _bundle(folder: Path, groups: set[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """Bundle each group of modules, and return the paths of the bundles from the site's root.

    A group is bundled by itself, so that a page needs one request for it; only what is imported later is a file of its own.
    """
    bundles = {}
    for modules in sorted(groups):
        missing = [name for name in modules if not (folder / _SOURCES / name).is_file()]
        if missing:
            raise EsbuildError(f"{_SOURCES}{missing[0]}: named in a page, but there is no such module.")
        # A bundle is named by its component, or "modules" for several.
        entry = folder / _SOURCES / f"{Path(modules[0]).stem if len(modules) == 1 else 'modules'}.js"
        write_text(entry, "".join(f'import "./{name}";\n' for name in modules))
        bundles[modules] = bundle(f"{_SOURCES}{entry.name}", FOLDER, folder)
        entry.unlink()
    return bundles
