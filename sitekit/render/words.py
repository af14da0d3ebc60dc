"""The interface words of one language: look-up, plural forms, dates and lists. The words live in data/interface.yml."""

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from markupsafe import escape

from sitekit.models.data import Country

# Digits in groups, as telephone numbers are written.
_NUMBER = re.compile(r"\+?\d[\d -]*\d")


class Words:
    """The words of one catalogue: `words.key` as they are written, `words("key", name=…)` filled in."""

    def __init__(self, catalogue: Mapping[str, str]) -> None:
        self._catalogue = catalogue

    def __getattr__(self, key: str) -> str:
        try:
            return self._catalogue[key]
        except KeyError:
            raise AttributeError(f"data/interface.yml has no words '{key}'") from None

    def __call__(self, key: str, n: int | None = None, **values: object) -> str:
        """Return words with their places filled in: as markup where a value is markup, all else in it escaped.

        A number `n` decides on the plural form of the key, and fills {n}. Raises KeyError where the words, or a place's value, are missing.
        """
        if n is not None and key not in self._catalogue:
            forms = (f"{key}_{n}", f"{key}_{self._locale.plural_form(n)}", f"{key}_other")
            key = next((form for form in forms if form in self._catalogue), forms[-1])
        if self._catalogue.get("direction") == "rtl":
            values = {name: _isolated(value) for name, value in values.items()}
        return _filled(self._catalogue[key], [], values if n is None else values | {"n": n})

    def date(self, day: datetime.date, length: Literal["long", "medium"] = "long") -> str:
        """Return a day as the language writes it: 23 November 2026, or 23 Nov 2026 if `medium`."""
        return format_date(day, length, self._locale)

    def either(self, items: Iterable[object]) -> str:
        """Return alternatives as the language lists them: a, b or c."""
        items = list(items)
        return _filled(format_list([f"{{{n}}}" for n in range(len(items))], "or", self._locale), items, {})

    def emergency(self, country: Country, shown: Iterable[object] = ()) -> str:
        """Return the emergency numbers of a country, and which is for what; `shown` holds what stands for each, if not itself."""
        numbers = list(shown) or list(country.emergency)
        if len(numbers) == 2 and not country.any_danger:
            return self("emergency_two", police=numbers[0], ambulance=numbers[1])
        return self.either(numbers)

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self._catalogue["locale"], sep="-")


def _isolated(value: object) -> object:
    """Return a telephone number, or a list of them, so that it keeps its order among words that run from right to left.

    Source: Unicode Standard Annex 9, https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates.
    """
    return _NUMBER.sub("\u2066\\g<0>\u2069", value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _filled(text: str, items: list, values: Mapping[str, object]) -> str:
    is_markup = any(hasattr(value, "__html__") for value in (*items, *values.values()))
    return (escape(text) if is_markup else text).format(*items, **values)
