/// <reference types="vite/types/importMeta.d.ts" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '../src/define/care-config.js';
import { pasted } from '../stories/pasted.js';

// `npm run manifest` makes it; without it stories still show, only their tables stay empty. A glob, since an import of
// a file that is not there would stop everything.
const manifests = import.meta.glob<Manifest>('../dist/custom-elements.json', { eager: true, import: 'default' });

interface Named {
  name: string;
}
interface Manifest {
  readonly modules: readonly { readonly declarations: readonly { cssParts?: Named[]; slots?: Named[] }[] }[];
}

// Storybook's tables have one row a name: the part `source` would hide the attribute `source`.
const withDistinctNames = (manifest: Manifest): Manifest => {
  for (const { cssParts = [], slots = [] } of manifest.modules.flatMap(({ declarations }) => declarations)) {
    for (const part of cssParts) part.name = `::part(${part.name})`;
    for (const slot of slots) slot.name = slot.name ? `slot="${slot.name}"` : 'default slot';
  }
  return manifest;
};

const [manifest] = Object.values(manifests);
setCustomElementsManifest(manifest ? withDistinctNames(manifest) : { schemaVersion: '2.1.0', modules: [] });

const text = (value: unknown, fallback: string): string => (typeof value === 'string' && value ? value : fallback);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    backgrounds: { disable: true }, // the theme's own, below
    docs: { source: { transform: pasted } },
    controls: { expanded: true, sort: 'requiredFirst' },
    viewport: {
      options: {
        narrow: { name: '320', styles: { width: '320px', height: '640px' }, type: 'mobile' },
        tablet: { name: '768', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        wide: { name: '1280', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
      },
    },
  },
  globalTypes: {
    theme: {
      description: "The page's colour scheme",
      toolbar: { title: 'Theme', icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
    },
    locale: {
      description: "The page's language",
      toolbar: { title: 'Locale', icon: 'globe', items: ['en', 'es'], dynamicTitle: true },
    },
    direction: {
      description: "The page's writing direction",
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    look: {
      description: 'A look for all widgets, by a care-config around them',
      toolbar: {
        title: 'Look',
        icon: 'paintbrush',
        items: ['host', 'calm', 'clinical', 'editorial'],
        dynamicTitle: true,
      },
    },
    density: {
      description: 'Room between things',
      toolbar: { title: 'Density', icon: 'expand', items: ['compact', 'regular', 'roomy'], dynamicTitle: true },
    },
    accent: {
      description: "The page's --care-color-accent",
      toolbar: {
        title: 'Accent',
        icon: 'circle',
        items: [
          { value: 'none', title: 'none' },
          { value: '#0f6a5f', title: 'green' },
          { value: '#8a3b1c', title: 'russet' },
          { value: '#ffd400', title: 'yellow' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', locale: 'en', direction: 'ltr', look: 'host', density: 'regular', accent: 'none' },
  decorators: [
    // The page says these things and the widgets find them there, as on a real site: no attribute is set on them.
    (story, { globals }) => {
      const theme = text(globals['theme'], 'light');
      const locale = text(globals['locale'], 'en');
      const direction = text(globals['direction'], 'ltr');
      const page = document.documentElement;
      page.lang = locale;
      page.dir = direction;
      page.style.colorScheme = theme;
      page.style.background = 'Canvas';
      document.body.style.background = 'Canvas';
      document.body.style.color = 'CanvasText';
      const accent = text(globals['accent'], 'none');
      if (accent === 'none') page.style.removeProperty('--care-color-accent');
      else page.style.setProperty('--care-color-accent', accent);
      const look = text(globals['look'], 'host');
      const density = text(globals['density'], 'regular');
      // A new element for each combination: a widget reads the page's language when it starts.
      const shown = html`${keyed(`${theme} ${locale} ${direction} ${look} ${density}`, story())}`;
      if (look === 'host' && density === 'regular') return shown;
      return html`<care-config look=${look} density=${density}>${shown}</care-config>`;
    },
  ],
};

export default preview;
