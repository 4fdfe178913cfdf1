"""Title, publisher and date as an HTML page states them for search engines and readers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from lxml import html

from factcheck.config import Limits
from factcheck.readers.json_records import Decoder
from factcheck.readers.metadata import Facts
from factcheck.vocabulary.calendar import date_in

# The first that is there holds; compared in lower case.
_TITLES = ("og:title", "twitter:title", "dc.title")
_SOURCES = ("og:site_name", "dc.publisher", "publisher", "application-name")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "citation_publication_date",
)
_MOST_OBJECTS = 1000  # looked at in a page's linked data


def page_facts(root: html.HtmlElement, main: html.HtmlElement, limits: Limits) -> Facts:
    """Read the metadata of a page: meta elements, then linked data, then what `main` shows."""
    told = _metas(root)
    linked = _linked(root, limits)
    shown = next((element.text_content() for element in main.iter("h1")), "")
    title = _first(told, _TITLES) or shown or _title(root)
    return Facts(
        " ".join(title.split()), _first(told, _SOURCES), date_in(_first(told, _DATES))
    ).or_else(linked.or_else(Facts("", "", _time(root))))


def _metas(root: html.HtmlElement) -> dict[str, str]:
    told: dict[str, str] = {}
    for element in root.iter("meta"):
        get = element.attrib.get
        key = get("property") or get("name") or get("itemprop") or ""
        told.setdefault(key.lower().strip(), " ".join(get("content", "").split()))
    return told


def _first(told: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((told[name] for name in names if told.get(name)), "")


def _title(root: html.HtmlElement) -> str:
    return next((element.text or "" for element in root.iter("title")), "")


def _time(root: html.HtmlElement) -> dt.date | None:
    stated = (date_in(element.attrib.get("datetime", "")) for element in root.iter("time"))
    return next((date for date in stated if date), None)


def _linked(root: html.HtmlElement, limits: Limits) -> Facts:
    """Read the first object with a publication date in the page's JSON-LD."""
    decoder = Decoder(limits)
    for script in root.iter("script"):
        if "ld+json" not in script.attrib.get("type", ""):
            continue
        try:
            data = decoder.decode(script.text or "")
        except ValueError:
            continue  # the page's own words still hold
        for thing in _objects(data):
            date = thing.get("datePublished")
            if isinstance(date, str):
                headline = thing.get("headline")
                title = headline if isinstance(headline, str) else ""
                return Facts(title, _publisher(thing.get("publisher")), date_in(date))
    return Facts()


def _objects(data: object) -> Iterator[Mapping[str, object]]:
    """Yield the objects of JSON data, outer ones first."""
    waiting, seen = [data], 0
    while waiting and seen < _MOST_OBJECTS:
        thing = waiting.pop(0)
        seen += 1
        if isinstance(thing, dict):
            yield thing
            waiting += thing.values()
        elif isinstance(thing, list):
            waiting += thing


def _publisher(thing: object) -> str:
    name = thing.get("name") if isinstance(thing, dict) else thing
    return name.strip() if isinstance(name, str) else ""
