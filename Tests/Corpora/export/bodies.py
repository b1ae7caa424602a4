"""Checks every body of the golden folders against the JSON Schemas beside this file.

usage: bodies.py PROJECT
"""
import glob
import json
import re
import sys

import jsonschema

project = sys.argv[1]
golden = project + "/Tests/Golden/export/"
count = 0


def schema(name):
    with open(f"{project}/Tests/Corpora/export/schemas/{name}.schema.json", encoding="utf-8") as file:
        found = json.load(file)
    assert found["$comment"].startswith("Source: https://"), name
    return jsonschema.Draft202012Validator(
        found, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def check(name, body, where):
    global count
    count += 1
    errors = list(schema(name).iter_errors(body))
    if errors:
        sys.exit(f"{where}: {name}: {errors[0].json_path}: {errors[0].message}")


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


# As the README says: an id that Zendesk gave takes the place of each of our names.
def with_ids(value):
    if isinstance(value, list):
        return [with_ids(element) for element in value]
    if not isinstance(value, dict):
        return value
    return {
        key: 360001 if re.fullmatch("(author|requester|assignee)_id", key) else with_ids(member)
        for key, member in value.items()
    }


for path in sorted(glob.glob(golden + "zendesk/users-*.json")):
    check("zendesk-users", load(path), path)
for path in sorted(glob.glob(golden + "zendesk/tickets-*.json")):
    check("zendesk-tickets", with_ids(load(path)), path)
    count += sum(len(ticket["comments"]) for ticket in load(path)["tickets"])
for path in sorted(glob.glob(golden + "jira/issues-*.json")):
    check("jira-import", load(path), path)

requests = {
    "freshdesk": [(r"POST /api/v2/tickets", "freshdesk-ticket"),
                  (r"POST /api/v2/tickets/\{[^}]+\}/notes", "freshdesk-note")],
    "zammad": [(r"POST /api/v1/tickets", "zammad-ticket"),
               (r"POST /api/v1/ticket_articles", "zammad-article")],
    "glpi": [(r"POST /apirest.php/Ticket", "glpi-ticket"),
             (r"POST /apirest.php/ITILFollowup", "glpi-followup"),
             (r"PUT /apirest.php/Ticket/\{[^}]+\}", "glpi-update")],
    "chatwoot": [(r"POST /api/v1/accounts/\{account\}/contacts", "chatwoot-contact"),
                 (r"POST /api/v1/accounts/\{account\}/conversations", "chatwoot-conversation"),
                 (r"POST /api/v1/accounts/\{account\}/conversations/\{[^}]+\}/messages",
                  "chatwoot-message"),
                 (r"POST /api/v1/accounts/\{account\}/conversations/\{[^}]+\}/toggle_status",
                  "chatwoot-status")],
}
for target, kinds in requests.items():
    saved = set()
    ended = set()
    for path in sorted(glob.glob(f"{golden}{target}/requests-*.jsonl")):
        for line in open(path, encoding="utf-8", newline="\n"):
            request = json.loads(line)
            names = [name for form, name in kinds if re.fullmatch(form, request["request"])]
            assert len(names) == 1, request["request"]
            check(names[0], request["body"], path)
            # What a later request needs was answered to an earlier one.
            needed = set(re.findall(r"\{(\w+/\d+)\}", request["request"]))
            for key in ("ticket_id", "source_id", "items_id"):
                body = request["body"].get("input", request["body"])
                needed |= set(re.findall(r"^\{(.+)\}$", str(body.get(key, ""))))
            assert needed <= saved, (request["request"], needed)
            saved.add(request.get("saves"))
            # Once closed, nothing is said in it any more.
            assert names[0] in ("glpi-update", "chatwoot-status") or not needed & ended, needed
            if names[0] in ("glpi-update", "chatwoot-status"):
                ended |= needed
    assert saved, target
    assert bool(ended) == (target in ("glpi", "chatwoot")), target
print(f"{count} bodies")
