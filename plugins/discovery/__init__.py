"""By what the site is found, shared, kept and trusted, beside the pages themselves."""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.discovery.headers import build_headers, table_of
from plugins.discovery.manifest import build_manifest
from plugins.discovery.robots import build_robots
from plugins.discovery.security import URL as SECURITY_URL
from plugins.discovery.security import build_security, check_security, is_in_force
from plugins.generator import Generator, Room
from plugins.languages.edition import Site
from plugins.languages.page import Heads
from plugins.model.memo import Record, code_version, digest
from plugins.moments import zone
from plugins.writer import Made, SiteWriter

FAVICON = "/favicon.ico"
"""Where programs look that read no page: readers of feeds, lists of bookmarks."""


class DiscoveryGenerator(Generator):
    """Writes what is asked for at addresses that everybody knows."""

    def generate_context(self) -> None:
        notices = check_security(self.settings["SECURITY"], self.settings["BUILD_DAY"])
        self.context.setdefault("notices", []).extend(notices)

    def generate_output(self, writer: SiteWriter) -> None:
        site: Site = self.context["site"]
        site_url = next(iter(site.editions.values())).site_url
        self._write_sitemap(writer)
        robots = build_robots(f"{site_url}/sitemap.xml", public=self.settings["SITE_PUBLIC"])
        writer.write("/robots.txt", robots, source="robots")
        writer.write("/_headers", build_headers(table_of(self.settings)), source="headers")
        security = self.settings["SECURITY"]
        if is_in_force(security, self.settings["BUILD_DAY"]):
            languages = self.settings["LANGUAGES"]
            told = build_security(security, site_url=site_url, languages=languages)
            writer.write(SECURITY_URL, told, source="pelicanconf.py")
        self._write_icons(site, writer)

    def _write_sitemap(self, writer: SiteWriter) -> None:
        heads: Heads = self.context["heads"]
        where = zone(self.settings["TIMEZONE"])
        made_from = f"{heads.version} {where.key}".encode()
        sitemap = Made(
            ("/sitemap.xml",),
            "sitemap",
            digest(code_version(Path(__file__).parents[1]), made_from),
            lambda: [_sitemap(heads, where)],
        )
        record = Record(Path(self.settings["MEMO_PATH"]) / "sitemap.json")
        writer.write_made([sitemap], record=record)

    def _write_icons(self, site: Site, writer: SiteWriter) -> None:
        theme = Path(self.theme)
        favicon = theme / "static" / "icons" / "favicon.ico"
        writer.copy(FAVICON, favicon, source=str(favicon))
        source = theme / "manifest.json"
        look = json.loads(source.read_text(encoding="utf-8"))
        for lang, edition in site.editions.items():
            description = self.context["words"][lang].t("home.description")
            manifest = build_manifest(edition, description, look)
            writer.write(f"{edition.home_url}site.webmanifest", manifest, source=str(source))


def _sitemap(heads: Heads, where: ZoneInfo) -> bytes:
    from plugins.discovery.sitemap import build_sitemap  # noqa: PLC0415  slow to load

    return build_sitemap(heads.told(), where)


register = Room(DiscoveryGenerator)
