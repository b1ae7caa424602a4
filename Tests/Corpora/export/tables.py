"""Reads the golden CSV files with Python's csv and compares them with the golden JSON Lines.

usage: tables.py PROJECT
"""
import csv
import json
import sys

golden = sys.argv[1] + "/Tests/Golden/export"
with open(golden + "/csv/tickets.csv", encoding="utf-8", newline="") as file:
    tickets = {row["ticket"]: row for row in csv.DictReader(file, strict=True)}
with open(golden + "/csv/messages.csv", encoding="utf-8", newline="") as file:
    messages = {row["id"]: row for row in csv.DictReader(file, strict=True)}
with open(golden + "/jsonl/tickets.jsonl", encoding="utf-8", newline="\n") as file:
    records = [json.loads(line) for line in file]


def same(cell, text):
    """A cell is its text, or that with the apostrophe that makes a formula harmless."""
    assert cell in (text, "'" + text), (cell, text)
    first = cell.lstrip(" ")[:1]
    harmless = first not in ("=", "@", "\t", "\r") and (
        first not in ("+", "-") or all(c in "0123456789 .,()-" for c in cell.lstrip(" ")[1:]))
    assert harmless, cell


assert len(records) == len(tickets) > 3
entries = 0
for record in records:
    row = tickets[record["ticket"]]
    assert None not in row and None not in row.values(), row
    same(row["title"], record["title"])
    same(row["name"], (record["requester"] or {}).get("name", ""))
    for entry in record["entries"]:
        entries += 1
        same(messages[entry["id"]]["text"], entry["text"])
        assert messages[entry["id"]]["at"] == entry["at"]
assert any(row["title"] == "'=1+1" for row in tickets.values())
assert entries >= len(messages) > 20
