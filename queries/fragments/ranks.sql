-- Kinds of territory and levels of subjects, from the top.
  ranks (word, rank) AS (
    VALUES ('country', 0), ('region', 1), ('municipality', 2),
           ('federal', 0), ('regional', 1), ('municipal', 2), ('institutional', 3)
  )
