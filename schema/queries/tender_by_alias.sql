SELECT t.id, t.entry, j.object, j.entry, j.texts, j.hash
FROM alias a JOIN tender t ON t.id = a.object JOIN journal j ON j.seq = t.entry
WHERE a.organisation = $1 AND a.alias = $2 AND t.registration <> 'withdrawn'
ORDER BY a.object DESC LIMIT 20
