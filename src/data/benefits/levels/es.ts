import type { LevelsText } from '../../../model/benefit.js';
import type { Figures } from '../figures.js';

/** Sources as in `en.ts`. */
export const levels = (figures: Figures): LevelsText => ({
  caption: 'El programa ambulatorio intensivo y los demás niveles de atención',
  columns: {
    name: 'Nivel de atención',
    hours: 'Tratamiento por semana',
    stay: 'Dónde se duerme',
    routine: 'Trabajo, estudios, familia',
    medical: 'Atención médica',
    purpose: 'Uso frecuente',
  },
  current: 'Se explica aquí',
  compareWith: 'Comparar con',
  all: 'Todos los niveles de atención en una tabla',
  unknown: 'No indicado',
  levels: [
    {
      name: 'Ambulatorio',
      hours: `Menos de ${figures.outpatient.below} horas`,
      stay: 'En casa',
      routine: 'Por lo general, como siempre',
      medical: 'Por derivación',
      purpose: 'Para necesidades más leves, o después de una atención más intensiva',
    },
    {
      name: 'Ambulatorio intensivo (IOP)',
      hours: `De ${figures.iop.min} a ${figures.iop.max} horas`,
      stay: 'En casa',
      routine: 'Por lo general posible, con planificación',
      medical: 'En el centro o por derivación; no para una abstinencia grave',
      purpose: 'Como comienzo, o como paso entre niveles',
      isCurrent: true,
    },
    {
      name: 'Hospitalización parcial (PHP)',
      hours: `${figures.php.min} horas o más`,
      stay: 'En casa',
      routine: 'A menudo exige un permiso o menos obligaciones',
      medical: 'Más contacto médico y psiquiátrico',
      purpose: 'Como comienzo, o después de una atención de 24 horas',
    },
    {
      name: 'Residencial',
      hours: 'Tratamiento planificado dentro de una atención de 24 horas',
      stay: 'En el programa',
      routine: 'En pausa',
      medical: 'Varía; personal a toda hora',
      purpose: 'Cuando la casa no es segura, o hace falta apoyo día y noche',
    },
    {
      name: 'Hospital',
      hours: 'Atención hospitalaria de 24 horas',
      stay: 'En el hospital',
      routine: 'En pausa',
      medical: 'Médicos y enfermeros a toda hora',
      purpose: 'Para una abstinencia grave, o una necesidad médica o psiquiátrica urgente',
    },
  ],
  note: 'Cifras habituales para adultos; los programas difieren. Un profesional determina con usted qué nivel le conviene.',
});
