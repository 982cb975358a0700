"""Whether the page that an e-mail leads to is on the public site, as it was built."""

import hashlib
from urllib.parse import urljoin, urlsplit

import requests

from plugins.newsletter.item import PushItem

REDIRECTS = 5
TIMEOUT = 30  # seconds


def live_fault(item: PushItem, *, timeout: float = TIMEOUT) -> str:
    """Return what is wrong with the public page of *item*; nothing if it is the one built."""
    url = item.page_url
    for _ in range(REDIRECTS):
        try:
            answer = _get(url, min(timeout, TIMEOUT))
            body = answer.content
        except requests.RequestException as error:
            return f"{url}: {type(error).__name__}"
        if not answer.is_redirect:
            break
        url = urljoin(url, answer.headers["location"])
        if urlsplit(url).netloc != urlsplit(item.page_url).netloc:
            return f"{item.page_url} → {url}"
    if answer.status_code != 200:
        return f"{url}: {answer.status_code}"
    if hashlib.sha256(body).hexdigest() != item.page_fingerprint:
        return f"{url}: ≠ {item.page_fingerprint[:12]}"
    return ""


def _get(url: str, timeout: float) -> requests.Response:
    return requests.get(
        url,
        headers={"Cache-Control": "no-cache", "User-Agent": "dider-site newsletter/1.0"},
        auth=lambda request: request,  # none: also not the one that ~/.netrc has for the host
        timeout=timeout,
        allow_redirects=False,
    )
