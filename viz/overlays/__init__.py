"""What is laid over the map.

`chosen.overlay(store, asked, nodes, territory=…)` gives what an address asks for, `fields.overlay_fields(…)` the
choices of its form. The page of the map renders `_overlay_fields.html` inside its form (variable `overlay_fields`) and
`_overlay.html` below the drawing (variable `overlay`), loads overlay.css and overlay.js, and keeps the parameters
overlay, from, to, route, close and into in the address.
"""
