SELECT c.id, e.number, e.entry, j.object, j.entry, j.texts, j.hash
FROM contract c JOIN evidence e ON e.contract = c.id JOIN journal j ON j.seq = e.entry
-- part: where_running
ORDER BY c.id, e.number
