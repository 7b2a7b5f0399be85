SELECT id, entry FROM tender WHERE uuid = $1
