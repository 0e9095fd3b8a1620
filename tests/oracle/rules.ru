# What the questions rest on, said once more as rules over the exported RDF: levels, validity, reach, who works.
# $territory and $asOf are put in by the test. Derived facts are in the namespace t:.
PREFIX opora: <https://w3id.org/opora/ns#>
PREFIX t: <urn:opora:test:>

INSERT { ?s t:at ?level }
WHERE {
  ?s a opora:Subject ; opora:inTerritory ?place .
  ?place opora:territoryKind ?kind .
  OPTIONAL { ?s opora:level ?own }
  VALUES (?kind ?usual) {
    (opora:territory-kind-country opora:federal)
    (opora:territory-kind-region opora:regional)
    (opora:territory-kind-municipality opora:municipal)
  }
  BIND (COALESCE(?own, ?usual) AS ?level)
} ;
INSERT DATA {
  opora:federal t:rank 0 . opora:regional t:rank 1 . opora:municipal t:rank 2 . opora:institutional t:rank 3 .
  opora:territory-kind-country t:rank 0 . opora:territory-kind-region t:rank 1 . opora:territory-kind-municipality t:rank 2 .
} ;
INSERT { ?o t:valid true }
WHERE {
  ?o a opora:Order .
  FILTER NOT EXISTS { ?o opora:date ?issued FILTER (?issued > $asOf) }
  FILTER NOT EXISTS { ?o opora:validUntil ?until FILTER (?until <= $asOf) }
} ;
INSERT { ?p t:up true } WHERE { $territory opora:partOfTerritory* ?p } ;
INSERT { ?p t:down true } WHERE { ?p opora:partOfTerritory* $territory } ;
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
