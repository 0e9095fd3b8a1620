-- The territory asked for and those it lies in, nearest first.
  up (id, part_of, depth) AS (
    SELECT id, part_of, 0 FROM territories WHERE id = :territory
    UNION ALL
    SELECT t.id, t.part_of, up.depth + 1 FROM up JOIN territories t ON t.id = up.part_of WHERE up.depth < 8
  )
