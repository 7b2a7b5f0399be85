UPDATE wording SET uses = uses - 1 WHERE organisation = $1 AND hash = $2
