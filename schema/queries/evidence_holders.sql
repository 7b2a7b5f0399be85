-- $2 is fingerprints one after the other, of 64 characters each.
WITH RECURSIVE wanted (place, sha256) AS (
    SELECT 1, substr($2, 1, 64)
    UNION ALL
    SELECT place + 64, substr($2, place + 64, 64) FROM wanted WHERE place + 64 < length($2)
)
SELECT DISTINCT wanted.sha256, contract.id, contract.reference, contract.suppliers
FROM wanted JOIN evidence ON evidence.sha256 = wanted.sha256 JOIN contract ON contract.id = evidence.contract
WHERE evidence.organisation = $1 AND evidence.withdrawn = 0
ORDER BY wanted.sha256, contract.id
