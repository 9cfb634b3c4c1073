import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import './token-editor.js';

/**
 * Every token, with an editor: it writes the style sheet to paste, and measures each pair of colours that depends on it, as it
 * is drawn, while you type.
 */
const meta: Meta = { title: 'Tokens', tags: ['!autodocs'], render: () => html`<token-editor></token-editor>` };
export default meta;

export const Editor: StoryObj = {
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('token-editor')?.shadowRoot as ShadowRoot;
    const type = (token: string, value: string) => {
      const field = root.querySelector(`[id="${token}"]`) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    const row = (name: string) =>
      [...root.querySelectorAll('tbody tr')].find((each) => each.querySelector('th')?.textContent === name)?.className;

    await waitFor(() => expect(root.querySelectorAll('tbody tr').length).toBe(6));
    await expect(root.querySelectorAll('tr.wrong').length).toBe(0);
    const swatch = () => {
      const { ariaLabel, className } = root.querySelector(
        '[aria-label^="Choose --care-color-accent"]',
      ) as HTMLInputElement;
      return [ariaLabel, className];
    };
    await expect(swatch(), 'not black').toEqual(['Choose --care-color-accent, not set', 'unset']);

    type('--care-color-accent', '#ffd400');
    await waitFor(() => expect(swatch()).toEqual(['Choose --care-color-accent', '']));
    await waitFor(() =>
      expect(root.querySelector('pre')?.textContent).toBe(':root {\n  --care-color-accent: #ffd400;\n}'),
    );
    await expect(row('Words of the filled button'), 'black words on yellow').toBe('');

    type('--care-color-accent-text', '#fff');
    await waitFor(() => expect(row('Words of the filled button'), 'white words on yellow').toBe('wrong'));

    type('--care-color-accent-text', 'whitish');
    await waitFor(() => expect(root.querySelector('p.wrong')?.textContent).toContain('"whitish" is no value of color'));
    await expect(root.querySelector('pre')?.textContent).not.toContain('whitish');

    type('--care-color-accent', '');
    type('--care-color-accent-text', '');
    await waitFor(() => expect(root.querySelectorAll('.wrong').length).toBe(0));
  },
};
