-- The territory asked for and those it lies in, nearest first, each with its kind.
  up (id, part_of, kind, depth) AS (
    SELECT id, part_of, kind, 0 FROM territories WHERE id = :territory
    UNION ALL
    SELECT t.id, t.part_of, t.kind, up.depth + 1 FROM up JOIN territories t ON t.id = up.part_of WHERE up.depth < 8
  )
