SELECT p.organisation, p.day, p.status, p.sequence, p.changed, p.changed_on, p.promise, k.uuid, k.reference, k.title, k.kind,
       k.changed
FROM promise_check p CROSS JOIN contract k ON k.id = p.contract
WHERE p.organisation = $1 AND p.day BETWEEN $2 AND $3 AND (p.status <> 'cancelled' OR p.changed_on >= $4)
ORDER BY p.day, p.contract, p.promise
