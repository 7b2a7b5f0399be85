SELECT c.id, r.promise, r.on_day, r.rating, r.entry
FROM contract c JOIN rating r ON r.contract = c.id
WHERE c.organisation = $1 AND (c.ends IS NULL OR c.ends >= $2 OR c.renews <= $3)
ORDER BY c.id, r.promise, r.on_day
