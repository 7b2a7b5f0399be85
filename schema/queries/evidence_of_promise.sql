SELECT evidence.number FROM evidence_serves
JOIN evidence ON evidence.contract = evidence_serves.contract AND evidence.number = evidence_serves.evidence
WHERE evidence_serves.contract = $1 AND evidence_serves.promise = $2 AND evidence.withdrawn = 0
ORDER BY evidence.number
