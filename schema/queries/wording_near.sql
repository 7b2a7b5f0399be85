SELECT hash FROM wording_band WHERE organisation = $1 AND band = $2 AND hash <> $3 LIMIT $4
