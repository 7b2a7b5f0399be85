INSERT INTO observation (contract, promise, source, from_day, to_day, value, unit, persons, estimated, entry)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
