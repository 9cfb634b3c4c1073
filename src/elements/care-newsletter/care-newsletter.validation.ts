import type { Localizer } from '../../localize/localizer.js';
import type { FieldName, FieldProblem } from '../../model/submitter.js';
import { checkEmail } from '../../submitters/check-email.js';
import { FIELD_PATTERNS } from '../../submitters/field-patterns.js';
import { elementsOf, emailFieldOf } from './care-newsletter.plan.js';

/** A control that takes part in constraint validation. */
type Control = HTMLInputElement;

/** What is checked, in the order of the form: nothing that is switched off, hidden or a button. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  elementsOf(form).filter(
    (element): element is Control => 'validity' in element && 'willValidate' in element && !!element.willValidate,
  );

/** The control that holds a part, in the generated form or in the author's own. */
export const fieldOf = (form: HTMLFormElement, part: FieldName): Control | undefined => {
  if (part === 'email') return emailFieldOf(form) ?? undefined;
  const controls = controlsOf(form);
  if (part === 'consent') {
    const boxes = controls.filter(({ type }) => type === 'checkbox');
    return boxes.find(({ name, id }) => FIELD_PATTERNS.consent.test(`${name} ${id}`)) ?? boxes[0];
  }
  const kindOf = ({ autocomplete, name }: Control) =>
    (['last-name', 'first-name'] as const).find((field) =>
      [autocomplete, name].some((text) => FIELD_PATTERNS[field].test(text)),
    );
  return controls.find((control) => control.type === 'text' && kindOf(control) === part);
};

/** What is wrong with a control, in our own words; empty where nothing is. */
const wordsFor = (control: Control, isEmail: boolean, { say }: Localizer): string => {
  const { validity, value, type } = control;
  if (isEmail) {
    const checked = checkEmail(value);
    const problem = 'problem' in checked ? checked.problem : undefined;
    switch (problem) {
      case 'missing':
        return say('Please enter your email address.');
      case 'spaces':
        return say('There is a space inside this address. Please take it out.');
      case 'too-long':
        return say('This address is too long to be one. Please check it.');
      case 'incomplete':
        return say('This address is not complete. It should look like name@example.com.');
      default:
        // browsers know fewer addresses than mail servers do
        if (validity.valid || validity.typeMismatch) return '';
    }
  }
  // ARIA does not allow `aria-required` on a radio button: it belongs to the group
  const isEmpty = type === 'checkbox' ? !control.checked : !value;
  const isMissing = validity.valueMissing || (control.ariaRequired === 'true' && isEmpty);
  if (validity.valid && !isMissing) return '';
  if (validity.customError) return control.validationMessage;
  if (isMissing) {
    return type === 'checkbox'
      ? say('Please tick this box if you agree: without it the sign-up is not possible.')
      : say('Please fill in this field.');
  }
  return control.title || say('Please check this field.');
};

/** {@link wordsFor} a control of a form with this email field. */
const problemOf =
  (control: Control, email: Element | null | undefined): Message =>
  (localizer) =>
    wordsFor(control, control === email, localizer);

/** A message as a function of the localizer, so that it can follow a change of the language. */
export type Message = (localizer: Localizer) => string;

const notes = new WeakMap<Control, { readonly note: HTMLElement; readonly text: Message }>();

const describedBy = (control: Control, change: (ids: Set<string>) => void): void => {
  const ids = new Set((control.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean));
  change(ids);
  if (ids.size) control.setAttribute('aria-describedby', [...ids].join(' '));
  else control.removeAttribute('aria-describedby');
};

const clear = (control: Control): void => {
  const note = notes.get(control)?.note;
  if (!note) return;
  note.remove();
  notes.delete(control);
  control.removeAttribute('aria-invalid');
  describedBy(control, (ids) => ids.delete(note.id));
};

/** Puts a note behind a control that says what is wrong, and references it by `aria-describedby`. */
const mark = (control: Control, text: Message, localizer: Localizer): void => {
  let note = notes.get(control)?.note;
  if (!note?.isConnected) {
    note = document.createElement('span');
    note.id = `care-problem-${Math.random().toString(36).slice(2)}`;
    note.setAttribute('data-care-problem', '');
    // not into the label: it would become part of the control's name
    const next = control.closest('label') ?? (control.type === 'checkbox' ? control.labels?.[0] : null) ?? control;
    next.after(note);
  }
  const { id } = note;
  notes.set(control, { note, text });
  note.lang = localizer.locale;
  note.dir = 'auto';
  note.textContent = text(localizer);
  control.setAttribute('aria-invalid', 'true');
  describedBy(control, (ids) => ids.add(id));
};

const watched = new WeakMap<HTMLFormElement, Localizer>();

/** Removes or updates a note while the visitor corrects the field; meanwhile it never adds one. */
const watch = (form: HTMLFormElement, localizer: Localizer): void => {
  const isNew = !watched.has(form);
  watched.set(form, localizer);
  if (!isNew) return;
  const recheck = ({ target }: Event): void => {
    const control = target as Control;
    const words = watched.get(form);
    if (!words || !notes.has(control)) return;
    const text = problemOf(control, emailFieldOf(form));
    if (text(words)) mark(control, text, words);
    else clear(control);
  };
  form.addEventListener('input', recheck);
  form.addEventListener('change', recheck);
};

/** Writes the notes again where the language has changed since: its dictionary may arrive after them. */
export const retell = (form: HTMLFormElement, localizer: Localizer): void => {
  if ((watched.get(form) ?? localizer) === localizer) return;
  watched.set(form, localizer);
  for (const control of controlsOf(form)) {
    const told = notes.get(control);
    if (told) mark(control, told.text, localizer);
  }
};

/** Marks what is wrong in a form; the first of it, or `undefined` where all is well. */
export const checkFields = (form: HTMLFormElement, localizer: Localizer): HTMLElement | undefined => {
  watch(form, localizer);
  const email = emailFieldOf(form);
  const groups = new Set<string>();
  let first: Control | undefined;
  for (const control of controlsOf(form)) {
    const text = problemOf(control, email);
    clear(control);
    const isRepeated = control.type === 'radio' && groups.has(control.name);
    if (!text(localizer) || isRepeated) continue;
    if (control.type === 'radio') groups.add(control.name);
    mark(control, text, localizer);
    first ??= control;
  }
  return first;
};

/** Marks what a service refused; the first of it. What belongs to no field of the form comes back as text. */
export const markProblems = (
  form: HTMLFormElement,
  problems: readonly FieldProblem[],
  localizer: Localizer,
): { readonly first: HTMLElement | undefined; readonly rest: string } => {
  watch(form, watched.get(form) ?? localizer);
  let first: HTMLElement | undefined;
  const rest: string[] = [];
  for (const { field, message } of problems) {
    const control = fieldOf(form, field);
    if (!control) rest.push(message);
    else mark(control, ({ say }) => say('The service answered: {words}', { words: message }), localizer);
    first ??= control;
  }
  return { first, rest: rest.join(' ') };
};
