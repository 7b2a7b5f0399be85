SELECT id, entry, EXISTS (SELECT 1 FROM promise WHERE promise.contract = contract.id)
    OR EXISTS (SELECT 1 FROM social_return s WHERE s.organisation = contract.organisation AND s.contract = contract.id)
FROM contract
WHERE organisation = $1 AND id < $2
ORDER BY id DESC
