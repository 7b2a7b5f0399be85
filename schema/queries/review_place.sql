SELECT id, entry, latest, frozen_entry FROM review WHERE uuid = $1
