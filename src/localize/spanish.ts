/** Every phrase of the library, English as the key. A phrase that is not here does not compile. */
export const spanish = {
  By: 'Por',
  'Untitled article': 'Artículo sin título',
  'Loading…': 'Cargando…',
  'Try again': 'Intentarlo de nuevo',
  'Read it on {site}': 'Leerlo en {site}',
  'There is nothing to show here yet.': 'Todavía no hay nada que mostrar aquí.',
  'You seem to be offline.': 'Parece que no tiene conexión.',
  'This could not be loaded right now.': 'No se ha podido cargar en este momento.',
  'This is no longer available here.': 'Ya no está disponible aquí.',
  'This text is not public.': 'Este texto no es público.',
} as const satisfies Record<string, string>;

export type Phrase = keyof typeof spanish;
