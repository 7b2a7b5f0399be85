DELETE FROM contract WHERE id = $1
