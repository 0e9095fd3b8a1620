// How much of the expected model each territory of a territory has: cells function × level, from its own level down.
// A subject bears on a territory when it is its own, when it is generic above, or when it lies in it and an act of the
// territory or of one above names it; the states are those of the question `coverage`.
CALL {
  UNWIND [{level: 'federal', rank: 0}, {level: 'regional', rank: 1}, {level: 'municipal', rank: 2},
    {level: 'institutional', rank: 3}] AS l
  WITH l WHERE $level IS NULL OR l.level = $level
  RETURN collect({level: l.level, rank: l.rank,
    functions: COUNT { MATCH (f:Function) WHERE l.level IN coalesce(f.expected_levels, []) }}) AS model
}
MATCH (x:Territory)-[:PART_OF*0..8]->(:Territory {id: $territory})
WHERE $kind IS NULL OR x.kind = $kind
WITH DISTINCT model, x, CASE x.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END AS rank,
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
  WHERE (s.generic OR place IN down)
  MATCH (a)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)-[:FOR_TERRITORY]->(home:Territory)
  WHERE home.id IN up
  WITH rank, down, t, s, a, f, c, coalesce(o.date, '0001-01-01') <= $as_of
      AND (o.valid_until IS NULL OR $as_of < o.valid_until) AS valid,
    CASE coalesce(s.level, t.kind) WHEN 'federal' THEN 0 WHEN 'country' THEN 0 WHEN 'regional' THEN 1 WHEN 'region' THEN 1
      WHEN 'institutional' THEN 3 ELSE 2 END AS at
  WHERE at >= rank
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
WITH x, rank, acts, facts, [l IN model WHERE l.rank >= rank] AS levels
WHERE size(levels) > 0
WITH x, rank, acts, reduce(n = 0, l IN levels | n + l.functions) AS expected,
  [k IN facts WHERE any(l IN levels WHERE l.rank = k.rank AND l.level IN coalesce(k.levels, []))] AS cells
WITH x, rank, acts, expected, CASE WHEN acts = 0 THEN expected - size(cells) ELSE 0 END AS no_order,
  size([k IN cells WHERE k.state = 'covered']) AS covered, size([k IN cells WHERE k.state = 'overlap']) AS overlap,
  size([k IN cells WHERE k.state = 'generic-only']) AS generic_only
WITH *, expected - no_order AS denominator
WITH *, CASE WHEN denominator > 0 THEN 1.0 * (covered + overlap) / denominator END AS share
ORDER BY rank, denominator = 0, coalesce(share, 0.0) DESC, x.name, x.id
RETURN
  x.id AS territory_id, x.name AS territory_name, x.kind AS territory_kind, acts AS acts, expected AS expected,
  covered AS covered, overlap AS overlap, generic_only AS generic_only,
  denominator - covered - overlap - generic_only AS uncovered, no_order AS no_order, denominator AS denominator,
  share AS share
