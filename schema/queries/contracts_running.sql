SELECT c.id, c.entry, j.object, j.entry, j.texts, j.hash
FROM contract c JOIN journal j ON j.seq = c.entry
WHERE c.organisation = $1 AND (c.ends IS NULL OR c.ends >= $2 OR c.renews <= $3)
ORDER BY c.id
