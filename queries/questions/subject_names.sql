-- The names of a subject and of the generic one it fills, and how acts in force on the day write it otherwise.
SELECT
  s.id AS subject_id, s.name AS name, s.short AS short, s.alternative_names AS others, s.territory AS territory_id,
  (SELECT json_group_array(written) FROM (
    SELECT DISTINCT v.written AS written
    FROM name_variants v JOIN clauses c ON c.id = v.clause JOIN orders o ON o.id = c."order"
    WHERE v.subject = s.id AND v.why IN ('short-form', 'spelling', 'homoglyph', 'slip')
      AND COALESCE(o.date, '0001-01-01') <= :as_of AND (o.valid_until IS NULL OR :as_of < o.valid_until)
    ORDER BY v.written)) AS variants
FROM subjects s
WHERE s.id = :subject OR s.id = (SELECT fills FROM subjects WHERE id = :subject)
ORDER BY s.id = :subject DESC, s.id
