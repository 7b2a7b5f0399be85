SELECT t.id, t.uuid, t.revision, t.organisation, t.reference, t.title, t.kind, t.phase, t.registration, t.lapses_on,
       t.started_on, t.ambition, t.outline
FROM tender_flag m CROSS JOIN tender t ON t.id = m.tender
WHERE m.organisation = $1 AND m.flag = $7 AND m.tender < $2 AND (m.since IS NULL OR m.since <= $11)
-- part: tender_filter
ORDER BY m.tender DESC LIMIT $12
