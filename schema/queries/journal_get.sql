SELECT object, entry, texts, hash FROM journal WHERE seq = $1
