SELECT id, entry FROM tender
WHERE organisation = $1 AND reference = $2 AND registration <> 'withdrawn'
ORDER BY id DESC LIMIT 1
