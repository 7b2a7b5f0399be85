DELETE FROM wording WHERE organisation = $1 AND hash = $2
