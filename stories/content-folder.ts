/// <reference types="vite/types/importMeta.d.ts" />

/** Where the sample content lies: at the root while Storybook is developed, beside its page once it is built for any folder. */
export const CONTENT = `${import.meta.env.BASE_URL}content/`;
