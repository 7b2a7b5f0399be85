SELECT EXISTS (SELECT 1 FROM tender_theme WHERE organisation = $1 AND theme = $2)
       OR EXISTS (SELECT 1 FROM promise WHERE organisation = $1 AND theme = $2)
