SELECT seq, object, entry, texts, hash FROM journal WHERE seq > $1 ORDER BY seq LIMIT $2
