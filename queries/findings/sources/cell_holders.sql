-- Whom acts of a territory and of those above it name for each function and level; subjects as in `coverage`: its own,
-- those above by territory and level, generic ones above, and those below that an act of the territory names.
WITH RECURSIVE
  -- @up_kind,
  -- @down,
  -- @ranks,
  here (rank) AS (SELECT r.rank FROM up JOIN ranks r ON r.word = up.kind WHERE up.depth = 0),
  bearing AS MATERIALIZED (
    SELECT s.id AS id, s.name AS name, r.word AS level, r.rank AS rank
    FROM subjects s
    JOIN territories t ON t.id = s.territory
    JOIN ranks r ON r.word = COALESCE(
      s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END)
    CROSS JOIN here
    WHERE t.id IN (SELECT id FROM down) OR t.id IN (SELECT id FROM up) AND (s.generic OR r.rank < here.rank)
  )
SELECT
  a.function AS function_id, s.level AS level, s.id AS subject_id, s.name AS subject_name,
  COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until) AS in_force,
  o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title, c.id AS clause_id,
  c.address AS clause, COALESCE(a.quote, c.text) AS quote
FROM orders o
CROSS JOIN clauses c ON c."order" = o.id
CROSS JOIN assignments a ON a.clause = c.id
JOIN bearing s ON s.id = a.subject
WHERE o.territory IN (SELECT id FROM up) AND a.function IS NOT NULL
ORDER BY a.function, s.rank, COALESCE(o.date, ''), o.id, c.position, c.address, c.id, a.position, s.id, a.id
