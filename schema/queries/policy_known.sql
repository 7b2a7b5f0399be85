SELECT policy FROM policy
WHERE organisation = $1 AND valid_from <= $2 AND entry < $3
ORDER BY valid_from DESC, entry DESC LIMIT 1
