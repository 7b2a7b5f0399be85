SELECT c.id, c.entry, j.object, j.entry, j.texts, j.hash
FROM contract c JOIN journal j ON j.seq = c.entry
WHERE c.organisation = $1 AND c.reference = $2
ORDER BY c.id DESC LIMIT 1
