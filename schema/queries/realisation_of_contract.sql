SELECT entry, kind, number, taken_back FROM realisation WHERE contract = $1
ORDER BY entry, kind, number
