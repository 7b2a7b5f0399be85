SELECT r.organisation, r.uuid, r.meeting, r.state, r.latest, r.sequence, r.changed, t.uuid, t.reference, t.title, t.kind
FROM review r CROSS JOIN tender t ON t.uuid = r.tender
WHERE r.organisation = $1 AND r.meeting BETWEEN $2 AND $3 AND (r.latest = 1 OR r.state <> 'open' OR r.changed >= $4)
ORDER BY r.meeting, r.id
