SELECT l.tender, t.entry, j.object, j.entry, j.texts, j.hash
FROM (SELECT DISTINCT lapse.tender FROM lapse WHERE lapse.day <= $1) l
JOIN tender t ON t.id = l.tender
JOIN journal j ON j.seq = t.entry
WHERE $2 IS NULL OR t.organisation = $2
ORDER BY l.tender LIMIT $3
