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
  'Published on {date}': 'Publicado el {date}',
  'Updated on {date}': 'Actualizado el {date}',
  'Reviewed on {date}': 'Revisado el {date}',
  'Reviewed by {names}': 'Revisado por {names}',
  'Reviewed by {names} on {date}': 'Revisado por {names} el {date}',
  'Originally published by {site}': 'Publicado originalmente por {site}',
  'Originally published by {site} on {date}': 'Publicado originalmente por {site} el {date}',
  '{minutes} min read': '{minutes} min de lectura',
  'On this page': 'En esta página',
  'Read the whole article': 'Leer el artículo completo',
  Categories: 'Categorías',
  Table: 'Tabla',
} as const satisfies Record<string, string>;

export type Phrase = keyof typeof spanish;
