"""Base classes of all models, and the types their fields share."""

import datetime
import re
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AnyUrl,
    BaseModel,
    Field,
    PrivateAttr,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    field_validator,
)

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
# Macros are read in pages alone; anywhere else this would be printed.
TEMPLATE_MARKS = ("{{", "}}", "{%")
HOST = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})")
# A dot-atom (RFC 5322) without "?", "&", "," and the like, with which a mailto link would fill in other fields or recipients.
_MAILBOX = re.compile(r"[\w+~-]+(\.[\w+~-]+)*", re.ASCII)
_URL = TypeAdapter(AnyUrl)
# What belongs to the sentence around a URL, or to a list of them.
_BESIDE = re.compile(r"[.,;:!]$|[,;]https?:")
# Where a click is counted on its way.
_TRACKED = re.compile(
    r"[?&](?:utm_\w+|fbclid|gclid|mc_eid)=|^https://(?:www\.google\.[a-z.]+/url\?|[\w.]*safelinks\.protection|l\.facebook|lnkd\.in|bit\.ly|t\.co/)"
)
# Values that say nothing; "#" is a digit in the form of a number, "*" a part of the names of files.
_NOTHING = re.compile(r"(?:[^\w#/*]|_)+|n/a|null|undefined|tb[acd]|to-?do", re.IGNORECASE)


def check_https(written: str) -> str:
    """Return a URL of a public host; raise ValueError with the reason where it is none."""
    if not written.startswith("https://"):
        raise ValueError("it does not begin with https://")
    # Browsers and the library would take what follows for the host.
    if written.startswith("https:///"):
        raise ValueError("empty host")
    try:
        url = _URL.validate_python(written)
    except ValidationError as error:
        raise ValueError(error.errors()[0].get("ctx", {}).get("error", "it cannot be read")) from None
    if _BESIDE.search(written) or written.count("(") != written.count(")"):
        raise ValueError("more than the address stands there", "Write it alone, as the browser shows it.")
    if _TRACKED.search(written):
        raise ValueError("it leads through a service that counts clicks", "Write where it leads in the end.")
    if url.port == 0:
        raise ValueError("no computer has the port 0")
    if url.username is not None or not HOST.fullmatch(url.host or ""):
        raise ValueError(f"'{written[8:].split('/')[0][:40]}' is not the name of a host")
    return written


def check_email(written: str) -> str:
    """Return an e-mail address without fields; raise ValueError with the reason where it is none."""
    mailbox, _, domain = written.partition("@")
    if not _MAILBOX.fullmatch(mailbox) or len(mailbox) > 64:
        raise ValueError(f"'{mailbox[:40]}' holds more than letters, digits and . _ + - ~")
    if not re.fullmatch(r"[\w.-]+", domain):
        raise ValueError(f"'{domain[:40]}' is not the name of a host")
    check_https(f"https://{domain}")
    return written


Id = Annotated[str, StringConstraints(pattern=f"^{ID}$", max_length=60)]
# Strict: a number or a text that could be read as a date is none.
# Nothing of this site is older.
Day = Annotated[datetime.date, Field(strict=True, ge=datetime.date(2026, 1, 1))]
# Strict: what is in quotes is text, and "no" would be true elsewhere.
TrueOrFalse = Annotated[bool, Field(strict=True)]


def check_line(written: str) -> str:
    """Return a text of one line; raise ValueError where it has more."""
    if "\n" in written:
        raise ValueError("it has more than one line")
    return written


def check_sentences(written: str) -> str:
    """Return sentences, which search engines and cards show as they are; raise ValueError where an address or the end is wrong."""
    if "//" in written:
        raise ValueError("it holds an address")
    if not re.search(r"[.?!؟][»”’]?$", written):
        raise ValueError("its last sentence has no end")
    return written


def check_title(written: str) -> str:
    """Return a title; raise ValueError where it begins or ends as a part of a sentence does."""
    if written[:1].islower():
        raise ValueError("it begins with a small letter")
    if written[-1:] in ".,;:":
        raise ValueError(f"it ends with '{written[-1]}'")
    return written


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=800)]
# A name, a label, or the path of a page.
Short = Annotated[Words, StringConstraints(max_length=120), AfterValidator(check_line)]
Number = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]*$", max_length=25)]
# The format of a telephone number, each digit as "#", behind the country's own code where it is written so.
Form = Annotated[str, StringConstraints(pattern=r"^(\+[1-9][0-9]{0,2}[ -])?#[# -]*$", max_length=25)]
Https = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^https://[^\s<>{}\"'\\]+$", max_length=500), AfterValidator(check_https)
]
Email = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^[^\s@<>\"']+@[^\s@<>\"']+$", max_length=254), AfterValidator(check_email)
]
# A URL path from the site's root, of a folder or a file, with an optional fragment.
Address = Annotated[str, StringConstraints(pattern=r"^/([\w~-][\w.~-]*/)*([\w~-][\w.~-]*\.[a-z0-9]+)?(#[\w.:-]+)?$")]
# The form of a DOI: Crossref's recommended expression, for names registered since 2000.
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/[-._;()/:A-Za-z0-9]*[A-Za-z0-9)]$", max_length=200)]


class Frozen(BaseModel, frozen=True):
    """A value that never changes once it is built."""


class Record(Frozen, extra="forbid"):
    """A piece of data that knows its file and lines; unknown keys are refused."""

    @field_validator("*")
    @classmethod
    def _is_plain(cls, value: Any, info: ValidationInfo) -> Any:
        texts = [text for text in (value if isinstance(value, tuple) else (value,)) if isinstance(text, str)]
        for n, text in enumerate(texts):
            if text.casefold().startswith(f"{info.field_name}:"):
                raise ValueError("it begins with its own key", "Write what follows the colon.")
            if mark := next((mark for mark in TEMPLATE_MARKS if mark in text), None):
                raise ValueError(f"'{mark}' means a macro, and those work in pages alone")
            if _NOTHING.fullmatch(text):
                raise ValueError("it says nothing", "Write some words, or remove the key.")
            if text in texts[:n]:
                raise ValueError(f"'{text[:40]}' stands there twice", "Keep one of the two.")
        return value

    _path: str = PrivateAttr(default="")
    _lines: dict[str, int] = PrivateAttr(default_factory=dict)

    def set_source(self, path: str, lines: dict[str, int]) -> None:
        """Set the file and the line of each key; the key "" stands for the record's own first line."""
        self._path, self._lines = path, lines

    @property
    def path(self) -> str:
        """The file this record was read from, relative to the project's folder."""
        return self._path

    def line(self, key: str = "") -> int:
        """Return the line of `key` in the file, counted from 1, or of the record where the key is absent."""
        return self._lines.get(key, self._lines.get("", 1))


def slug(words: str) -> str:
    """Return a name as a part of a URL: lower-case words joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
