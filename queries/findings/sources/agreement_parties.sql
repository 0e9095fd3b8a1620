-- Agreements of acts in force on the day with their parties.
WITH RECURSIVE
  -- @place
SELECT
  g.id AS agreement_id, t.id AS territory_id, t.name AS territory_name, o.id AS order_id, o.number AS order_number,
  o.date AS order_date, o.title AS order_title, c.id AS clause_id, c.address AS clause,
  COALESCE(g.about, c.text) AS quote, s.id AS party_id, s.name AS party_name, COALESCE(s.generic, 0) AS party_generic,
  s.fills AS party_fills, s.part_of AS party_part_of
FROM agreements g
JOIN clauses c ON c.id = g.clause
JOIN orders o ON o.id = c."order"
JOIN territories t ON t.id = o.territory
LEFT JOIN agreements_parties p ON p.source = g.id
LEFT JOIN subjects s ON s.id = p.target
WHERE o.territory IN (SELECT id FROM place)
  AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
ORDER BY t.id, COALESCE(o.date, ''), o.id, c.position, c.address, g.id, COALESCE(p.position, 0), COALESCE(s.id, '')
