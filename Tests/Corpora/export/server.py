"""A helpdesk that takes every request and writes down what came: the port, then a line for each.

The third request is asked to wait, and the seventh fails."""

import email.parser
import email.policy
import http.server
import json
import sys


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


class Helpdesk(http.server.BaseHTTPRequestHandler):
    count = 0

    def take(self):
        Helpdesk.count += 1
        number = Helpdesk.count
        kind = self.headers.get("content-type", "")
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        code = {3: 429, 7: 500}.get(number, 201)
        answer = {"id": 1000 + number, "session_token": "session"}
        if self.path.endswith("/contacts"):
            answer = {"payload": {"contact_inbox": {"source_id": f"source-{number}"}}}
        entry = {"code": code, "method": self.command, "path": self.path, "answer": answer}
        entry["headers"] = {name.lower(): value for name, value in self.headers.items()}
        if kind.startswith("multipart/form-data"):
            entry["form"] = form(kind, body)
        elif body:
            entry["body"] = json.loads(body)
        with open(sys.argv[1], "a", encoding="utf-8") as log:
            log.write(json.dumps(entry) + "\n")
        self.send_response(code)
        if code == 429:
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
