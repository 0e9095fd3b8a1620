-- The subject asked for and the generic one it fills.
  self (id) AS (
    SELECT id FROM subjects WHERE id = :subject UNION SELECT fills FROM subjects WHERE id = :subject
  )
