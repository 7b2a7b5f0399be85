DELETE FROM observation WHERE contract = $1 AND promise = $2 AND source = $3 AND from_day = $4
