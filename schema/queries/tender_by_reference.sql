SELECT t.id, t.entry, j.object, j.entry, j.texts, j.hash
FROM tender t JOIN journal j ON j.seq = t.entry
WHERE t.organisation = $1 AND t.reference = $2 AND t.registration <> 'withdrawn'
ORDER BY t.id DESC LIMIT 1
