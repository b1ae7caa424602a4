"""When business hours open and close in a year, worked out minute by minute with zoneinfo.

Reads lines of JSON: zone, year, weekly, holidays, exceptions, as hours.json writes them. Writes for
each a line of JSON: the seconds since 1970 at which it opens or closes within that year, in order.
"""

import datetime
import json
import sys
import zoneinfo

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
UTC = datetime.timezone.utc


def minutes(text):
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def intervals(text):
    for part in text.split(","):
        start, end = (minutes(bound) for bound in part.split("-"))
        yield start, end if end > start else end + 1440


def weekdays(text):
    first, _, last = text.partition("-")
    day = DAYS.index(first)
    while True:
        yield day
        if DAYS[day] == (last or first):
            return
        day = (day + 1) % 7


def day_intervals(hours, date):
    for exception in hours["exceptions"]:
        day, _, text = exception.partition("=")
        if day == date.isoformat():
            return [] if text == "closed" else list(intervals(text))
    for holiday in hours["holidays"]:
        if holiday.partition("=")[0] in (date.isoformat(), date.strftime("%m-%d")):
            return []
    found = []
    for entry in hours["weekly"]:
        days, _, text = entry.partition("=")
        if date.weekday() in weekdays(days):
            found += intervals(text)
    return found


def shows(zone, minute):
    """What the clocks show at a minute since 1970, as a naive datetime."""
    instant = datetime.datetime.fromtimestamp(minute * 60, UTC)
    return instant.astimezone(zone).replace(tzinfo=None)


def minute_of(zone, wall, last):
    """The first or the last minute at which the clocks show this, else the one that ends the gap."""
    around = int(wall.replace(tzinfo=UTC).timestamp()) // 60
    near = range(around - 26 * 60, around + 26 * 60)
    offsets = {(shows(zone, minute) - epoch(minute)) for minute in (near[0], around, near[-1])}
    hits = [around - int(offset.total_seconds()) // 60 for offset in offsets]
    hits = sorted(minute for minute in hits if shows(zone, minute) == wall)
    if hits:
        return hits[-1] if last else hits[0]
    return next(minute for minute in near if shows(zone, minute) > wall)


def epoch(minute):
    return datetime.datetime.fromtimestamp(minute * 60, UTC).replace(tzinfo=None)


def changes(hours):
    zone = zoneinfo.ZoneInfo(hours["zone"])
    begin = int(datetime.datetime(hours["year"], 1, 1, tzinfo=UTC).timestamp()) // 60
    end = int(datetime.datetime(hours["year"] + 1, 1, 1, tzinfo=UTC).timestamp()) // 60
    is_open = bytearray(end - begin)
    date = datetime.date(hours["year"] - 1, 12, 29)
    while date < datetime.date(hours["year"] + 1, 1, 3):
        midnight = datetime.datetime.combine(date, datetime.time())
        for start, stop in day_intervals(hours, date):
            first = minute_of(zone, midnight + datetime.timedelta(minutes=start), last=False)
            after = minute_of(zone, midnight + datetime.timedelta(minutes=stop), last=True)
            for minute in range(max(first, begin), min(after, end)):
                is_open[minute - begin] = 1
        date += datetime.timedelta(days=1)
    return [
        (begin + place) * 60
        for place in range(1, end - begin)
        if is_open[place] != is_open[place - 1]
    ]


for line in sys.stdin:
    print(json.dumps(changes(json.loads(line))))
