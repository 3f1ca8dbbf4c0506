"""Pages that work with `postings.json` in the browser: `search.html`, which finds jobs, and `shortlist.html`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jobglot.desk import PAY, Desk
from jobglot.i18n import N_
from jobglot.jsontext import Json
from jobglot.listings import readable
from jobglot.model import State
from jobglot.press import Press
from jobglot.render import Html
from jobglot.routes import PageType, Route
from jobglot.settings import Fallback
from jobglot.topics import authority
from jobglot.view_card import Card, When
from jobglot.view_chrome import ways_to_jobs
from jobglot.view_list import has_featured
from jobglot.views import Link, Said
from jobglot.words import part_count

FACETS: tuple[tuple[str, str, str], ...] = (
    ("category", "categories", N_("Category")),
    ("place", "places", N_("Place of work")),
    ("organization", "organizations", N_("Organization")),
    ("type", "employment_types", N_("Type of employment")),
    ("contract", "contracts", N_("Contract")),
    ("remote", "remote", N_("Remote work")),
    ("language", "languages", N_("Language of the posting")),
)
"""Name in the address, table of `postings.json`, and what to call it."""
DAYS = (3, 7, 14, 30)


class Facet(NamedTuple):
    """A group of choices, which the script fills from the table of that name."""

    name: str
    table: str
    label: str


class FindView(NamedTuple):
    """The view of `search.html` and `shortlist.html`.

    `words` is what the scripts say and where they read from; `card` is the pattern of the cards they draw. `ways` leads
    on without script. `order` names that of the open jobs, `first` says which of them come before all others.
    """

    heading: Said
    order: str
    first: str
    words: Mapping[str, Json]
    card: Html
    facets: tuple[Facet, ...]
    days: tuple[tuple[int, str], ...]
    ways: tuple[Link, ...]
    search: str


def find_view(press: Press, route: Route) -> FindView:
    """The find page: a form for the script, listings for those without it."""
    desk = press.desks[route.language]
    more: dict[str, Json] = {
        "count": desk.gettext("Jobs found: %(count)s"),
        "none": desk.gettext("No job matches. Use fewer words or filters."),
        "nothing": desk.gettext("No job is open at the moment."),
        "failed": desk.gettext("The jobs could not be loaded. Try again, or use the lists."),
        "remove": desk.gettext("Remove the filter: %(name)s"),
        "pay_stated": desk.gettext("Pay is stated"),
        "bestFirst": desk.gettext("best match first"),
        "showAll": desk.gettext("Show all (%(count)s)"),
        "showMore": desk.gettext("Show more"),
        "text": press.url(Route(PageType.DATA, route.language, "words")),
        "parts": press.url(Route(PageType.DATA, route.language, "words", "0")).removesuffix("0.json"),
        "partCount": part_count(press.site, route.language),
        "feedName": desk.gettext("Feed"),
        "calendarName": desk.gettext("Calendar"),
        "feed": "feed.xml" if "feeds" in press.site.config.outputs else "",
        "calendar": "deadlines.ics" if "calendars" in press.site.config.outputs else "",
    }
    return _view(press, route, desk.gettext("Find a job"), more)


def shortlist_view(press: Press, route: Route) -> FindView:
    """The page of the jobs that this reader saved."""
    desk = press.desks[route.language]
    more: dict[str, Json] = {
        "count": desk.gettext("Saved jobs: %(count)s"),
        "none": desk.gettext("You have not saved a job yet. Each job has a button for it."),
        "failed": desk.gettext("The jobs could not be loaded. Try again, or use the lists."),
        "over": desk.gettext("Closed"),
        "remove": desk.gettext("Remove"),
        "removeJob": desk.gettext("Remove: %(title)s"),
        "deadline": desk.gettext("Deadline: %(title)s"),
        "authority": authority(press.site.config.base_url),
        "hides": press.site.config.fallback is Fallback.HIDE,
    }
    return _view(press, route, desk.gettext("Saved jobs"), more)


def _view(press: Press, route: Route, heading: str, more: Mapping[str, Json]) -> FindView:
    site, desk, language = press.site, press.desks[route.language], route.language
    shown = readable(site.postings, site.open, language, site.config.fallback)
    return FindView(
        heading=Said(heading),
        # In a choice there is no room for both: it is cut off on phones.
        order=desk.gettext("by deadline"),
        first=desk.gettext("Featured jobs come first.") if has_featured(press, shown) else "",
        words={**_words(press, desk), **more},
        card=_pattern(press, desk),
        facets=tuple(Facet(name, table, desk.gettext(label)) for name, table, label in FACETS),
        days=tuple((days, desk.counted("within %(count)s day", "within %(count)s days", days)) for days in DAYS),
        ways=ways_to_jobs(press, language),
        search=press.url(Route(PageType.SEARCH, language)),
    )


def _words(press: Press, desk: Desk) -> Mapping[str, Json]:
    """What cards drawn in the browser need to read like those drawn here."""
    return {
        "source": press.url(Route(PageType.DATA, desk.language)),
        "locale": desk.formatter.tag,
        # Browsers know the dates of fewer languages than CLDR does.
        "dates": desk.formatter.date_patterns,
        "months": [desk.formatter.leaf(date(2000, month, 1))[1] for month in range(1, 13)],
        "soonDays": press.site.config.closing_soon_days,
        "applyBy": desk.gettext("Apply by"),
        "open": desk.gettext("Open"),
        "untilFilled": desk.gettext("until filled"),
        "listedUntil": desk.gettext("shown here until %(date)s"),
        "inZone": desk.gettext("%(when)s (%(zone)s)"),
        "zone": desk.zone(press.site.config.timezone),
        "moment": desk.formatter.moment_pattern,
        "soon": desk.state(State.CLOSING_SOON),
        "featured": desk.gettext("Featured"),
        "range": desk.gettext("%(minimum)s–%(maximum)s"),
        "upTo": desk.gettext("up to %(amount)s"),
        "from": desk.gettext("from %(amount)s"),
        # Browsers have other ones in some languages: “грн” for “₴”.
        "symbols": {currency: desk.formatter.symbol(currency) for currency in _currencies(press)},
        "pay": {period.value: desk.gettext(message) for period, message in PAY.items()},
    }


def _currencies(press: Press) -> list[str]:
    """The currencies in which open postings tell their pay."""
    salaries = (press.site.postings[id_].salary for id_ in press.site.open)
    return sorted({salary.currency for salary in salaries if salary})


def _pattern(press: Press, desk: Desk) -> Html:
    """An empty card, so that a site's own `_card.html` shapes these cards too."""
    when = When(desk.gettext("Apply by"), "…", "", "2000-01-01", "2000-01-01T00:00:00Z", "1", "…", "2000")
    url = press.url(Route(PageType.HOME, desk.language))
    card = Card("pattern", Said("…"), url, "", Said("…"), "…", "…", (), when, "open", "", None, "", "")
    return press.renderer.draw("_card.html", f"the pattern of cards ({desk.language})", card=card, _=desk.gettext)
