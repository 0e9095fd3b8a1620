// Activities of acts in force, neither done nor cancelled, for which nobody answers: the cell is empty, or it names
// nobody who is known as a subject. A person with initials is somebody who answers.
MATCH (t:Territory)<-[:FOR_TERRITORY]-(o:Order)
WHERE ($territory IS NULL OR EXISTS { (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
  AND coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until)
MATCH (o)<-[:PART_OF]-(c:Clause)<-[:BY_CLAUSE]-(a:Activity)
WHERE NOT coalesce(a.status, '') IN ['done', 'cancelled']
  AND NOT EXISTS { (a)-[:RESPONSIBLE]->(:Subject) }
  AND none(x IN coalesce(a.responsible_text, []) WHERE x =~ '(?s).*[А-ЯЁ][.] ?[А-ЯЁ][.].*')
WITH *
ORDER BY t.name, o.id, a.position, a.id
RETURN
  a.id AS key, t.id AS territory_id, t.name AS territory_name, NULL AS level, NULL AS function_id,
  NULL AS function_code, NULL AS function_ru, NULL AS function_en,
  CASE WHEN size(coalesce(a.responsible_text, [])) > 0 THEN 'unknown-body'
    WHEN size(coalesce(a.executors, [])) > 0 THEN 'executors-only' ELSE 'nobody-named' END AS reason,
  a.title AS item, NULL AS subject_id, NULL AS subject_name,
  nullIf(reduce(all = '', x IN coalesce(a.responsible_text, []) |
    CASE all WHEN '' THEN x ELSE all + '; ' + x END), '') AS found,
  NULL AS expected, o.id AS order_id, o.number AS order_number, o.date AS order_date, o.title AS order_title,
  c.id AS clause_id, c.address AS clause, c.text AS quote
