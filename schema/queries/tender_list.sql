SELECT t.id, t.uuid, t.revision, t.organisation, t.reference, t.title, t.kind, t.phase, t.registration, t.lapses_on,
       t.started_on, t.ambition, t.outline
FROM tender t
WHERE ($1 IS NULL OR t.organisation = $1) AND t.id < $2
-- part: tender_filter
ORDER BY t.id DESC LIMIT $12
