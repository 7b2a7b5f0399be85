DELETE FROM tender WHERE id = $1
