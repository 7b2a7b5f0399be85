SELECT c.id, o.promise, o.source, o.from_day, o.to_day, o.value, o.unit, o.persons, o.estimated, o.entry
FROM contract c JOIN promise p ON p.contract = c.id JOIN observation o ON o.contract = p.contract AND o.promise = p.number
WHERE c.organisation = $1
-- part: promise_filter
ORDER BY c.id DESC, p.number, o.source, o.from_day
