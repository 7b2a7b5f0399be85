SELECT id, entry, frozen_entry, latest FROM review WHERE tender = $1 ORDER BY id
