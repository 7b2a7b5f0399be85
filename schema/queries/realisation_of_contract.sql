SELECT r.contract, r.entry, r.kind, r.number, r.taken_back, j.object, j.entry, j.texts, j.hash
FROM realisation r JOIN journal j ON j.seq = r.entry
WHERE r.contract = $1
ORDER BY r.entry, r.kind, r.number
