SELECT e.organisation, e.valid_to, e.withdrawn, e.sequence, e.changed, e.changed_on, e.number, k.uuid, k.reference, k.title,
       k.kind, k.changed, k.ends IS NULL OR e.valid_to < k.ends
FROM evidence e CROSS JOIN contract k ON k.id = e.contract
WHERE e.organisation = $1 AND e.valid_to BETWEEN $2 AND $3 AND (e.withdrawn = 0 OR e.changed_on >= $4)
  AND (k.ends IS NULL OR e.valid_to < k.ends OR k.renews <= $5)
ORDER BY e.valid_to, e.contract, e.number
