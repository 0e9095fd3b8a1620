-- The territory asked for and all that lies in it; every territory when none is asked for.
  place (id, depth) AS (
    SELECT id, 0 FROM territories WHERE :territory IS NULL OR id = :territory
    UNION ALL
    SELECT t.id, place.depth + 1 FROM place JOIN territories t ON t.part_of = place.id
    WHERE place.depth < 8 AND :territory IS NOT NULL
  )
