# Who bears on the territory, which statements count there and who works: on top of reach.ru.
PREFIX opora: <https://w3id.org/opora/ns#>
PREFIX t: <urn:opora:test:>

INSERT { ?s t:bears true } WHERE { ?s a opora:Subject ; opora:inTerritory ?p . ?p t:down true } ;
INSERT { ?s t:bears true } WHERE { ?s a opora:Subject ; opora:generic true ; opora:inTerritory ?p . ?p t:up true } ;
INSERT { ?s t:bears true }
WHERE {
  ?s a opora:Subject ; opora:inTerritory ?p ; t:at ?level .
  ?p t:up true .
  ?level t:rank ?rank .
  $territory opora:territoryKind ?kind .
  ?kind t:rank ?here .
  FILTER (?rank < ?here)
} ;
INSERT { ?s t:bare true }
WHERE { ?s opora:generic true ; t:at ?level . ?level t:rank ?rank FILTER (?rank >= 2) } ;
INSERT { ?a t:by ?o } WHERE { ?a a opora:Assignment ; opora:byClause ?c . ?c opora:clauseOf ?o } ;
INSERT { ?a t:counts true }
WHERE { ?a opora:heldBy ?s ; t:by ?o . ?s t:bears true . ?o t:valid true ; opora:forTerritory ?p . ?p t:up true } ;
INSERT { ?a t:idle true }
WHERE {
  ?a opora:heldBy ?s ; t:by ?o .
  ?s t:bears true .
  ?o opora:forTerritory ?p .
  ?p t:up true .
  FILTER NOT EXISTS { ?o t:valid true }
} ;
INSERT { ?a t:beneath true }
WHERE {
  ?a t:by ?o .
  ?o t:valid true ; opora:forTerritory ?p .
  ?p t:down true .
  FILTER NOT EXISTS { ?p t:up true }
} ;
INSERT { ?a t:waits true }
WHERE {
  ?a a opora:Assignment ; opora:byClause ?c ; opora:statement ?said .
  FILTER EXISTS { ?g a opora:Agreement ; opora:byClause ?c }
  FILTER NOT EXISTS { ?g a opora:Agreement ; opora:byClause ?c ; opora:agreementStatus opora:agreement-status-concluded }
  FILTER NOT EXISTS { ?b a opora:Assignment ; opora:byClause ?c ; opora:statement ?other FILTER (?other != ?said) }
} ;
INSERT { ?a t:worker ?s } WHERE { ?a t:counts true ; opora:heldBy ?s FILTER NOT EXISTS { ?s t:bare true } } ;
INSERT { ?a t:worker ?w }
WHERE { ?a t:counts true ; opora:heldBy ?s . ?s opora:generic true . ?w opora:fills ?s ; opora:inTerritory ?p . ?p t:down true } ;
INSERT { ?o t:home ?level }
WHERE {
  ?level t:rank ?rank .
  ?home t:up true ; opora:territoryKind ?kind .
  ?kind t:rank ?rank .
  ?o a opora:Order ; opora:forTerritory ?home
} ;
INSERT { ?o t:home ?level }
WHERE {
  ?level t:rank ?rank .
  ?o a opora:Order ; opora:forTerritory $territory .
  FILTER NOT EXISTS { ?home t:up true ; opora:territoryKind ?kind . ?kind t:rank ?rank }
}
