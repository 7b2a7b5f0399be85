SELECT c.organisation, c.code, c.date, c.certainty, c.status, c.sequence, k.changed, k.uuid, k.reference, k.title, k.kind,
       '', k.entry, c.changed_on, c.sum
FROM calendar c CROSS JOIN contract k ON k.id = c.object
WHERE c.organisation = $1 AND c.first BETWEEN $2 AND $3 AND c.last >= $4 AND (k.renews IS NULL OR k.renews > $5)
  AND (c.status <> 'cancelled' OR c.changed_on IS NULL OR c.changed_on >= $6)
ORDER BY c.first, c.object, c.code
