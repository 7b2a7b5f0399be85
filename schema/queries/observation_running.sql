SELECT c.id, o.promise, o.source, o.from_day, o.to_day, o.value, o.unit, o.persons, o.estimated, o.entry
FROM contract c JOIN observation o ON o.contract = c.id
WHERE c.organisation = $1 AND (c.ends IS NULL OR c.ends >= $2 OR c.renews <= $3)
ORDER BY c.id, o.promise, o.source, o.from_day
