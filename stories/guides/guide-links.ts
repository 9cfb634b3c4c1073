/** The manual's pages that are guides in Storybook too. */
const GUIDES = ['accessibility', 'privacy', 'theming', 'words'];

/**
 * A page of the manual for Storybook: its title is left out, since the guide has one, and its links lead to the guide of the
 * same name. Where Storybook has none, the words stay, with the file's name.
 */
export const guideText = (markdown: string): string =>
  markdown
    .replace(/^# .*\n/, '')
    .replace(/\[([^\]]+)\]\((?!https?:)([^)#]*?)([\w-]+)\.md(?:#[\w-]+)?\)/g, (_all, ...found) => {
      const [words, folder, name] = found as [string, string, string];
      return !folder && GUIDES.includes(name)
        ? `[${words}](?path=/docs/guides-${name}--docs)`
        : `${words} (docs/${folder}${name}.md)`;
    });
