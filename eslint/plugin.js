import { disableWithReason } from './rules/disable-with-reason.js';
import { elementNames } from './rules/element-names.js';
import { importDirection } from './rules/import-direction.js';
import { noRem } from './rules/no-rem.js';
import { noReplacedNatives } from './rules/no-replaced-natives.js';
import {
  defineOnlyInDefine,
  htmlOnlyInHtml,
  locationOnlyForSlugParam,
  privacy,
  requestsOnlyInHttp,
} from './rules/places.js';
import { spaceScale } from './rules/space-scale.js';
import { typeScale } from './rules/type-scale.js';

/** The architecture as lint rules. */
export const care = {
  meta: { name: 'care' },
  rules: {
    'import-direction': importDirection,
    'requests-only-in-http': requestsOnlyInHttp,
    'html-only-in-html': htmlOnlyInHtml,
    'define-only-in-define': defineOnlyInDefine,
    'location-only-for-slug-param': locationOnlyForSlugParam,
    'element-names': elementNames,
    'disable-with-reason': disableWithReason,
    'no-rem': noRem,
    'space-scale': spaceScale,
    'type-scale': typeScale,
    'no-replaced-natives': noReplacedNatives,
    privacy,
  },
};
