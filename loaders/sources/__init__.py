"""Acts in the formats offices keep them in: DOCX, PDF with a text layer, HTML, plain text; one text for all of them."""
