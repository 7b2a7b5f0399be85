INSERT INTO promise (contract, number, organisation, theme, owner) VALUES ($1, $2, $3, $4, $5)
