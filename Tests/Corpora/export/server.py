"""A helpdesk that takes every request and writes down what came: the port, then a line for each.

The third and the fifth request are asked to wait, the seventh fails, the ninth has no answer; so do the
first of each with a document of GLPI's fail. The first contact of Chatwoot's is there already."""

import email.parser
import email.policy
import http.server
import json
import sys
import urllib.parse


def form(kind, body):
    parser = email.parser.BytesParser(policy=email.policy.HTTP)
    message = parser.parsebytes(b"content-type: " + kind.encode() + b"\r\n\r\n" + body)
    return [
        {
            "name": part.get_param("name", header="content-disposition"),
            "file": part.get_filename(),
            "type": part.get_content_type(),
            "value": part.get_payload(decode=True).decode(),
        }
        for part in message.iter_parts()
    ]


def found(query, contact):
    """What a search for a contact says: others on the first page, it on the second, by its e-mail alone."""
    page, text = int(query["page"][0]), query["q"][0]
    if page == 1:
        return {"payload": [{"id": 50, "identifier": text + "0", "email": "0" + text, "contact_inboxes": []}]}
    inboxes = [{"source_id": "elsewhere", "inbox": {"id": 8}}]
    known = {"id": 51, "identifier": None, "email": contact["email"].upper(), "contact_inboxes": inboxes}
    return {"payload": [known] if page == 2 and text == contact["email"] else []}


class Helpdesk(http.server.BaseHTTPRequestHandler):
    count = 0
    failing = ["/apirest.php/Document_Item", "/apirest.php/Document/"]
    contact = None

    def take(self):
        Helpdesk.count += 1
        number = Helpdesk.count
        kind = self.headers.get("content-type", "")
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        code = {3: 429, 5: 503, 7: 500, 9: 0}.get(number, 201)
        if code == 201 and self.path in self.failing:
            self.failing.remove(self.path)
            code = 500
        answer = {"id": 1000 + number, "session_token": "session"}
        if self.path.endswith("/contacts"):
            answer = {"payload": {"contact_inbox": {"source_id": f"source-{number}"}}}
        if code == 201 and self.path.endswith("/contacts"):
            Helpdesk.contact = Helpdesk.contact or json.loads(body)
            code = 422 if json.loads(body) == Helpdesk.contact else code
        if "/contacts/search" in self.path:
            answer = found(urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query), Helpdesk.contact)
        if self.path.endswith("/contact_inboxes"):
            answer = {"source_id": f"source-{number}"}
        entry = {"code": code, "method": self.command, "path": self.path, "answer": answer}
        entry["headers"] = {name.lower(): value for name, value in self.headers.items()}
        if kind.startswith("multipart/form-data"):
            entry["form"] = form(kind, body)
        elif body:
            entry["body"] = json.loads(body)
        with open(sys.argv[1], "a", encoding="utf-8") as log:
            log.write(json.dumps(entry) + "\n")
        if code == 0:
            return
        self.send_response(code)
        if code in (429, 503):
            self.send_header("Retry-After", "0")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    do_GET = do_POST = do_PUT = take

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Helpdesk)
with open(sys.argv[1] + ".port", "w", encoding="utf-8") as file:
    file.write(str(server.server_port) + "\n")
server.serve_forever()
