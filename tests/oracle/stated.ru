# What overlaps.rq and contested.rq rest on, on top of reach.ru: what is in force, who is charged by the structure of an
# act, who by its road map, and for whom each stands: a subject that fills a generic one stands for it, a post for its body.
PREFIX opora: <https://w3id.org/opora/ns#>
PREFIX t: <urn:opora:test:>

INSERT { ?s t:standsFor ?body }
WHERE {
  ?s a opora:Subject ; opora:subjectKind ?kind .
  OPTIONAL { ?s opora:fills ?filled }
  OPTIONAL { ?s opora:partOfSubject ?whole }
  BIND (COALESCE(?filled, IF(?kind = opora:subject-kind-role, ?whole, ?s), ?s) AS ?body)
} ;
INSERT { ?a t:inForce true }
WHERE { ?a a opora:Assignment ; opora:byClause ?c . ?c opora:clauseOf ?act . ?act t:valid true } ;
INSERT { ?a t:cell ?cell }
WHERE {
  ?a t:inForce true ; opora:ofFunction ?function ; opora:role ?role ; opora:heldBy ?s .
  ?s t:at ?level ; opora:inTerritory ?place .
  ?place t:down true .
  BIND (CONCAT(STR(?function), " ", STR(?role), " ", STR(?level), " ", STR(?place)) AS ?cell)
} ;
INSERT { ?a t:states ?act ; t:told ?home }
WHERE {
  ?a a opora:Assignment ; opora:role opora:role-responsible ; opora:ofFunction ?f ; opora:byClause ?c .
  ?c opora:clauseOf ?act .
  ?act t:valid true ; opora:forTerritory ?home .
  ?home t:down true .
  FILTER NOT EXISTS { ?v a opora:Activity ; opora:byClause ?c }
} ;
INSERT { ?v t:plans ?home }
WHERE {
  ?v a opora:Activity ; opora:byClause/opora:clauseOf ?act .
  ?act t:valid true ; opora:forTerritory ?home .
  ?home t:down true .
  FILTER NOT EXISTS { ?v opora:activityStatus opora:activity-status-cancelled }
}
