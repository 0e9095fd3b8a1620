-- Agreements set by acts in force on the day: of a territory and those in it (or with a party there), of a party (or of
-- the generic subject it fills), and where each stands: what is noted holds from its day until the day it ends.
WITH RECURSIVE
  -- @inside,
  self (id) AS (
    SELECT id FROM subjects WHERE id = :subject
    UNION
    SELECT fills FROM subjects WHERE id = :subject AND fills IS NOT NULL
  ),
  wanted (id) AS (
    SELECT p.source FROM self CROSS JOIN agreements_parties p ON p.target = self.id
    UNION
    SELECT p.source FROM inside CROSS JOIN subjects s ON s.territory = inside.id CROSS JOIN agreements_parties p ON p.target = s.id
    WHERE :subject IS NULL
    UNION
    SELECT g.id FROM inside CROSS JOIN orders o ON o.territory = inside.id CROSS JOIN clauses c ON c."order" = o.id
    CROSS JOIN agreements g ON g.clause = c.id
    WHERE :subject IS NULL
    UNION
    SELECT g.id FROM agreements g WHERE :subject IS NULL AND :territory IS NULL
  ),
  standing AS (
    SELECT g.*, o.id AS act, o.number AS act_number, o.date AS act_date, o.title AS act_title, o.territory AS place,
      c.address AS address, c.position AS clause_position, c.text AS clause_text,
      CASE
        WHEN g.valid_until <= :as_of THEN 'expired'
        WHEN g.status = 'expired' AND g.valid_until IS NULL THEN 'expired'
        WHEN g.status IN ('concluded', 'expired') AND g.date > :as_of THEN 'planned'
        WHEN g.status = 'expired' THEN 'concluded'
        ELSE g.status
      END AS stands
    FROM wanted w
    JOIN agreements g ON g.id = w.id
    JOIN clauses c ON c.id = g.clause
    JOIN orders o ON o.id = c."order"
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
      AND (:territory IS NULL OR o.territory IN (SELECT id FROM inside) OR EXISTS (
        SELECT 1 FROM agreements_parties p JOIN subjects s ON s.id = p.target
        WHERE p.source = g.id AND s.territory IN (SELECT id FROM inside)))
  ),
  late AS (
    SELECT s.*, CASE WHEN s.stands IN ('required', 'planned') AND s.deadline < :as_of
      THEN CAST(julianday(:as_of) - julianday(s.deadline) AS INTEGER) END AS days
    FROM standing s
  )
SELECT
  g.id AS agreement_id, g.stands AS status, g.status AS recorded,
  (SELECT json_group_array(json_object('id', id, 'name', name)) FROM (
    SELECT s.id AS id, s.name AS name FROM agreements_parties p JOIN subjects s ON s.id = p.target
    WHERE p.source = g.id ORDER BY p.position)) AS parties,
  g.deadline AS deadline, g.term_text AS term_text, g.days AS days_overdue, g.number AS number, g.date AS date,
  g.valid_until AS valid_until, t.id AS territory_id, t.name AS territory_name,
  (SELECT json_group_array(json_object('order_id', act, 'order_number', number, 'order_date', day, 'order_title', title,
      'clause_id', clause, 'clause', address)) FROM (
    SELECT o.id AS act, o.number AS number, o.date AS day, o.title AS title, c.id AS clause, c.address AS address
    FROM agreements_parties first
    JOIN agreements_parties same ON same.target = first.target AND same.source <> first.source
    JOIN agreements other ON other.id = same.source
    JOIN clauses c ON c.id = other.clause
    JOIN orders o ON o.id = c."order"
    WHERE first.source = g.id AND first.position = 0
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
      AND (SELECT COUNT(*) FROM agreements_parties p WHERE p.source = g.id)
        = (SELECT COUNT(*) FROM agreements_parties p WHERE p.source = other.id)
      AND NOT EXISTS (
        SELECT 1 FROM agreements_parties p WHERE p.source = g.id AND p.target NOT IN (
          SELECT q.target FROM agreements_parties q WHERE q.source = other.id))
    ORDER BY COALESCE(o.date, ''), o.id, c.position, c.address, other.id)) AS also,
  g.review AS review, g.act AS order_id, g.act_number AS order_number, g.act_date AS order_date,
  g.act_title AS order_title, g.clause AS clause_id, g.address AS clause, COALESCE(g.about, g.clause_text) AS quote
FROM late g
JOIN territories t ON t.id = g.place
WHERE (:status IS NULL OR g.stands = :status) AND (NOT :overdue OR g.days IS NOT NULL)
ORDER BY COALESCE(g.deadline, '9999-12-31'), COALESCE(g.act_date, ''), g.act, g.clause_position, g.address, g.id
