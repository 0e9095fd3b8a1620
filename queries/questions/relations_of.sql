-- Interactions and agreements that acts of a territory or of those above set, in force on the day.
WITH RECURSIVE
  -- @up,
  clause AS (
    SELECT c.id AS id, c.address AS address, o.id AS act
    FROM up
    JOIN orders o ON o.territory = up.id
    JOIN clauses c ON c."order" = o.id
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
  ),
  relation AS (
    SELECT 'interaction' AS kind, i.id AS id, i.source AS source, i.target AS target, i.kind AS detail, c.act AS act,
           c.address AS address
    FROM clause c JOIN interactions i ON i.clause = c.id
    UNION ALL
    SELECT 'agreement', g.id, p.target, q.target, g.status, c.act, c.address
    FROM clause c
    JOIN agreements g ON g.clause = c.id
    JOIN agreements_parties p ON p.source = g.id
    JOIN agreements_parties q ON q.source = g.id AND q.position > p.position
    WHERE p.position = (SELECT MIN(f.position) FROM agreements_parties f WHERE f.source = g.id)
  )
SELECT kind AS kind, id AS relation_id, source AS source, target AS target, detail AS detail, act AS order_id,
  address AS clause
FROM relation
ORDER BY kind, id, source, target
