import { html, nothing, type TemplateResult } from 'lit';

/** By their text: Lit knows a template again by the array of its strings. */
const known = new Map<string, TemplateStringsArray>();

/** By `raw`, as in Lit: an array that came as JSON, in the place of a title say, cannot have it. */
const isTemplate = (value: unknown): value is TemplateResult => {
  const strings = (value as Partial<TemplateResult> | null | undefined)?.strings;
  return Array.isArray(strings) && 'raw' in strings;
};

/** What Lit takes for strings that code has written, which it knows by `raw`. */
const trusted = (strings: string[]): TemplateStringsArray => Object.assign(strings, { raw: strings });

/**
 * A template of any pieces of markup around the values, for {@link flat} only. Constants of this library's own code:
 * never give it anything that came from outside.
 */
export const markup = (pieces: string[], ...values: unknown[]): TemplateResult => html(trusted(pieces), ...values);

/**
 * The same template with all templates among its values written into it. Lit keeps 0.2 kB for every template inside
 * another, and has to walk each: a thousand cards feel it. For what seldom changes its shape, because then all of it is
 * made anew. `nothing` vanishes too, except right behind `=`, where it takes the attribute away.
 */
export const flat = (template: TemplateResult): TemplateResult => {
  const values: unknown[] = [];
  const strings = [''];
  const visit = (part: TemplateResult): void =>
    part.strings.forEach((text, index) => {
      strings[values.length] += text;
      const value = index < part.values.length ? part.values[index] : nothing;
      if (isTemplate(value)) visit(value);
      else if (value !== nothing || text.endsWith('=')) strings[values.push(value)] = '';
    });
  visit(template);
  const text = strings.join('\0');
  let joined = known.get(text);
  if (!joined) known.set(text, (joined = trusted(strings)));
  return html(joined, ...values);
};
