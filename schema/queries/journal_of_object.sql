SELECT seq, object, entry, texts, hash FROM journal WHERE object = $1 AND seq > $2 ORDER BY seq LIMIT $3
