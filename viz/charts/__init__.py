"""Charts as SVG that is part of the page: Vega-Lite draws them on the server, so they print and need no script."""
