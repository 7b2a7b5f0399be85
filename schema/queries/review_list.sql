SELECT r.id, r.entry, r.frozen_entry, r.latest, j.object, j.entry, j.texts, j.hash, f.object, f.entry, f.texts, f.hash, r.agenda, t.id, t.entry, tj.object, tj.entry, tj.texts, tj.hash
FROM review r JOIN tender t ON t.uuid = r.tender
JOIN journal j ON j.seq = r.entry JOIN journal f ON f.seq = r.frozen_entry JOIN journal tj ON tj.seq = t.entry
WHERE r.organisation = $1 AND ($2 IS NULL OR r.agenda = $2) AND ($3 IS NULL OR r.state = $3) AND r.id < $4
ORDER BY r.id DESC LIMIT $5
