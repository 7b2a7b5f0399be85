SELECT id, entry, frozen_entry FROM review WHERE tender = $1 AND latest = 1
