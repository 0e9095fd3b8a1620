"""Neo4j Community from Maven's artifacts, for `make neo4j` and for the tests; needs Java 17 and Maven, no Docker."""
