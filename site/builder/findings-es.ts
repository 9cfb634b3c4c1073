import type { FindingId } from '../../src/diagnosis/finding.js';
import type { CareErrorCode } from '../../src/model/care-error.js';

/** What the diagnosis can say of an address, by the id of the finding: what it means, and what to do. */
export const FINDINGS_ES: Readonly<Partial<Record<CareErrorCode | FindingId, readonly [string, string]>>> = {
  unreachable: [
    'En esta dirección no responde nada.',
    'Ábrala en un navegador y compruebe que está bien escrita, con o sin www.',
  ],
  cors: [
    'El sitio responde, pero no deja que una página de otro sitio lea sus artículos.',
    'Envíe a quien lo administra la frase de los detalles.',
  ],
  'page-endpoint': [
    'Quizá sea la dirección de una página, y no la del sitio.',
    'Escriba la dirección del sitio entero, o la de su archivo JSON Feed.',
  ],
  'mixed-content': ['La dirección empieza por http:// y esta página por https://.', 'Escríbala con https://.'],
  'not-wordpress': [
    'El sitio no ofrece sus artículos como lo hace WordPress.',
    'Si no es WordPress, indique su archivo JSON Feed. Si lo es, quizá un plugin haya cerrado la REST API.',
  ],
  'not-configured': ['Falta algo para leer esta dirección.', 'Escriba la dirección de su sitio, con https://.'],
  offline: ['Este dispositivo no tiene conexión.', 'La dirección se consulta de nuevo en cuanto vuelva.'],
  network: [
    'La dirección no responde, o no deja que una página de otro sitio lea su respuesta.',
    'Escríbala como la muestra el navegador cuando el sitio está abierto: con https:// y con o sin www. Indique el sitio entero, no una de sus páginas. El servidor debe enviar la cabecera Access-Control-Allow-Origin. Si es Ghost, escriba su clave.',
  ],
  timeout: ['La dirección tarda demasiado en responder.', 'Haga que el sitio responda desde una caché.'],
  'not-found': [
    'En esta dirección no hay artículos que se puedan leer.',
    'Escriba la dirección del sitio entero, no la de una de sus páginas. Si es WordPress, quizá un plugin de seguridad haya cerrado su REST API.',
  ],
  gone: ['Lo que había en esta dirección se ha retirado.', 'Escriba la dirección actual de su blog.'],
  forbidden: [
    'El sitio no deja leer sus artículos a quien lo visita.',
    'Quizá un plugin de seguridad haya cerrado la REST API: permita leer las entradas, o indique un archivo JSON Feed. Si es Ghost, escriba su clave.',
  ],
  protected: ['El artículo tiene contraseña.', 'Solo se puede mostrar su título.'],
  'rate-limited': [
    'El sitio no admite más consultas por ahora.',
    'Espere un poco, y haga que responda desde una caché.',
  ],
  server: ['El sitio ha fallado al responder.', 'Consulte su registro de errores.'],
  malformed: [
    'El sitio responde, pero no con artículos.',
    'Escriba la dirección del sitio entero, no la de una de sus páginas, o la de su archivo JSON Feed.',
  ],
  'too-large': ['La respuesta supera los 5 MB.', 'Indique un archivo más pequeño.'],
  'rss-endpoint': [
    'Esto parece un canal RSS, que una página no puede leer.',
    'Si el sitio es WordPress o Ghost, escriba su dirección principal. Si no, haga de él un JSON Feed con care-widgets snapshot: la orden está en los detalles.',
  ],
  'needs-snapshot': [
    'Un navegador no puede leer los artículos de este sitio; un programa suyo sí, de antemano.',
    'Ejecute care-widgets snapshot, como dicen los detalles, e indique el archivo que escribe.',
  ],
  'no-articles': [
    'La dirección responde, pero no ofrece ningún artículo.',
    'Publique uno, o indique la dirección que ofrece los suyos.',
  ],
  'no-reviewer': [
    'Los artículos leídos no dicen quién los ha revisado. Lectores y buscadores quieren saber quién responde de un texto sobre salud.',
    'Indique quién revisó cada uno y cuándo: el plugin de WordPress tiene campos para ello.',
  ],
  'review-overdue': [
    'Hay artículos cuya revisión ya tocaba: quizá no estén al día.',
    'Haga que se revisen y escriba la nueva fecha.',
  ],
  'large-pictures': [
    'Hay imágenes muy anchas en un solo tamaño: con una conexión lenta se esperan sin provecho.',
    'Ofrezca tamaños menores: WordPress los hace solo.',
  ],
};
