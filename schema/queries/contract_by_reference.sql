SELECT id, entry, source_digest FROM contract
WHERE organisation = $1 AND reference = $2
ORDER BY id DESC LIMIT 1
