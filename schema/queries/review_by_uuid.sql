SELECT r.id, r.entry, r.frozen_entry, r.latest, j.object, j.entry, j.texts, j.hash, f.object, f.entry, f.texts, f.hash
FROM review r JOIN journal j ON j.seq = r.entry JOIN journal f ON f.seq = r.frozen_entry
WHERE r.uuid = $1
