UPDATE realisation SET taken_back = 1 WHERE contract = $1 AND number = $2
