"""A stand-in of Mailchimp over real HTTP on 127.0.0.1, which the real client talks to.

It keeps an account, holds every request to the published contract, carries it out, and does to
it what the test asks for. It also serves the public site, for the check that a page is live.
"""

import base64
import json
import pickle
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.newsletter import contract
from tests.newsletter.account import CATEGORY, INTERESTS, LIST, Account, Refusal
from tests.newsletter.faults import ANSWERS, CARRIED_OUT, KILLS, SILENT, Fault, Trouble
from tests.newsletter.simulated_time import SimulatedTime

KEYS = {"a" * 32 + "-us1": "A", "b" * 32 + "-us1": "B"}
LATE = 0.15  # seconds, and then a request is carried out that nobody waits for any more


class StandIn:
    """The server; each test gives it an account."""

    def __init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.stand_in = self  # type: ignore[attr-defined]
        self.host = f"http://127.0.0.1:{self._server.server_port}"
        self.lock = threading.RLock()
        self.time = SimulatedTime()
        self.begin(Account())
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def begin(self, account: Account) -> None:
        """Forget all, and stand in for *account*."""
        self.wait()
        self.account = account
        self.stale = pickle.loads(pickle.dumps(account.campaigns))
        self.trouble: dict[str, Trouble] = {"A": Trouble(), "B": Trouble()}
        self.faults: list[str] = []
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.page_size = 1000
        self.checks_answers = False

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def wait(self) -> None:
        """Wait for what is still to be carried out."""
        self.time.run_out()


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""

    def _serve(self) -> None:
        self.stand_in: StandIn = self.server.stand_in  # type: ignore[attr-defined]
        self.close_connection = True
        length = int(self.headers.get("Content-Length") or 0)
        self.content = self.rfile.read(length)
        if client := self._client():
            self._numbered(self.stand_in.trouble[client])

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _serve  # noqa: N815

    def _client(self) -> str:
        """Return who asks; the public site is open to all, and counted as the first's."""
        if not self.path.startswith("/3.0/"):
            return "A"
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        name, _, key = base64.b64decode(token).decode().partition(":")
        if scheme == "Basic" and name and key in KEYS:
            return KEYS[key]
        self._answer(*_problem(Refusal(401, "API Key Invalid", "Your API key may be invalid.")))
        return ""

    def _numbered(self, trouble: Trouble) -> None:
        with self.stand_in.lock:
            trouble.seen.append(f"{self.command} {self.path.partition('?')[0]}")
            number = len(trouble.seen)
        trouble.before(number)
        strikes = number == trouble.at and trouble.fault
        if strikes and not (trouble.fault is Fault.STALE and self.path[:15] != "/3.0/campaigns?"):
            trouble.struck = True
            self._strike(trouble, trouble.fault)
        else:
            answer = self._carry_out()
            trouble.after(number)
            self._answer(*answer)

    def _strike(self, trouble: Trouble, fault: Fault) -> None:
        if fault is Fault.LATE:
            self.stand_in.time.later(LATE, self._carry_out)
        answer = (
            self._carry_out(stale=fault is Fault.STALE)
            if fault in (*CARRIED_OUT, Fault.STALE)
            else None
        )
        if fault in KILLS:
            trouble.ready.wait()
            trouble.kill()
        elif fault is Fault.CUT_MIDWAY and answer:
            self._answer(answer[0], answer[1], answer[2], length=len(answer[2]) + 100)
        elif fault in SILENT:
            self.connection.settimeout(10)
            self.rfile.read(1)  # until the client has had enough
        elif fault is Fault.STALE and answer:
            self._answer(*answer)
        elif fault in ANSWERS:
            self._answer(*ANSWERS[fault])

    def _carry_out(self, *, stale: bool = False) -> tuple[int, dict[str, str], bytes]:
        path, _, query = self.path.partition("?")
        if not path.startswith("/3.0/"):
            return self.stand_in.pages.get(urlsplit(self.path).path, (404, {}, b"not here"))
        with self.stand_in.lock:
            return self._api(path.removeprefix("/3.0"), query, stale=stale)

    def _api(self, path: str, query: str, *, stale: bool) -> tuple[int, dict[str, str], bytes]:
        found = contract.route(self.command, path)
        if not found:
            self.stand_in.faults.append(f"{self.command} {path}: no such end point")
            return _problem(Refusal(404, "Resource Not Found", path))
        endpoint, ids = found
        faults = contract.request_faults(self.command, endpoint, query, self.content)
        self.stand_in.faults += [f"{self.command} {path}: {fault}" for fault in faults]
        body = json.loads(self.content or b"{}")
        options = {name: values[-1] for name, values in parse_qs(query).items()}
        try:
            desk = Endpoints(self.stand_in, stale=stale)
            answer = getattr(desk, _verb(self.command, endpoint))(body, options, **ids)
        except Refusal as refusal:
            return _problem(refusal)
        status = 204 if answer is None else 200
        if self.stand_in.checks_answers:
            wrong = contract.answer_faults(self.command, endpoint, status, answer)
            self.stand_in.faults += [f"answer of {self.command} {path}: {w}" for w in wrong]
        kind = {"Content-Type": "application/json; charset=utf-8"} if answer is not None else {}
        return status, kind, b"" if answer is None else json.dumps(answer).encode()

    def _answer(
        self, status: int, headers: dict[str, str], body: bytes, *, length: int | None = None
    ) -> None:
        # In one piece: two would wait for each other's receipt.
        lines = [f"HTTP/1.1 {status} X", "Connection: close"]
        if status != 204:
            lines.append(f"Content-Length: {len(body) if length is None else length}")
        lines += [f"{name}: {value}" for name, value in headers.items()]
        with suppress(OSError):  # the client has gone
            self.wfile.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


