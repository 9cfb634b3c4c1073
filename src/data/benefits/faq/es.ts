import type { FaqText } from '../../../model/benefit.js';
import type { Figures } from '../figures.js';

/** As `en.ts`, formal address. */
export const faq = (figures: Figures): FaqText => ({
  title: 'Preguntas frecuentes sobre un IOP',
  entries: [
    {
      question: '¿Cuántas horas son por semana?',
      answer: `Para adultos, por lo general de ${figures.iop.min} a ${figures.iop.max} horas, a menudo en ${figures.days.min} a ${figures.days.max} días. Muchos programas ofrecen horarios de mañana o de tarde, y las horas pueden disminuir a medida que todo se estabiliza.`,
    },
    {
      question: '¿Cuánto dura?',
      answer: `Muchos programas prevén de ${figures.weeks.min} a ${figures.weeks.max} semanas. El tiempo que de verdad hace falta depende de usted, y conviene revisarlo durante el camino.`,
    },
    {
      question: '¿Cómo es una semana?',
      answer: `Los programas difieren. Un ejemplo: dos sesiones de grupo de ${figures.sample.group} horas, un grupo de habilidades de ${figures.sample.skills} horas y una sesión individual de ${figures.sample.individual} hora, en total ${figures.sample.all} horas. Pida el horario antes de empezar.`,
    },
    {
      question: '¿Puedo trabajar o estudiar?',
      answer:
        'A menudo, sí: vivir en casa forma parte de la idea. Requiere planificación, y algunas personas piden al principio menos horas o un permiso. Un programa puede decirle qué horarios ofrece.',
    },
    {
      question: '¿Cuánto cuesta y lo paga el seguro?',
      answer:
        'Muchos seguros médicos pagan al menos una parte, a veces solo tras una autorización. Antes de empezar, pregunte a su seguro y al programa cuánto tendría que pagar usted, y qué ayuda existe si no tiene seguro.',
    },
    {
      question: '¿Puedo tomar medicamentos?',
      answer:
        'Los medicamentos para la adicción o para la salud mental pueden formar parte del tratamiento. Cuáles, y si convienen, se decide con un profesional autorizado a recetar. Traiga una lista de lo que toma, y no deje un medicamento recetado sin consultarlo antes.',
    },
    {
      question: '¿Qué pasa si vuelvo a consumir?',
      answer:
        'Puede ocurrir, y es un motivo para hablar, no para dejar de ir. Muchos programas examinan qué llevó a ello y cambian el plan, a veces con un nivel de atención más alto durante un tiempo. Pregunte antes de empezar cómo responde el programa.',
    },
    {
      question: '¿Puede participar mi familia?',
      answer:
        'Muchos programas tienen sesiones o tardes para las familias, si usted está de acuerdo. Las personas cercanas pueden aprender qué ayuda, y encontrar apoyo para sí mismas.',
    },
    {
      question: '¿Qué viene después?',
      answer:
        'Por lo general, una reducción gradual: menos horas, y luego consejería ambulatoria y grupos de apoyo. Conviene planearlo bastante antes de la última semana.',
    },
  ],
});
