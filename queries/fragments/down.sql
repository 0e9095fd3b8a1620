-- Those that lie in the first territory of `up`, itself included.
  down (id, depth) AS (
    SELECT id, 0 FROM up WHERE depth = 0
    UNION ALL
    SELECT t.id, down.depth + 1 FROM down JOIN territories t ON t.part_of = down.id WHERE down.depth < 8
  )
