"""One request over the wire, in place of the client's own, which hides what came back.

The client follows redirects (a POST becomes a GET, whose answer then looks like a campaign),
returns a bare 403, 429 or 500 as if all were well, and tells an error in our own body and a lost
answer by the same exception (`mailchimp_marketing/api_client.py`, lines 97-119). Here the raw
answer is classified before the client sees it.
"""

import json
import ssl
from typing import Any

import requests
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError

from plugins.newsletter.gateway.access import Access
from plugins.newsletter.gateway.outcomes import Answer, Outcome, classify

CONNECT = 10  # seconds; nothing has been asked as long as nobody has answered the knock


class Wire:
    """Makes one request at a time, each on a connection of its own; keeps the last answer."""

    def __init__(self, access: Access, *, timeout: float) -> None:
        self._access = access
        self._timeout = (min(CONNECT, timeout), timeout)
        self.empty = False
        """Whether the answer to the next request has no body when all goes well."""
        self.answer: Answer | None = None

    def request(
        self,
        method: str,
        url: str,
        query_params: Any = None,
        headers: Any = None,
        body: Any = None,
    ) -> requests.Response:
        """Do what the client's own `request` does, and note what is known of it after."""
        # Encoded first: what can't be is our own mistake, not a lost answer. `None` is no body.
        data = None if body is None else json.dumps(body, allow_nan=False).encode()
        self.answer, response = self._ask(method, url, query_params, headers, data)
        return response

    def _ask(
        self, method: str, url: str, query: Any, headers: Any, data: bytes | None
    ) -> tuple[Answer, requests.Response]:
        try:
            response = requests.request(
                method,
                url,
                params=query,
                headers={**headers, "Connection": "close"},
                data=data,
                # Given with every request, or ~/.netrc would name somebody else.
                auth=("newsletter", self._access.key.reveal()),
                timeout=self._timeout,
                allow_redirects=False,
            )
            answer = classify(response.status_code, response.content, empty=self.empty)
        except requests.RequestException as error:
            words = self._access.key.hide(f"{type(error).__name__}: {_innermost(error)}")
            outcome = Outcome.NOT_SENT if _unsent(error) else Outcome.UNKNOWN
            return Answer(outcome, title=words), requests.Response()
        return answer, response


def _unsent(error: requests.RequestException) -> bool:
    """Tell whether no byte of the request can have been read by anybody.

    A TLS fault counts only where the certificate was not good: others also happen while reading.
    """
    inner = error.args[0] if error.args else None
    reason = inner.reason if isinstance(inner, MaxRetryError) else inner
    return (
        isinstance(reason, NewConnectionError | ConnectTimeoutError)
        or isinstance(error, requests.ConnectTimeout | requests.exceptions.InvalidURL)
        or any(isinstance(part, ssl.SSLCertVerificationError) for part in _chain(reason))
    )


def _chain(reason: object) -> list[object]:
    args = reason.args if isinstance(reason, Exception) else ()
    return [reason, *args]


def _innermost(error: Exception) -> str:
    """Return what the operating system said, without the layers around it."""
    seen: BaseException = error
    while seen.__cause__ or seen.__context__:
        seen = seen.__cause__ or seen.__context__ or seen
    return str(seen) or type(seen).__name__
