"""The mapping of zendesk.jq by Python with orjson, for the reader: lines in, a ticket a line out."""
import sys

import orjson

write = sys.stdout.buffer.write
key, comments = None, []


def end():
    write(orjson.dumps({"external_id": f"conversation/{key}", "comments": comments}) + b"\n")


for line in sys.stdin.buffer:
    message = orjson.loads(line)
    if message["conversation"] != key:
        if key is not None:
            end()
        key, comments = message["conversation"], []
    author = message["author"]
    comments.append({
        "author_id": author if message["direction"] == "in" else "agent/" + author,
        "created_at": message["at"], "value": message.get("text", "-"), "public": True})
if key is not None:
    end()
