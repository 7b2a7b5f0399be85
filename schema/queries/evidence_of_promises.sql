SELECT s.promise, e.number
FROM evidence_serves s JOIN evidence e ON e.contract = s.contract AND e.number = s.evidence
WHERE s.contract = $1 AND e.withdrawn = 0
ORDER BY s.promise, e.number
