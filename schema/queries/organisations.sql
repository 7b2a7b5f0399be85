WITH RECURSIVE each (organisation) AS (
    SELECT min(first) FROM (SELECT min(organisation) AS first FROM tender
                            UNION ALL SELECT min(organisation) FROM contract)
    UNION ALL
    SELECT (SELECT min(next) FROM (SELECT min(organisation) AS next FROM tender WHERE organisation > each.organisation
                                   UNION ALL SELECT min(organisation) FROM contract WHERE organisation > each.organisation))
    FROM each WHERE each.organisation IS NOT NULL
)
SELECT organisation FROM each WHERE organisation IS NOT NULL
