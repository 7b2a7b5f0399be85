SELECT EXISTS (SELECT 1 FROM tender WHERE organisation = $1) OR EXISTS (SELECT 1 FROM contract WHERE organisation = $1)
       OR EXISTS (SELECT 1 FROM policy WHERE organisation = $1)
