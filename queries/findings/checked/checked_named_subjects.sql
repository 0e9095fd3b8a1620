-- How many subjects an act in force names, in its own territory or below; «schools», «teachers» in general left out.
WITH RECURSIVE
  -- @place,
  act AS MATERIALIZED (
    SELECT id, number, date, title, territory FROM orders
    WHERE COALESCE(date, '0001-01-01') <= :as_of AND (valid_until IS NULL OR :as_of < valid_until)
  ),
  ruled (act, id, depth) AS (
    SELECT id, territory, 0 FROM act
    UNION
    SELECT r.act, t.id, r.depth + 1 FROM ruled r JOIN territories t ON t.part_of = r.id WHERE r.depth < 8
  ),
  named AS MATERIALIZED (
    SELECT s.id AS id, s.name AS name, s.level AS level, s.territory AS territory, c.id AS clause, o.id AS act
    FROM act o
    JOIN clauses c ON c."order" = o.id
    JOIN subjects s ON s.clause = c.id
    WHERE s.territory IN (SELECT id FROM place)
      AND s.territory IN (SELECT r.id FROM ruled r WHERE r.act = o.id)
      AND NOT (s.generic AND s.kind IN ('organisation', 'role'))
  )
SELECT COUNT(*) AS checked FROM named
