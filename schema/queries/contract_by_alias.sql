SELECT c.id, c.entry, j.object, j.entry, j.texts, j.hash
FROM alias a JOIN contract c ON c.id = a.object JOIN journal j ON j.seq = c.entry
WHERE a.organisation = $1 AND a.alias = $2
ORDER BY a.object DESC LIMIT 20
