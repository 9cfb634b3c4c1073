import { nothing } from 'lit';
import { loadChecked } from '../../controllers/diagnose.js';
import type { CareError } from '../../model/care-error.js';
import type { Settings } from '../../model/settings.js';
import type { SettingsElement } from './settings-element.js';

type Panel = typeof import('./diagnosis-panel.js');

let panel: Panel | undefined;

/** What `debug` shows in the page: nothing, and no code for it, where nobody asked. */
export const diagnosisView = (
  element: SettingsElement,
  error: CareError | undefined,
  /** Those by which the error came about. */
  settings: Settings,
): unknown => {
  const { debug = 'false' } = element.settings;
  if (debug === 'false') return nothing;
  if (panel) return panel.panelTemplate(element, error, settings);
  loadChecked('debug', () => import('./diagnosis-panel.js')).then(
    (loaded) => {
      panel = loaded;
      element.requestUpdate();
    },
    () => undefined, // the loader says why
  );
  return nothing;
};
