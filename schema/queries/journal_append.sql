INSERT INTO journal (seq, object, entry, texts, hash) VALUES ($1, $2, $3, $4, $5)
