"""What robots of search engines ask for first: `robots.txt`."""


def build_robots(sitemap: str, *, public: bool) -> str:
    """Return what robots may read: everything, or nothing of a site that is not *public*."""
    if not public:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"
