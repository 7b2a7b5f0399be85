SELECT t.id, t.entry, j.object, j.entry, j.texts, j.hash
FROM tender t JOIN journal j ON j.seq = t.entry
WHERE t.uuid = $1
