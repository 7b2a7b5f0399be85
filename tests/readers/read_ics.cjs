// SPDX-License-Identifier: EUPL-1.2
// Calendars as ical.js reads them, in JSON. Called: node read_ics.cjs ICAL_JS FEED.ics...
const fs = require("node:fs");
const [, , library, ...feeds] = process.argv;
const ICAL = require(library);

const day = (component, name) => {
  const value = component.getFirstPropertyValue(name);
  return value === null ? null : value.toString();
};

function seen(component) {
  const get = (name) => component.getFirstPropertyValue(name);
  return {
    kind: component.name,
    uid: get("uid"),
    first: day(component, "dtstart"),
    end: day(component, component.name === "vtodo" ? "due" : "dtend"),
    summary: get("summary"),
    sequence: get("sequence"),
    status: get("status"),
    related: get("related-to"),
  };
}

const read = feeds.map((feed) => {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(feed, "utf-8")));
  return calendar.getAllSubcomponents().filter((c) => c.name === "vevent" || c.name === "vtodo").map(seen);
});
process.stdout.write(JSON.stringify(read));
