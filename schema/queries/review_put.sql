INSERT INTO review (id, entry, uuid, organisation, tender, state, next_role, asked_on, meeting, frozen_entry, latest, agenda,
                    sequence, changed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
