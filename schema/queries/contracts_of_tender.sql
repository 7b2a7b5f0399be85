SELECT id, entry FROM contract WHERE tender = $1 ORDER BY id
