/**
 * What a token means wherever an element says nothing else about it, and its default: as `src/styles/` writes it, in
 * words where that is a computation.
 */
export const TOKENS = {
  '--care-color-text': ["the page's text colour", 'Text.'],
  '--care-color-muted': [
    'the text colour, fainter where that leaves enough contrast',
    'Secondary text: dates, captions, notes.',
  ],
  '--care-color-surface': ['none', 'Background.'],
  '--care-color-raised': ['the text colour at 7 %', 'Background of what stands out: skeleton, code, messages.'],
  '--care-color-border': ['the text colour at 22 %', 'Borders and rules.'],
  '--care-color-accent': ['the text colour', 'Links and marks; the one filled button of a widget.'],
  '--care-color-accent-text': ['black or white, whichever is farther from the accent', 'Text on the accent colour.'],
  '--care-color-focus': ['the text colour', 'Focus ring.'],
  '--care-color-danger': ['the text colour mixed with red', 'What is wrong.'],
  '--care-color-success': ['the text colour mixed with green', 'What went well.'],
  '--care-color-warn': ['the text colour mixed with amber', 'What is not certain.'],
  '--care-font': ["the page's font", 'Font family.'],
  '--care-font-heading': ['`--care-font`', 'Font family of headings.'],
  '--care-heading-weight': ['600', 'Font weight of headings.'],
  '--care-measure': ['60ch', 'Longest line of text.'],
  '--care-radius': ['0.5em', 'Radius of corners.'],
  '--care-radius-button': ['`--care-radius`', 'Radius of buttons.'],
  '--care-space': ['1em', 'Padding and gaps.'],
  '--care-shadow': ['none', 'Shadow.'],
};
