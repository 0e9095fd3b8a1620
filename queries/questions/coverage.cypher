// Function × level matrix of a territory: who holds each cell, in which state it is, and why it is not covered.
// A subject bears on a territory when it is its own, when it stands above by territory and level, when it is generic
// above, or when it is named below by an act of the territory. Its clause must belong to an act of the territory or of
// one above, in force on the day (undated: in force).
// Generic counts as nobody actual where it stands for one per municipality or school: at the levels below the region.
// A holder waits for an agreement when its clause says nothing else, requires one, and none is concluded.
MATCH (here:Territory {id: $territory})
WITH here, CASE here.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END AS here_rank
CALL {
  WITH here
  MATCH chain = (here)-[:PART_OF*0..8]->(t:Territory)
  WITH t, length(chain) AS depth ORDER BY depth
  RETURN collect({id: t.id, rank: CASE t.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END}) AS up
}
CALL {
  WITH here
  MATCH (here)<-[:PART_OF*0..8]-(t:Territory)
  RETURN collect(DISTINCT t.id) AS down
}
WITH here, here_rank, up, [t IN up | t.id] AS up_ids, down
CALL {
  WITH here, up_ids, down
  OPTIONAL MATCH (o:Order)-[:FOR_TERRITORY]->(t:Territory)
  WHERE t.id IN up_ids OR t.id IN down
  WITH o, t, up_ids, coalesce(o.date, '0001-01-01') <= $as_of AND (o.valid_until IS NULL OR $as_of < o.valid_until) AS valid
  RETURN [x IN collect(CASE WHEN o IS NULL THEN NULL
    ELSE {id: o.id, territory: t.id, upward: t.id IN up_ids, valid: valid} END) WHERE x IS NOT NULL] AS acts
}
WITH here, here_rank, up, up_ids, down, acts,
  [a IN acts WHERE a.upward | a.id] AS upward_acts, [a IN acts WHERE a.valid | a.id] AS valid_acts
CALL {
  WITH here_rank, up_ids, down, upward_acts, valid_acts
  OPTIONAL MATCH (a:Assignment)-[:HELD_BY]->(s:Subject)-[:IN_TERRITORY]->(t:Territory)
  WHERE t.id IN up_ids OR t.id IN down
  OPTIONAL MATCH (a)-[:OF_FUNCTION]->(f:Function)
  OPTIONAL MATCH (a)-[:BY_CLAUSE]->(c:Clause)-[:PART_OF]->(o:Order)
  WITH here_rank, up_ids, down, upward_acts, valid_acts, a, s, t, f, c, o,
    coalesce(s.level, CASE t.kind WHEN 'country' THEN 'federal' WHEN 'region' THEN 'regional' ELSE 'municipal' END) AS level
  WHERE f IS NOT NULL AND ($function IS NULL OR f.id = $function) AND o.id IN upward_acts
    AND (t.id IN down OR s.generic
      OR CASE level WHEN 'federal' THEN 0 WHEN 'regional' THEN 1 WHEN 'municipal' THEN 2 ELSE 3 END < here_rank)
  WITH down, valid_acts, a, s, t, f, c, o, level,
    EXISTS { MATCH (:Agreement)-[:BY_CLAUSE]->(c) }
    AND NOT EXISTS { MATCH (:Agreement {status: 'concluded'})-[:BY_CLAUSE]->(c) }
    AND NOT EXISTS { MATCH (b:Assignment)-[:BY_CLAUSE]->(c) WHERE b.statement <> a.statement } AS waits,
    CASE WHEN s.generic THEN [(x:Subject)-[:FILLS]->(s) | {id: x.id, vacant: x.vacant,
      territory: head([(x)-[:IN_TERRITORY]->(xt:Territory) | xt.id])}] ELSE [] END AS fillers
  RETURN collect({function: f.id, level: level, subject: s.id, territory: t.id, role: a.role,
    bare: s.generic AND level IN ['municipal', 'institutional'],
    vacant: s.vacant, valid: o.id IN valid_acts, waits: waits, fillers: [x IN fillers WHERE x.territory IN down]}) AS held
}
CALL {
  WITH acts
  UNWIND [a IN acts WHERE a.valid AND NOT a.upward] AS act
  MATCH (:Order {id: act.id})<-[:PART_OF]-(:Clause)<-[:BY_CLAUSE]-(:Assignment)-[:OF_FUNCTION]->(f:Function)
  WHERE $function IS NULL OR f.id = $function
  RETURN collect(DISTINCT f.id) AS beneath
}
CALL {
  WITH held
  UNWIND held AS h
  WITH h.function AS function, h.level AS level, collect(h) AS cell
  CALL {
    WITH cell
    UNWIND [h IN cell WHERE h.valid] AS h
    UNWIND [{id: h.subject, generic: h.bare, vacant: h.vacant}] + [x IN h.fillers | {id: x.id, generic: false,
      vacant: x.vacant}] AS w
    RETURN
      count(DISTINCT CASE WHEN NOT w.generic AND NOT w.vacant AND NOT h.waits THEN w.id END) AS actual,
      count(DISTINCT CASE WHEN NOT w.generic AND NOT w.vacant AND h.waits THEN w.id END) AS waiting,
      count(DISTINCT CASE WHEN w.vacant THEN w.id END) AS vacant,
      count(DISTINCT CASE WHEN w.generic AND NOT w.vacant THEN w.id END) AS generic
  }
  CALL {
    WITH cell
    UNWIND cell AS h
    RETURN
      count(DISTINCT CASE WHEN h.valid AND h.role = 'responsible' THEN h.subject END) AS responsible,
      count(DISTINCT CASE WHEN h.valid AND h.role = 'accountable' THEN h.subject END) AS accountable,
      count(DISTINCT CASE WHEN h.valid AND h.role = 'consulted' THEN h.subject END) AS consulted,
      count(DISTINCT CASE WHEN h.valid AND h.role = 'contributes' THEN h.subject END) AS contributes,
      count(DISTINCT CASE WHEN h.valid AND h.role = 'informed' THEN h.subject END) AS informed,
      count(DISTINCT CASE WHEN h.valid THEN h.subject END) AS subjects,
      count(CASE WHEN NOT h.valid THEN 1 END) AS idle
  }
  CALL {
    WITH cell
    UNWIND [h IN cell WHERE h.valid AND h.role = 'responsible'] AS h
    WITH h.territory AS territory, count(DISTINCT h.subject) AS holders
    RETURN coalesce(max(holders), 0) > 1 AS twice
  }
  RETURN collect({function: function, level: level, actual: actual, waiting: waiting, vacant: vacant, generic: generic,
    responsible: responsible, accountable: accountable, consulted: consulted, contributes: contributes,
    informed: informed, subjects: subjects, idle: idle, twice: twice}) AS facts
}
UNWIND [{level: 'federal', rank: 0}, {level: 'regional', rank: 1}, {level: 'municipal', rank: 2},
  {level: 'institutional', rank: 3}] AS l
