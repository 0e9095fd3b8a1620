-- Activities of road maps by acts in force on the day, and where each stands: of a territory and those in it (or that a
-- subject there is responsible for), of a responsible subject (or of the generic one it fills), with the last day between
-- two days. An activity told done on a later day was not yet done.
WITH RECURSIVE
  -- @inside,
  -- @self,
  wanted (id) AS (
    SELECT r.source FROM self CROSS JOIN activities_responsible r ON r.target = self.id
    UNION
    SELECT r.source FROM inside CROSS JOIN subjects s ON s.territory = inside.id
    CROSS JOIN activities_responsible r ON r.target = s.id
    WHERE :subject IS NULL
    UNION
    SELECT a.id FROM inside CROSS JOIN orders o ON o.territory = inside.id CROSS JOIN clauses c ON c."order" = o.id
    CROSS JOIN activities a ON a.clause = c.id
    WHERE :subject IS NULL
    UNION
    SELECT a.id FROM activities a WHERE :subject IS NULL AND :territory IS NULL
  ),
  standing AS (
    SELECT a.*, o.id AS act, o.number AS act_number, o.date AS act_date, o.title AS act_title, o.territory AS place,
      c.address AS address, c.position AS clause_position, c.text AS clause_text,
      CASE
        WHEN a.status = 'cancelled' THEN 'cancelled'
        WHEN a.status = 'done' AND COALESCE(a.done_on, '0001-01-01') <= :as_of THEN 'done'
        WHEN a.due < :as_of THEN 'overdue'
        WHEN a.due IS NOT NULL THEN 'due'
        WHEN COALESCE(a.periodicity, 'once') <> 'once' THEN 'periodic'
        ELSE 'undated'
      END AS state
    FROM wanted w
    JOIN activities a ON a.id = w.id
    JOIN clauses c ON c.id = a.clause
    JOIN orders o ON o.id = c."order"
    WHERE COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
      AND (:since IS NULL OR a.due >= :since) AND (:until IS NULL OR a.due <= :until)
      AND (:territory IS NULL OR o.territory IN (SELECT id FROM inside) OR EXISTS (
        SELECT 1 FROM activities_responsible r JOIN subjects s ON s.id = r.target
        WHERE r.source = a.id AND s.territory IN (SELECT id FROM inside)))
  )
SELECT
  a.id AS activity_id, a.no AS no, a.title AS title, a.direction AS direction, a.event AS event,
  (SELECT json_group_array(json_object('id', id, 'name', name)) FROM (
    SELECT s.id AS id, s.name AS name FROM activities_responsible r JOIN subjects s ON s.id = r.target
    WHERE r.source = a.id ORDER BY r.position)) AS responsible,
  a.responsible_text AS responsible_text, a.executors AS executors, a.term_text AS term_text, a.due AS due,
  a.periodicity AS periodicity, a.result AS result, a.status AS status, a.done_on AS done_on, a.state AS state,
  CASE a.state WHEN 'overdue' THEN CAST(julianday(:as_of) - julianday(a.due) AS INTEGER) END AS days_overdue,
  t.id AS territory_id, t.name AS territory_name, a.review AS review, a.act AS order_id, a.act_number AS order_number,
  a.act_date AS order_date, a.act_title AS order_title, a.clause AS clause_id, a.address AS clause,
  a.clause_text AS quote
FROM standing a
JOIN territories t ON t.id = a.place
WHERE :state IS NULL OR a.state = :state
ORDER BY COALESCE(a.due, '9999-12-31'), COALESCE(a.act_date, ''), a.act, a.position, a.clause_position, a.address, a.id
