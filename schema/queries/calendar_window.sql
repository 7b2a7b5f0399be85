SELECT c.organisation, c.code, c.date, c.certainty, c.status, c.sequence, c.changed, t.uuid, t.reference, t.title, t.kind,
       t.outline, t.entry, c.changed_on
FROM calendar c CROSS JOIN tender t ON t.id = c.object
WHERE c.organisation = $1 AND c.first BETWEEN $2 AND $3 AND c.last >= $4
  AND t.registration <> 'withdrawn' AND (t.registration <> 'provisional' OR ($6 = 0 AND t.lapses_on >= $5))
  AND (c.status <> 'cancelled' OR c.changed_on IS NULL OR c.changed_on >= $7)
ORDER BY c.first, c.object, c.code
