SELECT r.id, r.entry, r.frozen_entry, r.latest, r.agenda, t.id, t.entry FROM review r JOIN tender t ON t.uuid = r.tender
WHERE r.organisation = $1 AND ($2 IS NULL OR r.agenda = $2) AND ($3 IS NULL OR r.state = $3) AND r.id < $4
ORDER BY r.id DESC LIMIT $5
