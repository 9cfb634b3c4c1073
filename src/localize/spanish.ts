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
  'More articles': 'Más artículos',
  Previous: 'Anterior',
  Next: 'Siguiente',
  'What the letters stand for': 'Qué significan las siglas',
  'The letters are shown as given. Nothing about them has been verified here.':
    'Las siglas se muestran tal como se indicaron. Aquí no se ha verificado nada sobre ellas.',
  Degree: 'Título universitario',
  License: 'Licencia profesional',
  Certification: 'Certificación',
  Fellowship: 'Miembro distinguido (fellow)',
  Qualification: 'Cualificación',
  Designation: 'Designación',
  'Search articles': 'Buscar artículos',
  Topic: 'Tema',
  'All topics': 'Todos los temas',
  'Show more': 'Mostrar más',
  'Show all articles': 'Mostrar todos los artículos',
  'No article matches.': 'Ningún artículo coincide.',
  '{count} of {total} articles shown.': 'Se muestran {count} de {total} artículos.',
  'Sign up for our newsletter': 'Suscríbase a nuestro boletín',
  'Sign up': 'Suscribirse',
  'Sign up on {site} (opens a new tab)': 'Suscribirse en {site} (se abre en otra pestaña)',
  'Continue on {site}': 'Continuar en {site}',
  'Email address': 'Correo electrónico',
  'First name (optional)': 'Nombre (opcional)',
  'Last name (optional)': 'Apellidos (opcional)',
  'Leave this field empty': 'Deje este campo vacío',
  'Yes, send me this newsletter by email. I can unsubscribe at any time.':
    'Sí, deseo recibir este boletín por correo electrónico. Puedo darme de baja en cualquier momento.',
  'How your data is handled': 'Cómo se tratan sus datos',
  'Please do not send medical information with this form.': 'No envíe información médica con este formulario.',
  'Sending…': 'Enviando…',
  'Thank you. Please check your inbox, and the spam folder too: a message is on its way.':
    'Gracias. Revise su correo, también la carpeta de correo no deseado: un mensaje va en camino.',
  'Nothing has been sent yet. Please check what is marked.': 'Aún no se ha enviado nada. Revise lo que está marcado.',
  'Please enter your email address.': 'Escriba su dirección de correo.',
  'There is a space inside this address. Please take it out.': 'Hay un espacio dentro de esta dirección. Quítelo.',
  'This address is too long to be one. Please check it.':
    'Esta dirección es demasiado larga para ser correcta. Revísela.',
  'This address is not complete. It should look like name@example.com.':
    'Esta dirección no está completa. Debe parecerse a nombre@example.com.',
  'Please tick this box if you agree: without it the sign-up is not possible.':
    'Marque esta casilla si está de acuerdo: sin ella no es posible suscribirse.',
  'Please fill in this field.': 'Rellene este campo.',
  'Please check this field.': 'Revise este campo.',
  'The service answered: {words}': 'El servicio respondió: {words}',
  'You seem to be offline. Nothing has been sent, and what you typed is still here.':
    'Parece que no tiene conexión. No se ha enviado nada y lo que escribió sigue aquí.',
  'The sign-up service could not be reached. Nothing was stored, and what you typed is still here.':
    'No se ha podido contactar con el servicio de suscripción. No se ha guardado nada y lo que escribió sigue aquí.',
  'The sign-up service is taking no more for the moment. Nothing was stored. Please try again in a few minutes.':
    'El servicio de suscripción no admite más por el momento. No se ha guardado nada. Inténtelo de nuevo en unos minutos.',
  'The sign-up service did not accept this. Nothing was stored. Please check what you entered.':
    'El servicio de suscripción no lo ha aceptado. No se ha guardado nada. Revise lo que escribió.',
  'The sign-up service takes nothing from this page at the moment. Nothing was stored.':
    'El servicio de suscripción no admite nada desde esta página en este momento. No se ha guardado nada.',
  'The sign-up service has a problem. Nothing was stored, and what you typed is still here.':
    'El servicio de suscripción tiene un problema. No se ha guardado nada y lo que escribió sigue aquí.',
  'A hidden field was filled in by a program, so nothing has been sent. It is empty again: please try once more.':
    'Un programa rellenó un campo oculto, por eso no se ha enviado nada. Ya está vacío: inténtelo otra vez.',
  'Your sign-up continues on {site}, in a new tab. If no tab has opened, use this button.':
    'Su suscripción continúa en {site}, en otra pestaña. Si no se ha abierto ninguna, use este botón.',
  'We could not confirm whether your sign-up arrived. A message from us in your inbox means that it did. If there is none after a while, please send it again.':
    'No hemos podido confirmar si su suscripción llegó. Si recibe un mensaje nuestro en su correo, ha llegado. Si después de un rato no hay ninguno, envíela de nuevo.',
} as const satisfies Record<string, string>;

export type Phrase = keyof typeof spanish;
