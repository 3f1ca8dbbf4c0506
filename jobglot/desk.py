"""The vocabulary of one language: everything about a posting that is said in words, wherever it is said.

Pages, feeds and calendars ask a `Desk`, so that a deadline reads the same in all of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from jobglot.contractions import contracted
from jobglot.formats import Formatter
from jobglot.i18n import N_, Catalog
from jobglot.locations import Spot, spot
from jobglot.model import (
    Content,
    Contract,
    ContractKind,
    DeadlineKind,
    EmploymentType,
    Experience,
    LanguageSkill,
    Localized,
    Organization,
    PayPeriod,
    Phrase,
    Posting,
    Remote,
    Salary,
    State,
    Term,
    terms_of,
)
from jobglot.settings import Config
from jobglot.site import Standing

EMPLOYMENT_TYPES: Mapping[EmploymentType, str] = {
    EmploymentType.FULL_TIME: N_("Full time"),
    EmploymentType.PART_TIME: N_("Part time"),
    EmploymentType.CONTRACTOR: N_("Contractor"),
    EmploymentType.TEMPORARY: N_("Temporary"),
    EmploymentType.INTERN: N_("Internship"),
    EmploymentType.VOLUNTEER: N_("Volunteer"),
    EmploymentType.PER_DIEM: N_("Paid by the day"),
    EmploymentType.OTHER: N_("Other type of employment"),
}

CONTRACTS: Mapping[ContractKind, str] = {
    ContractKind.PERMANENT: N_("Permanent contract"),
    ContractKind.FIXED_TERM: N_("Fixed-term contract"),
    ContractKind.SERVICE: N_("Service contract"),
    ContractKind.SECONDMENT: N_("Secondment"),
    ContractKind.INTERNSHIP: N_("Internship agreement"),
    ContractKind.OTHER: N_("Other contract"),
}

REMOTE: Mapping[Remote, str] = {
    Remote.NO: N_("On site"),
    Remote.HYBRID: N_("Partly remote"),
    Remote.FULL: N_("Fully remote"),
}

PAY: Mapping[PayPeriod, str] = {
    PayPeriod.HOUR: N_("%(amount)s an hour"),
    PayPeriod.DAY: N_("%(amount)s a day"),
    PayPeriod.WEEK: N_("%(amount)s a week"),
    PayPeriod.MONTH: N_("%(amount)s a month"),
    PayPeriod.YEAR: N_("%(amount)s a year"),
}

STATES: Mapping[State, str] = {
    State.DRAFT: N_("Draft"),
    State.SCHEDULED: N_("Scheduled"),
    State.OPEN: N_("Open"),
    State.CLOSING_SOON: N_("Closing soon"),
    State.CLOSED: N_("Closed"),
    State.FILLED: N_("Filled"),
    State.WITHDRAWN: N_("Withdrawn"),
}

ANYWHERE_ON_EARTH = ("AoE", "Etc/GMT+12")


@dataclass(frozen=True, slots=True)
class Desk:
    """Words for readers of `language`; what is not written in it falls back to `default`, the board's first language.

    `timezone` is the board's own: a zone is said only where it could be mistaken for that one.
    """

    language: str
    default: str
    catalog: Catalog
    formatter: Formatter
    timezone: str

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way the language is written."""
        return self.formatter.direction

    @property
    def locale(self) -> str:
        """The CLDR name of the language, `pt_BR`, as Open Graph writes it too."""
        return self.language.replace("-", "_")

    # Messages

    def gettext(self, message: str) -> str:
        """An interface message."""
        return self.catalog.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of a message for a count, with `%(count)s` still to be filled in."""
        return self.catalog.ngettext(one, many, count)

    def pgettext(self, context: str, message: str) -> str:
        """An interface message in a context."""
        return self.catalog.pgettext(context, message)

    def counted(self, one: str, many: str, count: int) -> str:
        """The form of a message for a count, with the count filled in."""
        return self.ngettext(one, many, count) % {"count": self.formatter.number(count)}

    def with_date(self, message: str, day: dt.date) -> str:
        """A message with a date filled in for `%(date)s`."""
        return contracted(self.gettext(message) % {"date": self.date(day)}, self.language)

    def joined(self, parts: Iterable[str]) -> str:
        """Short parts in one line, with a comma between them."""
        return self.pgettext("between the parts of a place or a contract", ", ").join(parts)

    # Texts of the content

    def phrase(self, text: Localized) -> Phrase:
        """A text of the content, marked with its language when it is not this one."""
        return text.phrase(self.language, self.default)

    def term(self, term: Term) -> Phrase:
        """The name of a category, place or industry."""
        return self.phrase(term.name)

    def organization_name(self, organization: Organization) -> Phrase:
        """The name of an organization with a page."""
        edition = organization.best_edition(self.language)
        return Phrase(edition.name, None if edition.language == self.language else edition.language)

    def organization(self, posting: Posting, content: Content) -> Phrase:
        """The name of a posting's employer."""
        if posting.organization:
            return self.organization_name(content.organizations[posting.organization])
        return self.phrase(posting.employer.name) if posting.employer else Phrase("")

    def heading(self, kind: str, id_: str, content: Content) -> Phrase:
        """The name of what a listing is about. KeyError when there is no such thing."""
        if kind == "organizations":
            return self.organization_name(content.organizations[id_])
        if kind == "employment_types":
            return Phrase(self.employment_type(EmploymentType(id_)))
        return self.term(terms_of(content, kind)[id_])

    # Time

    def date(self, day: dt.date) -> str:
        """A date with the month as a word: "5 May 2026"."""
        return self.formatter.date(day)

    def month(self, year: int, month: int) -> str:
        """A month of a year: "May 2026"."""
        return self.formatter.month(year, month)

    def zone(self, zone: str) -> str:
        """A time zone in words: "Paris time"."""
        if zone in ANYWHERE_ON_EARTH:
            return self.gettext("anywhere on Earth")
        city = self.formatter.city_of_zone(zone)
        if not city:
            return zone.removeprefix("Etc/")
        return contracted(self.gettext("%(city)s time") % {"city": city}, self.language)

    def deadline(self, posting: Posting, standing: Standing) -> str:
        """Until when one may apply: "31 March 2026", "5 May 2024, 16:05 (Paris time)", "until filled"."""
        return self._deadline(posting, standing, weekday=False)

    def deadline_with_weekday(self, posting: Posting, standing: Standing) -> str:
        """The same with the weekday, for the posting's own page."""
        return self._deadline(posting, standing, weekday=True)

    def bound(self, posting: Posting, standing: Standing) -> str:
        """What else ends applications: the bound of an open posting, a number of applications; "" when nothing does."""
        parts = []
        if posting.deadline.kind is DeadlineKind.OPEN:
            parts.append(self.listed_until(standing))
        if posting.max_applications is not None:
            count = posting.max_applications
            parts.append(
                self.counted(
                    "or earlier, after %(count)s application", "or earlier, after %(count)s applications", count
                )
            )
        return self.joined(parts)

    def listed_until(self, standing: Standing) -> str:
        """The last day on which the board shows a posting that is open until filled."""
        return self.with_date(N_("shown here until %(date)s"), standing.last_day)

    def _deadline(self, posting: Posting, standing: Standing, *, weekday: bool) -> str:
        deadline = posting.deadline
        if deadline.kind is DeadlineKind.OPEN or deadline.day is None:
            return self.gettext("until filled")
        show_day = self.formatter.date_with_weekday if weekday else self.formatter.date
        if deadline.kind is DeadlineKind.DATE:
            day = show_day(standing.last_day)
            return day if standing.zone == self.timezone else self._in_zone(day, standing.zone)
        show_minute = self.formatter.minute_with_weekday if weekday else self.formatter.minute
        clock = dt.time(deadline.minute // 60 % 24, deadline.minute % 60)
        return self._in_zone(show_minute(dt.datetime.combine(deadline.day, clock)), standing.zone)

    def _in_zone(self, when: str, zone: str) -> str:
        return self.gettext("%(when)s (%(zone)s)") % {"when": when, "zone": self.zone(zone)}

    def duration(self, months: int) -> str:
        """A number of months; whole years as such: "3 years", "30 months"."""
        # Through the catalogs, since Babel's data has no word for the month in Arabic and other languages.
        if months % 12 == 0 and months:
            return self.counted("%(count)s year", "%(count)s years", months // 12)
        return self.counted("%(count)s month", "%(count)s months", months)

    def working_time(self, minutes: int) -> str:
        """Minutes of work a week: "38 hours a week", "37 h 40 min a week"."""
        hours, rest = divmod(minutes, 60)
        if not rest:
            return self.counted("%(count)s hour a week", "%(count)s hours a week", hours)
        figures = {"hours": self.formatter.number(hours), "minutes": self.formatter.number(rest)}
        return self.gettext("%(hours)s h %(minutes)s min a week") % figures

    # Places

    def country(self, code: str) -> str:
        """The name of a country (ISO 3166-1 alpha-2)."""
        return self.formatter.territory(code)

    def place(self, spot: Spot) -> str:
        """City, region and country, each once: "Brussels, Belgium". "" when nothing is known."""
        parts = [self.phrase(part).text for part in (spot.city, spot.region) if part]
        if spot.country:
            parts.append(self.country(spot.country))
        return self.joined(dict.fromkeys(parts))

    def city(self, spot: Spot) -> str:
        """The shortest name that says where: the city, else the region, else the country."""
        name = spot.city or spot.region
        return self.phrase(name).text if name else self.country(spot.country) if spot.country else ""

    def places(self, posting: Posting, content: Content) -> str:
        """All its places in one line, each by its shortest name; with the country where there is only one."""
        spots = [spot(location, content) for location in posting.locations]
        if len(spots) == 1:
            return self.place(replace(spots[0], region=None) if spots[0].city else spots[0])
        names = [self.city(found) for found in spots]
        return self.formatter.list(dict.fromkeys(name for name in names if name))

    def remote(self, remote: Remote) -> str:
        """How much of the work may be done elsewhere."""
        return self.gettext(REMOTE[remote])

    # Terms of employment

    def employment_type(self, kind: EmploymentType) -> str:
        """One employment type."""
        return self.gettext(EMPLOYMENT_TYPES[kind])

    def salary(self, salary: Salary) -> str:
        """Pay: "€3,000–€4,000 a month", "up to €3,000 a month", "from …", one figure. Its note is not included."""
        low, high = salary.minimum, salary.maximum
        if low is not None and high is not None and low != high:
            figures = {"minimum": self._money(salary, low), "maximum": self._money(salary, high)}
            amount = self.gettext("%(minimum)s–%(maximum)s") % figures
        elif low is not None and high is not None:
            amount = self._money(salary, low)
        elif high is not None:
            amount = self.gettext("up to %(amount)s") % {"amount": self._money(salary, high)}
        elif low is not None:
            amount = self.gettext("from %(amount)s") % {"amount": self._money(salary, low)}
        else:
            return ""
        return self.gettext(PAY[salary.per]) % {"amount": amount}

    def _money(self, salary: Salary, amount: Decimal) -> str:
        return self.formatter.money(amount, salary.currency)

    def contract(self, contract: Contract) -> str:
        """Kind, length and renewal: "Fixed-term contract, 3 years, renewable"."""
        parts = [self.gettext(CONTRACTS[contract.kind])]
        if contract.months is not None:
            parts.append(self.duration(contract.months))
        if contract.renewable is not None:
            parts.append(self.gettext("renewable") if contract.renewable else self.gettext("not renewable"))
        return self.joined(parts)

    def language_skill(self, skill: LanguageSkill) -> str:
        """A language with its level: "French (C1)"."""
        name = self.formatter.language_name(skill.language)
        if not skill.level:
            return name
        return self.gettext("%(language)s (%(level)s)") % {"language": name, "level": self.phrase(skill.level).text}

    def experience(self, experience: Experience) -> str:
        """The length of the experience asked for, or "" when only words say it."""
        if experience.months is None:
            return ""
        if experience.months == 0:
            return self.gettext("none required")
        return self.gettext("at least %(duration)s") % {"duration": self.duration(experience.months)}

    def state(self, state: State) -> str:
        """A state as one word or two."""
        return self.gettext(STATES[state])


def desks(config: Config, catalogs: Mapping[str, Catalog]) -> dict[str, Desk]:
    """The desk of every language of the board."""
    return {
        language: Desk(
            language, config.default, catalogs.get(language, Catalog()), Formatter(language), config.timezone
        )
        for language in config.languages
    }
