// What the loader needs and the elements need too. The loader hands it over through `globalThis`, because the address of
// its script may carry what WordPress appends (`?ver=6.1`): an element's chunk that imported the loader's file by name
// would run it a second time. The build gives these names short keys on the way.
export { mergeSettings, parentOf, PROPERTIES, settingsOf, surroundingSettings } from '../context/settings.js';
export { inferSource } from '../context/source-name.js';
export { isRegistered, loadSource, sourceNames } from '../context/source-registry.js';
export { safeResourceUrl, safeUrl } from '../html/urls.js';
export { networkTransport } from '../http/early.js';
export { PRIVATE } from '../http/private.js';
export {
  articleUrls,
  BATCH_SIZE,
  groupReferences,
  groupUrl,
  isCustomType,
  MOST_ITEMS,
  summaryFields,
  wordPressUrl,
} from '../sources/wordpress/wordpress-urls.js';
