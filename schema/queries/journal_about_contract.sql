-- The entries up to $2 from which everything follows that is told of contract $1.
SELECT seq, object, entry, texts, hash FROM journal
WHERE seq <= $2 AND object IN (
    SELECT id FROM contract WHERE id = $1
    UNION SELECT tender.id FROM contract JOIN tender ON tender.uuid = contract.tender WHERE contract.id = $1
    UNION SELECT policy.entry FROM contract JOIN policy ON policy.organisation = contract.organisation
          WHERE contract.id = $1
    UNION SELECT other.id FROM contract AS own JOIN contract AS other ON other.tender = own.tender WHERE own.id = $1
    UNION SELECT other.contract FROM evidence AS own
          JOIN evidence AS other ON other.organisation = own.organisation AND other.sha256 = own.sha256
          WHERE own.contract = $1)
ORDER BY seq
