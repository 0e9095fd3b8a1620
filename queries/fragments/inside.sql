-- The territory asked for and all that lies in it; none when no territory is asked for.
  inside (id, depth) AS (
    SELECT id, 0 FROM territories WHERE id = :territory
    UNION ALL
    SELECT t.id, inside.depth + 1 FROM inside JOIN territories t ON t.part_of = inside.id WHERE inside.depth < 8
  )
