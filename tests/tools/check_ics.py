#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Checks a calendar feed: its bytes, the rules of RFC 5545 and 7986 that a feed has to keep, and whether
python3-icalendar and python3-vobject read the same out of it.

    check_ics.py FEED.ics...

Exit 0 when nothing is wrong, 1 with one sentence per fault, 2 when a file or a reader is missing.
"""

import datetime
import re
import sys

try:
    import icalendar
    import vobject
except ImportError as missing:
    print(f"{missing.name} is not installed (Debian: python3-icalendar, python3-vobject)", file=sys.stderr)
    sys.exit(2)

STATUSES = {"TENTATIVE", "CONFIRMED", "CANCELLED"}
TEXTS = {"SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "UID", "CATEGORIES", "RELATED-TO"}
ONCE_IN_EVENT = ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "SEQUENCE", "TRANSP"]
TODO_STATUSES = {"NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"}
ONCE_IN_TODO = ["UID", "DTSTAMP", "DUE", "SUMMARY", "STATUS", "SEQUENCE"]
AT_MOST_ONCE_IN_TODO = ["DTSTART", "COMPLETED", "PERCENT-COMPLETE", "PRIORITY", "LAST-MODIFIED", "DESCRIPTION"]
AT_MOST_ONCE_IN_EVENT = ["DTEND", "DURATION", "LAST-MODIFIED", "DESCRIPTION"]
ONCE_IN_CALENDAR = ["VERSION", "PRODID"]
AT_MOST_ONCE_IN_CALENDAR = ["CALSCALE", "LAST-MODIFIED", "REFRESH-INTERVAL", "UID"]
UTC_STAMP = re.compile(r"\d{8}T\d{6}Z")
NAME, PARAMETER_VALUE = r"[A-Za-z0-9-]+", r'(?:"[^"]*"|[^";:,]*)'
PARAMETER = f"{NAME}={PARAMETER_VALUE}(?:,{PARAMETER_VALUE})*"
LINE = re.compile(f"({NAME})((?:;{PARAMETER})*):(.*)", re.DOTALL)


class Property:
    def __init__(self, number, name, parameters, value):
        self.number, self.name, self.parameters, self.value = number, name, parameters, value


class Component:
    def __init__(self, name, number):
        self.name, self.number, self.properties, self.components = name, number, [], []

    def all(self, name):
        return [found for found in self.properties if found.name == name]

    def first(self, name):
        return next(iter(self.all(name)), None)


# ---- bytes --------------------------------------------------------------------------------------------------------


def check_bytes(data):
    if data.startswith(b"\xef\xbb\xbf"):
        yield "The file begins with a byte order mark."
    if not data.endswith(b"\r\n"):
        yield "The last line does not end with CRLF."
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        yield "A line ends with something else than CRLF."
    for number, line in enumerate(data.split(b"\r\n")[:-1], 1):
        yield from check_physical_line(number, line)


def check_physical_line(number, line):
    if not line.strip(b" \t"):
        yield f"Line {number} is empty or holds only blanks."
    if len(line) > 75:
        yield f"Line {number} has {len(line)} octets, more than 75."
    if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
        yield f"Line {number} holds a control character."
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        yield f"Line {number} is not UTF-8 by itself; a fold may cut a character."


# ---- content lines ------------------------------------------------------------------------------------------------


def unfold(data):
    """(number of the first physical line, text) of each content line."""
    lines = []
    for number, line in enumerate(data.decode("utf-8", "replace").split("\r\n"), 1):
        if line[:1] in (" ", "\t") and lines:
            lines[-1][1] += line[1:]
        elif line:
            lines.append([number, line])
    return lines


def read_property(number, text):
    match = LINE.fullmatch(text)
    if not match:
        return None
    parameters = {}
    for name, value in re.findall(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^;:"])*)', match[2]):
        parameters[name.upper()] = value
    return Property(number, match[1].upper(), parameters, match[3])


def build_tree(lines, faults):
    root = Component("", 0)
    open_components = [root]
    for number, text in lines:
        found = read_property(number, text)
        if found is None:
            faults.append(f"Line {number} is not a content line: {text[:60]!r}.")
        elif found.name == "BEGIN":
            component = Component(found.value.upper(), number)
            open_components[-1].components.append(component)
            open_components.append(component)
        elif found.name == "END":
            if len(open_components) == 1 or open_components[-1].name != found.value.upper():
                faults.append(f"Line {number} ends {found.value}, which is not the component that is open.")
                return root
            open_components.pop()
        else:
            if open_components[-1].components:
                faults.append(f"Line {number}: {found.name} stands after a component instead of before it.")
            open_components[-1].properties.append(found)
    if len(open_components) > 1:
        faults.append(f"{open_components[-1].name} of line {open_components[-1].number} is not ended.")
    return root


# ---- rules --------------------------------------------------------------------------------------------------------


def check_counts(component, once, at_most_once):
    for name in once:
        count = len(component.all(name))
        if count != 1:
            yield f"{component.name} of line {component.number} has {name} {count} times instead of once."
    for name in at_most_once:
        if len(component.all(name)) > 1:
            yield f"{component.name} of line {component.number} has more than one {name}."


def check_text(found):
    if re.search(r"\\(?![\\;,nN])", re.sub(r"\\\\", "", found.value)):
        yield f"Line {found.number}: {found.name} has a backslash that escapes nothing."
    forbidden = ";" if found.name == "CATEGORIES" else ";,"
    if re.search(f"[{forbidden}]", re.sub(r"\\.", "", found.value)):
        yield f"Line {found.number}: {found.name} has a semicolon or comma that is not escaped."


def check_calendar(calendar):
    yield from check_counts(calendar, ONCE_IN_CALENDAR, AT_MOST_ONCE_IN_CALENDAR)
    if calendar.first("VERSION") and calendar.first("VERSION").value != "2.0":
        yield "VERSION is not 2.0."
    if calendar.first("METHOD"):
        yield "The calendar has a METHOD, which a feed without ORGANIZER may not have."
    if not calendar.components:
        yield "The calendar holds no component; an empty feed needs a VTIMEZONE."
    for found in calendar.all("REFRESH-INTERVAL"):
        if found.parameters.get("VALUE") != "DURATION":
            yield "REFRESH-INTERVAL lacks VALUE=DURATION."
    for found in calendar.properties:
        if found.name in TEXTS:
            yield from check_text(found)
        if found.name == "LAST-MODIFIED" and not UTC_STAMP.fullmatch(found.value):
            yield f"Line {found.number}: LAST-MODIFIED is not a UTC stamp."


def day_of(found):
    """The day of a DATE; None for everything else."""
    if found is None or found.parameters.get("VALUE") != "DATE" or not re.fullmatch(r"\d{8}", found.value):
        return None
    try:
        return datetime.datetime.strptime(found.value, "%Y%m%d").date()
    except ValueError:
        return None


def check_days(event, where):
    start, end = event.first("DTSTART"), event.first("DTEND")
    if end and event.first("DURATION"):
        yield f"{where} has both DTEND and DURATION."
    for found in filter(None, (start, end)):
        if day_of(found) is None:
            yield f"{where}: {found.name} is not a whole day such as {found.name};VALUE=DATE:20270301."
    if day_of(start) and day_of(end) and day_of(end) <= day_of(start):
        yield f"{where}: DTEND is not after DTSTART; the end of a day is the day after it."


def check_shared(component, where, statuses):
    """The common rules of an event and a task."""
    for name in ("DTSTAMP", "LAST-MODIFIED", "CREATED", "COMPLETED"):
        for found in component.all(name):
            if not UTC_STAMP.fullmatch(found.value):
                yield f"{where}: {name} is not a UTC stamp: {found.value!r}."
    for found in component.all("STATUS"):
        if found.value not in statuses:
            yield f"{where}: STATUS is {found.value!r}; it is one of {', '.join(sorted(statuses))}."
    for found in component.all("SEQUENCE"):
        if not re.fullmatch(r"\d+", found.value):
            yield f"{where}: SEQUENCE is {found.value!r} and no whole number from 0."
    for found in component.properties:
        if found.name in TEXTS:
            yield from check_text(found)


def check_event(event):
    where = f"VEVENT of line {event.number}"
    yield from check_counts(event, ONCE_IN_EVENT, AT_MOST_ONCE_IN_EVENT)
    yield from check_days(event, where)
    yield from check_shared(event, where, STATUSES)
    for found in event.all("TRANSP"):
        if found.value != "TRANSPARENT":
            yield f"{where}: TRANSP is {found.value!r}, so the item keeps time taken."


def check_todo(todo):
    where = f"VTODO of line {todo.number}"
    yield from check_counts(todo, ONCE_IN_TODO, AT_MOST_ONCE_IN_TODO)
    yield from check_shared(todo, where, TODO_STATUSES)
    if todo.first("DUE") and day_of(todo.first("DUE")) is None:
        yield f"{where}: DUE is not a whole day such as DUE;VALUE=DATE:20270301."
    for name in ("TRANSP", "DTEND"):
        if todo.first(name):
            yield f"{where} has {name}, which only an event has."
    status, percent = todo.first("STATUS"), todo.first("PERCENT-COMPLETE")
    done = status is not None and status.value == "COMPLETED"
    if done and percent and percent.value != "100":
        yield f"{where} is COMPLETED for {percent.value} percent."
    if todo.first("COMPLETED") and not done:
        yield f"{where} says when it was completed, and is not."
    for found in todo.all("PRIORITY"):
        if not re.fullmatch("[0-9]", found.value):
            yield f"{where}: PRIORITY is {found.value!r}; it is 0 to 9."


def check_uids(events):
    seen = {}
    for event in events:
        uid = event.first("UID")
        if uid is None:
            continue
        if uid.value in seen:
            yield f"UID {uid.value} of line {uid.number} stands already in line {seen[uid.value]}."
        seen.setdefault(uid.value, uid.number)


def check_time_zones(calendar):
    zones = [component for component in calendar.components if component.name == "VTIMEZONE"]
    defined = {found.value for zone in zones for found in zone.all("TZID")}
    for component in calendar.components:
        for found in component.properties:
            used = found.parameters.get("TZID")
            if used and used not in defined:
                yield f"Line {found.number}: TZID {used} has no VTIMEZONE."


# ---- other readers ------------------------------------------------------------------------------------------------


def unescape(text):
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text, flags=re.DOTALL)


def compare(reader, events, read, knows_backslash=True):
    """`read` holds (uid, summary, first day) as another reader found them."""
    if len(read) != len(events):
        yield f"{reader} reads {len(read)} events where {len(events)} stand."
        return
    for event, theirs in zip(events, read):
        if not knows_backslash and event.first("SUMMARY") and "\\\\" in event.first("SUMMARY").value:
            continue
        ours = tuple(unescape(event.first(name).value) if event.first(name) else None for name in ("UID", "SUMMARY"))
        if (*ours, day_of(event.first("DTSTART"))) != theirs:
            yield f"{reader} reads the VEVENT of line {event.number} otherwise: {theirs!r}."


def check_with_icalendar(data, events):
    try:
        calendar = icalendar.Calendar.from_ical(data)
    except Exception as error:  # whatever a reader throws is a fault of the file
        yield f"python3-icalendar cannot read the file: {error}"
        return
    faults = [error for component in calendar.walk() for error in component.errors]
    for name, error in faults:
        yield f"python3-icalendar finds a fault in {name}: {error}"
    if not faults:
        read = [(str(e.get("UID")), str(e.get("SUMMARY")), e.decoded("DTSTART")) for e in calendar.walk("VEVENT")]
        # Version 4 undoes one kind of escape after another: an escaped backslash before an n becomes a newline.
        yield from compare("python3-icalendar", events, read, knows_backslash=False)


def check_with_vobject(data, events):
    try:
        calendar = vobject.readOne(data.decode("utf-8"))
        calendar.validate(raiseException=True)
        read = [(e.uid.value, e.summary.value, e.dtstart.value) for e in getattr(calendar, "vevent_list", [])]
    except Exception as error:
        yield f"python3-vobject cannot read the file: {error or type(error).__name__}"
        return
    yield from compare("python3-vobject", events, read)


def check(data):
    faults = list(check_bytes(data))
    root = build_tree(unfold(data), faults)
    if [component.name for component in root.components] != ["VCALENDAR"] or root.properties:
        return faults + ["The file is not one VCALENDAR and nothing else."]
    calendar = root.components[0]
    events = [component for component in calendar.components if component.name == "VEVENT"]
    faults += check_calendar(calendar)
    for event in events:
        faults += check_event(event)
    todos = [component for component in calendar.components if component.name == "VTODO"]
    for todo in todos:
        faults += check_todo(todo)
    faults += check_uids(events + todos)
    faults += check_time_zones(calendar)
    faults += check_with_icalendar(data, events)
    faults += check_with_vobject(data, events)
    return faults


def main(paths):
    if not paths or paths[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 2
    wrong = False
    for path in paths:
        try:
            with open(path, "rb") as file:
                faults = check(file.read())
        except OSError as error:
            print(f"{path}: {error.strerror}", file=sys.stderr)
            return 2
        for fault in faults:
            print(f"{path}: {fault}")
        wrong = wrong or bool(faults)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
