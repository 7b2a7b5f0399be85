SELECT id, entry, EXISTS (SELECT 1 FROM promise WHERE promise.contract = contract.id) FROM contract
WHERE organisation = $1 AND id < $2
ORDER BY id DESC
