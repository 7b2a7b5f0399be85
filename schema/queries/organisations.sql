WITH RECURSIVE each (organisation) AS (
    SELECT min(organisation) FROM tender
    UNION ALL
    SELECT (SELECT min(organisation) FROM tender WHERE organisation > each.organisation) FROM each
    WHERE each.organisation IS NOT NULL
)
SELECT organisation FROM each WHERE organisation IS NOT NULL
