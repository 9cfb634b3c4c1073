/**
 * The list of posts or tags of a Ghost. The endpoint may be the site's URL, that of its admin (`…/ghost/`), or that of the
 * API itself.
 */
export const ghostUrl = (endpoint: string, things: 'posts' | 'tags'): string => {
  const { origin, pathname } = new URL(endpoint);
  // without the slash at the end of its path Ghost redirects
  return `${origin}${pathname.replace(/(?:\/ghost(?:\/.*)?|\/+)$/, '')}/ghost/api/content/${things}/`;
};
