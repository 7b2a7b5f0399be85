SELECT organisation FROM tender WHERE uuid = $1
UNION ALL SELECT organisation FROM contract WHERE uuid = $1
UNION ALL SELECT organisation FROM review WHERE uuid = $1
