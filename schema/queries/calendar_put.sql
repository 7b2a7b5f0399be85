INSERT INTO calendar (organisation, first, object, code, last, date, certainty, status, sequence, changed_on, changed,
                      sum)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
