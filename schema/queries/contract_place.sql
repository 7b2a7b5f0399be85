SELECT id, entry FROM contract WHERE uuid = $1
