-- The documents that are to prove promises, and were not withdrawn.
SELECT c.id, e.number, e.entry, j.object, j.entry, j.texts, j.hash, s.promise
FROM contract c JOIN promise p ON p.contract = c.id JOIN evidence_serves s ON s.contract = p.contract AND s.promise = p.number
JOIN evidence e ON e.contract = s.contract AND e.number = s.evidence JOIN journal j ON j.seq = e.entry
WHERE c.organisation = $1
-- part: promise_filter
  AND e.withdrawn = 0
ORDER BY c.id DESC, s.promise, s.evidence