WITH here, here_rank, up, acts, beneath, facts, l
WHERE CASE WHEN $level IS NOT NULL THEN l.level = $level WHEN $function IS NOT NULL THEN true ELSE l.rank >= here_rank END
WITH acts, beneath, facts, l, coalesce(head([t IN up WHERE t.rank = l.rank | t.id]), here.id) AS home
WITH beneath, facts, l, [a IN acts WHERE a.territory = home] AS own
MATCH (f:Function)-[:IN_DIRECTION]->(d:Direction)
WHERE ($function IS NULL OR f.id = $function) AND ($direction IS NULL OR d.id = $direction)
WITH beneath, l, own, f, d, l.level IN coalesce(f.expected_levels, []) AS expected,
  [x IN facts WHERE x.function = f.id] AS of_function
WITH beneath, l, own, f, d, expected, head([x IN of_function WHERE x.level = l.level]) AS n,
  size([x IN of_function WHERE x.subjects > 0]) AS levels
WITH l, f, d, expected, n, size(own) AS loaded, size([a IN own WHERE a.valid]) AS in_force,
  coalesce(n.actual, 0) AS actual, coalesce(n.waiting, 0) AS waiting, coalesce(n.vacant, 0) AS vacant,
  coalesce(n.generic, 0) AS generic, coalesce(n.idle, 0) AS idle, coalesce(n.subjects, 0) AS subjects,
  coalesce(n.twice, false) AS twice,
  levels > CASE WHEN coalesce(n.subjects, 0) > 0 THEN 1 ELSE 0 END OR f.id IN beneath AS elsewhere
WHERE expected OR subjects > 0 OR $function IS NOT NULL
WITH *,
  CASE WHEN actual > 0 AND twice THEN 'overlap' WHEN actual > 0 THEN 'covered'
    WHEN generic > 0 AND waiting = 0 AND vacant = 0 THEN 'generic-only' ELSE 'uncovered' END AS state,
  CASE WHEN actual > 0 THEN NULL WHEN waiting > 0 THEN 'agreement-missing' WHEN vacant > 0 THEN 'vacant'
    WHEN generic > 0 THEN 'generic-only' WHEN idle > 0 THEN 'not-in-force' WHEN loaded = 0 THEN 'no-order'
    WHEN in_force = 0 THEN 'not-in-force' WHEN elsewhere THEN 'other-level' ELSE 'never-assigned' END AS why
WHERE $status IS NULL OR state = $status
WITH * ORDER BY size(d.code), d.code, size(f.code), f.code, f.id, l.rank
RETURN
  f.id AS function_id, f.code AS function_code, f.label_ru AS function_ru, f.label_en AS function_en,
  d.id AS direction_id, d.code AS direction_code, d.label_ru AS direction_ru, d.label_en AS direction_en,
  l.level AS level, expected AS expected, coalesce(n.responsible, 0) AS responsible,
  coalesce(n.accountable, 0) AS accountable, coalesce(n.consulted, 0) AS consulted,
  coalesce(n.contributes, 0) AS contributes, coalesce(n.informed, 0) AS informed, subjects AS subjects,
  actual AS actual, generic > 0 AND actual = 0 AND waiting = 0 AND vacant = 0 AS only_generic,
  elsewhere AS elsewhere, state AS status, why AS reason
