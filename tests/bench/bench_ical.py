#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The time of python3-icalendar for the events of bench_ical, which runs this as a child of its own. The clock runs
while the calendar is built and made bytes, and not while Python starts, imports, or makes dates out of texts.

Called: bench_ical.py ROUNDS < EVENTS      (JSON: {"name", "description", "events": [...]})
Prints per round: milliseconds and bytes.
"""
import datetime
import gc
import json
import sys
import time

try:
    import icalendar
except ImportError:
    print("python3-icalendar is not installed", file=sys.stderr)
    sys.exit(2)


def prepared(event):
    return {**event, "first": datetime.date.fromisoformat(event["first"]), "end": datetime.date.fromisoformat(event["end"]),
            "changed": datetime.datetime.fromisoformat(event["changed"]).astimezone(datetime.timezone.utc)}


def event_of(each):
    event = icalendar.Event()
    event.add("uid", each["uid"])
    event.add("dtstamp", each["changed"])
    event.add("last-modified", each["changed"])
    event.add("sequence", each["sequence"])
    event.add("dtstart", each["first"])
    event.add("dtend", each["end"])
    event.add("summary", each["summary"])
    event.add("description", each["description"])
    event.add("categories", each["categories"])
    event.add("status", each["status"])
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event


def calendar_of(feed, events):
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//libmvoi//mvoi//NL")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", feed["name"])
    calendar.add("description", feed["description"])
    for each in events:
        calendar.add_component(event_of(each))
    return calendar.to_ical(sorted=False)


def main():
    feed = json.load(sys.stdin)
    events = [prepared(each) for each in feed["events"]]
    for _ in range(int(sys.argv[1])):
        gc.collect()
        start = time.perf_counter()
        written = calendar_of(feed, events)
        print(f"{(time.perf_counter() - start) * 1000:.2f} {len(written)}", flush=True)
        del written


main()
