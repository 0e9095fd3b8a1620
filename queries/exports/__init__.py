"""The graph for other programs: GraphML and tables. RDF is written by `ontology.rdf`."""
