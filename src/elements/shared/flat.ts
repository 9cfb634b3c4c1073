import { html, nothing, type TemplateResult } from 'lit';

/** One for each way that templates have been put into one another: a handful a page. */
interface Shape {
  /** By what stands at the next place: the strings of a template, or whether there is a value. */
  readonly next: Map<TemplateStringsArray | boolean, Shape>;
  strings?: TemplateStringsArray;
}

/** By the strings of the outermost template. */
const shapes = new Map<TemplateStringsArray, Shape>();

const shapeOf = <K extends object | boolean>(shapes: Map<K, Shape>, key: K): Shape => {
  let shape = shapes.get(key);
  if (!shape) shapes.set(key, (shape = { next: new Map() }));
  return shape;
};

const constants = new Map<string, TemplateResult>();

/** By `raw`, as in Lit: an array that came as JSON, in the place of a title say, cannot have it. */
const isTemplate = (value: unknown): value is TemplateResult => {
  const strings: unknown = Object(value) === value && (value as Partial<TemplateResult>).strings;
  return Array.isArray(strings) && 'raw' in strings;
};

/** Lit takes strings that the code itself wrote, which it knows by `raw`. Never give it anything that came from outside. */
const trusted = (strings: string[]): TemplateStringsArray => Object.assign(strings, { raw: strings });

/** A template of any pieces of markup, constants of the code, around the values. Give Lit the same array again. */
export const markup = (...pieces: string[]): TemplateStringsArray => trusted(pieces);

/**
 * One of a few constants as a part of the template itself, not as a value to be watched. For {@link flat} only. As the
 * value of an attribute it brings its own quotation marks where it needs some.
 */
export const constant = (text: string): TemplateResult => {
  let template = constants.get(text);
  if (!template) constants.set(text, (template = html(trusted([text]))));
  return template;
};

/**
 * The same template with all templates among its values written into it. Lit keeps 0.2 kB for every template inside
 * another, and has to walk each: a thousand cards feel it. For what seldom changes its shape, because then all of it is
 * made anew. `nothing` vanishes too, except right behind `=`, where it takes the attribute away.
 */
export const flat = (template: TemplateResult): TemplateResult => {
  const values: unknown[] = [];
  const strings = [''];
  let shape = shapeOf(shapes, template.strings);
  const visit = (part: TemplateResult): void => {
    for (const [index, text] of part.strings.entries()) {
      strings[values.length] += text;
      if (index === part.values.length) break;
      const value = part.values[index];
      const isPart = isTemplate(value);
      const isHole = !isPart && (value !== nothing || text.endsWith('='));
      const token = isPart ? value.strings : isHole;
      shape = shapeOf(shape.next, token);
      if (isPart) visit(value);
      else if (isHole) strings[values.push(value)] = '';
    }
  };
  visit(template);
  return html((shape.strings ??= trusted(strings)), ...values);
};
