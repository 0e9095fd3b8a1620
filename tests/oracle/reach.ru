# What all questions rest on, said once more as rules over the exported RDF: levels, acts in force, what lies where.
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
INSERT { ?p t:down true } WHERE { ?p opora:partOfTerritory* $territory }
