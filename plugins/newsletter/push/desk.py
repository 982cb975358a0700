"""What everybody who works on a push has at hand."""

from dataclasses import dataclass
from datetime import date

from plugins.moments import zone
from plugins.newsletter.item import LeftOut, PushItem
from plugins.newsletter.mailchimp import Body, Mailchimp
from plugins.newsletter.push.campaign import wanted
from plugins.newsletter.push.identity import mark
from plugins.newsletter.push.ledger import Entry, Ledger
from plugins.newsletter.push.waiting import Clock, Waits
from plugins.newsletter.settings import NewsletterSettings


@dataclass(frozen=True)
class Desk:
    """The gateway, the settings, the second witness and the clock of one run."""

    gateway: Mailchimp
    settings: NewsletterSettings
    ledger: Ledger
    clock: Clock
    waits: Waits
    site: str
    """Names the site for ever, in the mark of every campaign."""
    default: str
    """The language of those who have chosen none."""
    zone: str = "UTC"
    """The time zone of the site: its days are those of the items."""

    def today(self) -> date:
        """Return the day it is at the site."""
        return self.clock.now().astimezone(zone(self.zone)).date()

    def mark(self, item: PushItem | LeftOut) -> str:
        """Return the mark of *item*."""
        return mark(self.site, item)

    def wanted(self, item: PushItem, folder: str) -> Body:
        """Return the campaign of *item* as it should be."""
        return wanted(item, self.settings, site=self.site, default=self.default, folder=folder)

    def note(self, item: PushItem, event: str, campaign: str = "", **more: object) -> None:
        """Write down what happens to *item*, before anything else does."""
        entry = Entry(self.clock.now(), event, campaign)
        own = {"key": item.key, "lang": item.lang, "page": item.page_url}
        self.ledger.write(self.mark(item), entry, **own, **more)
