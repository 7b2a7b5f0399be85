SELECT c.id, e.number, e.entry, j.object, j.entry, j.texts, j.hash
FROM contract c JOIN evidence e ON e.contract = c.id JOIN journal j ON j.seq = e.entry
WHERE c.organisation = $1 AND (c.ends IS NULL OR c.ends >= $2 OR c.renews <= $3)
ORDER BY c.id, e.number
