SELECT c.id, c.entry, j.object, j.entry, j.texts, j.hash
FROM contract c JOIN journal j ON j.seq = c.entry
WHERE c.organisation = $1 AND c.counted_by <> $2 AND (c.ends IS NULL OR c.ends >= $3)
ORDER BY c.id
