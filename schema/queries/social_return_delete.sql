DELETE FROM social_return WHERE organisation = $1 AND contract = $2
