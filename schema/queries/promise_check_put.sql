INSERT INTO promise_check (contract, promise, organisation, day, status, sequence, changed_on, changed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