def _problem(refusal: Refusal) -> tuple[int, dict[str, str], bytes]:
    kind = {"Content-Type": "application/problem+json; charset=utf-8"}
    return refusal.status, kind, json.dumps(refusal.problem).encode()


def _verb(method: str, endpoint: str) -> str:
    words = [part for part in endpoint.split("/") if part and not part.startswith("{")]
    one = "_one" if endpoint.endswith("}") else ""
    return "_".join([method.lower(), *(w.replace("-", "_") for w in words)]) + one


class Endpoints:
    """What each end point does."""

    def __init__(self, stand_in: StandIn, *, stale: bool) -> None:
        self._account = stand_in.account
        self._page = stand_in.page_size
        self._listed = stand_in.stale if stale else stand_in.account.campaigns

    def get(self, body: Any, options: Any) -> Any:
        return {
            "account_id": "8d3a3db4d97663a9074efcc16",
            "role": "owner",
            "pricing_plan_type": self._account.plan,
        }

    def get_lists_one(self, body: Any, options: Any, list_id: str) -> Any:
        if list_id != LIST:
            raise Refusal(404, "Resource Not Found", "The requested resource could not be found.")
        count = sum(member.status == "subscribed" for member in self._account.members)
        contact = {"company": "DİDER", "address1": "Çankaya", "city": "İzmir", "country": "TR"}
        return {
            "id": LIST,
            "name": "DİDER",
            "contact": contact,
            "double_optin": True,
            "stats": {"member_count": count},
        }

    def get_lists_merge_fields(self, body: Any, options: Any, list_id: str) -> Any:
        field = {"merge_id": 7, "tag": "LANG", "type": "dropdown"}
        field["options"] = {"choices": ["tr", "en"]}
        return {"merge_fields": [field], "list_id": list_id, "total_items": 1}

    def get_lists_interest_categories_interests(
        self, body: Any, options: Any, list_id: str, interest_category_id: str
    ) -> Any:
        if interest_category_id != CATEGORY:
            raise Refusal(404, "Resource Not Found", "The requested resource could not be found.")
        groups = [{"id": key, "name": lang} for lang, key in INTERESTS.items()]
        return {"interests": groups, "total_items": len(groups)}

    def get_verified_domains_one(self, body: Any, options: Any, domain_name: str) -> Any:
        if not self._account.domain:
            raise Refusal(404, "Resource Not Found", "The requested resource could not be found.")
        return {"domain": domain_name, "verified": True} | self._account.domain

    def get_campaign_folders(self, body: Any, options: Any) -> Any:
        folders = [
            {"id": key, "name": name, "count": self._in_folder(key)}
            for key, name in self._account.folders.items()
        ]
        return self._part("folders", folders, options)

    def post_campaign_folders(self, body: Any, options: Any) -> Any:
        key = self._account.new_id()
        self._account.folders[key] = body["name"]
        return {"id": key, "name": body["name"], "count": 0}

    def delete_campaign_folders_one(self, body: Any, options: Any, folder_id: str) -> Any:
        self._account.folders.pop(folder_id)

    def get_campaigns(self, body: Any, options: Any) -> Any:
        found = sorted(self._listed.values(), key=lambda c: c["create_time"])
        return self._part("campaigns", [self._seen(c) for c in found], options)

    def post_campaigns(self, body: Any, options: Any) -> Any:
        campaign = self._account.add_campaign(body)
        self._account.writes.append((campaign["id"], "create"))
        return self._seen(campaign)

    def get_campaigns_one(self, body: Any, options: Any, campaign_id: str) -> Any:
        return self._seen(self._campaign(campaign_id))

    def patch_campaigns_one(self, body: Any, options: Any, campaign_id: str) -> Any:
        campaign = self._draft(campaign_id, "update")
        campaign["settings"] |= body["settings"]
        campaign["tracking"] |= body.get("tracking", {})
        campaign["recipients"] = body.get("recipients", campaign["recipients"])
        return self._seen(campaign)

    def delete_campaigns_one(self, body: Any, options: Any, campaign_id: str) -> Any:
        self._draft(campaign_id, "delete")
        del self._account.campaigns[campaign_id]

    def get_campaigns_content(self, body: Any, options: Any, campaign_id: str) -> Any:
        return {"archive_html": "", **self._campaign(campaign_id)["content"]}

    def put_campaigns_content(self, body: Any, options: Any, campaign_id: str) -> Any:
        campaign = self._draft(campaign_id, "content")
        campaign["content"] = {"html": body["html"], "plain_text": body["plain_text"]}
        return {"archive_html": "", **campaign["content"]}

    def get_campaigns_send_checklist(self, body: Any, options: Any, campaign_id: str) -> Any:
        lacks = self._account.checklist(self._campaign(campaign_id))
        items = [{"type": "error", "id": 1, "heading": "Checklist", "details": x} for x in lacks]
        good = [{"type": "success", "id": 2, "heading": "MonkeyRewards", "details": "Added"}]
        return {"is_ready": not lacks, "items": items + good}

    def post_campaigns_actions_test(self, body: Any, options: Any, campaign_id: str) -> Any:
        self._account.tests += [(campaign_id, address) for address in body["test_emails"]]

    def post_campaigns_actions_schedule(self, body: Any, options: Any, campaign_id: str) -> Any:
        self._account.writes.append((campaign_id, "schedule"))
        self._account.schedule(self._campaign(campaign_id), body["schedule_time"])

    def post_campaigns_actions_unschedule(self, body: Any, options: Any, campaign_id: str) -> Any:
        campaign = self._campaign(campaign_id)
        self._account.writes.append((campaign_id, "unschedule"))
        if campaign["status"] != "schedule":
            raise Refusal(400, "Bad Request", "This campaign is not scheduled.")
        campaign["status"], campaign["send_time"] = "save", ""

    def post_campaigns_actions_send(self, body: Any, options: Any, campaign_id: str) -> Any:
        self._account.writes.append((campaign_id, "send"))
        self._account.send(self._campaign(campaign_id))

    def _campaign(self, key: str) -> dict[str, Any]:
        if key not in self._account.campaigns:
            raise Refusal(404, "Resource Not Found", "The requested resource could not be found.")
        return self._account.campaigns[key]

    def _draft(self, key: str, verb: str) -> dict[str, Any]:
        campaign = self._campaign(key)
        self._account.writes.append((key, verb))
        if campaign["status"] not in ("save", "paused"):
            raise Refusal(400, "Bad Request", "This campaign can't be changed any more.")
        return campaign

    def _seen(self, campaign: dict[str, Any]) -> dict[str, Any]:
        shown = {key: value for key, value in campaign.items() if key != "content"}
        if not shown["send_time"]:
            del shown["send_time"]
        count = len(self._account.recipients(campaign))
        return {**shown, "recipients": {**campaign["recipients"], "recipient_count": count}}

    def _in_folder(self, key: str) -> int:
        campaigns = self._account.campaigns.values()
        return sum(campaign["settings"]["folder_id"] == key for campaign in campaigns)

    def _part(self, name: str, found: list[Any], options: dict[str, str]) -> Any:
        offset = int(options.get("offset", 0))
        count = min(int(options.get("count", 10)), self._page)
        return {name: found[offset : offset + count], "total_items": len(found)}
