"""Whether what a helpdesk was sent is what the folder's requests say: `sent.py TARGET FOLDER LOG`."""

import base64
import glob
import json
import sys

target, folder, log = sys.argv[1:]
KEY = 'k"q$x\\y'
HEADER = {
    "freshdesk": ("authorization", "Basic " + base64.b64encode((KEY + ":X").encode()).decode()),
    "zammad": ("authorization", "Token token=" + KEY),
    "glpi": ("session-token", "session"),
    "chatwoot": ("api_access_token", KEY),
}


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def content(file):
    with open(f"{folder}/{file['path']}", "rb") as stored:
        return stored.read()


def put(value, ids):
    return ids.get(value, value) if isinstance(value, str) else value


requests = [line for path in sorted(glob.glob(folder + "/requests-*.jsonl")) for line in lines(path)]
came = lines(log)
assert {entry["code"] for entry in came} - {422} == {0, 201, 429, 500, 503}
taken = [entry for entry in came if entry["code"] == 201]
name, value = HEADER[target]
if target == "glpi":
    # A session is opened each time, also when all was sent.
    sessions = [entry for entry in taken if entry["path"] == "/apirest.php/initSession"]
    assert len(sessions) == 6
    assert all(entry["headers"]["authorization"] == "user_token " + KEY for entry in sessions)
    taken = [entry for entry in taken if entry not in sessions]
    assert all(entry["headers"]["app-token"] == "APP" for entry in taken)
assert all(entry["headers"][name] == value for entry in taken)
if target == "chatwoot":
    # A contact that was there already is found by its e-mail, and enters the inbox.
    searches = [entry for entry in taken if "/search?" in entry["path"]]
    assert len(searches) >= 3
    taken = [entry for entry in taken if entry not in searches]
    entering = next(entry for entry in taken if entry["path"].endswith("/contacts/51/contact_inboxes"))
    assert entering["body"] == {"inbox_id": 9}
    refused = next(entry for entry in came if entry["code"] == 422)
    taken[taken.index(entering)] = dict(refused, answer={"id": entering["answer"]["source_id"]})

ids = {"{inbox}": 9}
files = 0
for line in requests:
    entry = taken.pop(0)
    method, path = line["request"].split(" ", 1)
    for reference, number in ids.items():
        path = path.replace(reference, str(number))
    path = path.replace("{account}", "7")
    assert (entry["method"], entry["path"]) == (method, path), (entry, line)
    body = {key: put(value, ids) for key, value in line["body"].items()}
    if "input" in body:
        body["input"] = {key: put(value, ids) for key, value in body["input"].items()}
    attached = line.get("files", [])
    files += len(attached)
    if target == "zammad" and attached:
        article = body.get("article", body)
        article["attachments"] = [
            {
                "filename": file["name"].replace("/", "_"),
                "data": base64.b64encode(content(file)).decode(),
                "mime-type": file["mediaType"],
            }
            for file in attached
        ]
    if attached and target in ("freshdesk", "chatwoot"):
        fields = [
            (key + "[]" * isinstance(value, list), item)
            for key, value in body.items()
            for item in (value if isinstance(value, list) else [value])
        ]
        expected = [
            (key, None, item if isinstance(item, str) else json.dumps(item)) for key, item in fields
        ] + [
            ("attachments[]", file["name"].replace("/", "_"), content(file).decode()) for file in attached
        ]
        found = [(part["name"], part["file"], part["value"]) for part in entry["form"]]
        assert found == expected, (found, expected)
    else:
        assert entry["body"] == body, (entry["body"], body)
    if "saves" in line:
        answer = entry["answer"]
        number = answer.get("id") or answer["payload"]["contact_inbox"]["source_id"]
        ids["{" + line["saves"] + "}"] = number
    if target == "glpi":
        ticket = body["input"].get("items_id", entry["answer"]["id"])
        for file in attached:
            document, link = taken.pop(0), taken.pop(0)
            manifest, part = document["form"]
            assert document["path"] == "/apirest.php/Document/"
            assert json.loads(manifest["value"])["input"]["_filename"] == [part["file"]]
            assert part["value"] == content(file).decode()
            assert link["body"]["input"] == {
                "documents_id": document["answer"]["id"], "items_id": ticket, "itemtype": "Ticket"
            }
assert taken == [], taken
assert files > 0
print(len(requests), "requests")
