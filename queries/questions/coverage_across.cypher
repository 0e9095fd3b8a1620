// In how many territories of a territory each function is held at each level: regions for the regional level,
// municipalities for those below it, the country for the federal one.
// A subject bears on a territory when it is its own, when it is generic above, or when it lies in it and an act of the
// territory or of one above names it; the states are those of the question `coverage`.
MATCH (x:Territory)-[:PART_OF*0..8]->(:Territory {id: $territory})
WITH DISTINCT x, CASE x.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END AS rank,
  COUNT { MATCH (:Order)-[:FOR_TERRITORY]->(x) } AS acts
CALL {
  WITH x
  MATCH (x)-[:PART_OF*0..8]->(t:Territory)
  RETURN collect(DISTINCT t.id) AS up
}
CALL {
  WITH x
  MATCH (x)<-[:PART_OF*0..8]-(t:Territory)
  RETURN collect(DISTINCT t.id) AS down
}
CALL {
  WITH x, rank, up, down
  UNWIND down + [id IN up WHERE NOT id IN down] AS place
  MATCH (t:Territory {id: place})<-[:IN_TERRITORY]-(s:Subject)<-[:HELD_BY]-(a:Assignment)-[:OF_FUNCTION]->(f:Function)
  WHERE ($function IS NULL OR f.id = $function) AND (s.generic OR place IN down)
  MATCH (a)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(home:Territory)
  WHERE home.id IN up
  WITH rank, down, t, s, a, f, c, coalesce(o.date, '0001-01-01') <= $as_of
      AND (o.valid_until IS NULL OR $as_of < o.valid_until) AS valid,
    CASE coalesce(s.level, t.kind) WHEN 'federal' THEN 0 WHEN 'country' THEN 0 WHEN 'regional' THEN 1 WHEN 'region' THEN 1
      WHEN 'institutional' THEN 3 ELSE 2 END AS at
  WHERE rank = CASE WHEN at > 2 THEN 2 ELSE at END
  WITH down, t, s, a, f, at, valid, EXISTS { MATCH (:Agreement)-[:BY_CLAUSE]->(c) }
    AND NOT EXISTS { MATCH (:Agreement {status: 'concluded'})-[:BY_CLAUSE]->(c) }
    AND NOT EXISTS { MATCH (b:Assignment)-[:BY_CLAUSE]->(c) WHERE b.statement <> a.statement } AS waits,
    CASE WHEN s.generic THEN [(w:Subject)-[:FILLS]->(s) | {id: w.id, vacant: w.vacant,
      territory: head([(w)-[:IN_TERRITORY]->(wt:Territory) | wt.id])}] ELSE [] END AS fillers
  WITH f, at, collect({subject: s.id, territory: t.id, responsible: valid AND a.role = 'responsible',
    bare: s.generic AND at >= 2, vacant: s.vacant, valid: valid, waits: waits,
    fillers: [w IN fillers WHERE w.territory IN down]}) AS held
  CALL {
    WITH held
    UNWIND [h IN held WHERE h.valid] AS h
    UNWIND [{id: h.subject, bare: h.bare, vacant: h.vacant}] + [w IN h.fillers | {id: w.id, bare: false,
      vacant: w.vacant}] AS w
    RETURN count(CASE WHEN NOT w.bare AND NOT w.vacant AND NOT h.waits THEN 1 END) > 0 AS actual,
      count(CASE WHEN NOT w.bare AND NOT w.vacant AND h.waits THEN 1 END) > 0 AS waiting,
      count(CASE WHEN w.vacant THEN 1 END) > 0 AS vacant,
      count(CASE WHEN w.bare AND NOT w.vacant THEN 1 END) > 0 AS generic
  }
  CALL {
    WITH held
    UNWIND [h IN held WHERE h.responsible] AS h
    WITH h.territory AS territory, count(DISTINCT h.subject) AS holders
    RETURN coalesce(max(holders), 0) > 1 AS twice
  }
  RETURN collect({function: f.id, rank: at, levels: f.expected_levels,
    named: any(h IN held WHERE h.valid), state: CASE WHEN actual AND twice THEN 'overlap' WHEN actual THEN 'covered'
      WHEN generic AND NOT waiting AND NOT vacant THEN 'generic-only' ELSE 'uncovered' END}) AS facts
}
WITH collect({rank: rank, bare: acts = 0, facts: facts}) AS places
UNWIND [{level: 'federal', rank: 0, home: 0}, {level: 'regional', rank: 1, home: 1}, {level: 'municipal', rank: 2, home: 2},
  {level: 'institutional', rank: 3, home: 2}] AS l
WITH l, [p IN places WHERE p.rank = l.home] AS places
WHERE size(places) > 0 AND ($level IS NULL OR l.level = $level)
CALL {
  WITH l, places
  UNWIND places AS p
  UNWIND [k IN p.facts WHERE k.rank = l.rank] AS k
  WITH k.function AS function, collect({state: k.state, named: k.named, bare: p.bare}) AS cells
  RETURN collect({function: function, cells: cells}) AS found
}
MATCH (f:Function)-[:IN_DIRECTION]->(d:Direction)
WHERE ($function IS NULL OR f.id = $function) AND ($direction IS NULL OR d.id = $direction)
WITH l, f, d, places, l.level IN coalesce(f.expected_levels, []) AS expected,
  coalesce(head([x IN found WHERE x.function = f.id | x.cells]), []) AS cells
WITH l, f, d, expected, cells, size([k IN cells WHERE k.named]) AS named, size(places) AS all_places,
  size([p IN places WHERE p.bare]) - size([k IN cells WHERE k.bare]) AS unknown
WHERE expected OR named > 0
WITH l, f, d, expected, CASE WHEN expected THEN all_places ELSE named END AS considered,
  CASE WHEN expected THEN unknown ELSE 0 END AS no_order, size([k IN cells WHERE k.state = 'covered']) AS covered,
  size([k IN cells WHERE k.state = 'overlap']) AS overlap,
  size([k IN cells WHERE k.state = 'generic-only']) AS generic_only
ORDER BY size(d.code), d.code, size(f.code), f.code, f.id, l.rank
RETURN
  f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
  d.id AS direction_id, d.code AS direction_code, d.label_ru AS direction_ru, d.label_en AS direction_en,
  l.level AS level, expected AS expected, considered AS territories, covered AS covered, overlap AS overlap,
  generic_only AS generic_only, considered - no_order - covered - overlap - generic_only AS uncovered,
  no_order AS no_order, considered - no_order AS denominator,
  CASE WHEN expected AND considered > no_order THEN 1.0 * (covered + overlap) / (considered - no_order) END AS share
