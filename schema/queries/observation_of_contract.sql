SELECT contract, promise, source, from_day, to_day, value, unit, persons, estimated,
    entry FROM observation WHERE contract = $1 ORDER BY promise, source, from_day
