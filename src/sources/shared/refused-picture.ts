import { safeUrl } from '../../html/urls.js';

// Loaded only where a picture was left out.

const said = new Set<string>();

/** Tells the webmaster, once for a host, why a picture is missing and what to write: many sites keep theirs on a CDN. */
export const tellRefusedPicture = (value: unknown, base: string): void => {
  const url = safeUrl(value, base);
  if (!url) return;
  const { origin } = new URL(url);
  if (said.has(origin)) return;
  said.add(origin);
  console.warn(
    `care-widgets leaves out the pictures from ${origin}: no page setting names that host | Write image-origins="${origin}" on the element or on a <care-config> around it, or data-care-image-origins="${origin}" on the script tag.`,
  );
};
