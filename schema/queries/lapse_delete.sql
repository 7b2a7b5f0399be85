DELETE FROM lapse WHERE tender = $1
