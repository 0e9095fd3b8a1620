// Regions and municipalities of the scope without any act of their own, of any day.
MATCH (t:Territory)
WHERE t.kind <> 'country' AND NOT EXISTS { (t)<-[:FOR_TERRITORY]-(:Order) } AND $as_of IS NOT NULL
  AND ($territory IS NULL OR EXISTS { MATCH (t)-[:PART_OF*0..8]->(:Territory {id: $territory}) })
WITH t.kind AS kind, count(t) AS territories
ORDER BY kind DESC
RETURN kind AS kind, territories AS territories
