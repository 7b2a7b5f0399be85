SELECT c.id, r.promise, r.on_day, r.rating, r.entry
FROM contract c JOIN rating r ON r.contract = c.id
-- part: where_running
ORDER BY c.id, r.promise, r.on_day
