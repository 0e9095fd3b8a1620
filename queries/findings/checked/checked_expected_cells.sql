-- How many cells of function and level the catalogue expects in the territories that have acts: from the level of the
-- territory down, as in `coverage`.
WITH RECURSIVE
  -- @place,
  -- @ranks,
  cell AS MATERIALIZED (
    SELECT DISTINCT f.id AS function, r.rank AS rank
    FROM functions f JOIN json_each(f.expected_levels) e JOIN ranks r ON r.word = e.value
  )
SELECT COUNT(*) AS checked
FROM (SELECT DISTINCT territory AS id FROM orders) acted
CROSS JOIN territories t ON t.id = acted.id
CROSS JOIN ranks r ON r.word = t.kind
CROSS JOIN cell ON cell.rank >= r.rank
WHERE t.id IN (SELECT id FROM place) AND :as_of IS NOT NULL
