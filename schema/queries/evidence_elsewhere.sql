SELECT DISTINCT contract.id, contract.reference, contract.suppliers
FROM evidence JOIN contract ON contract.id = evidence.contract
WHERE evidence.organisation = $1 AND evidence.sha256 = $2 AND evidence.contract <> $3 AND evidence.withdrawn = 0
ORDER BY contract.id
