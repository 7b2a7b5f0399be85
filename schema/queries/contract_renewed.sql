SELECT c.id, c.entry, j.object, j.entry, j.texts, j.hash
FROM contract c JOIN journal j ON j.seq = c.entry
WHERE c.renews <= $1 AND ($2 IS NULL OR c.organisation = $2)
ORDER BY c.id LIMIT $3
