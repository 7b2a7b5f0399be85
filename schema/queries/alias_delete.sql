DELETE FROM alias WHERE organisation = $1 AND alias = $2 AND object = $3
