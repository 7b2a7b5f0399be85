SELECT c.id, o.promise, o.source, o.from_day, o.to_day, o.value, o.unit, o.persons, o.estimated, o.entry
FROM contract c JOIN observation o ON o.contract = c.id
-- part: where_running
ORDER BY c.id, o.promise, o.source, o.from_day
