import type { BenefitsText } from '../../model/benefit.js';
import type { Figures } from './figures.js';

/** Own words, formal address; to be approved by a clinician. Hours: see `figures.ts`. */
export const spanish = (figures: Figures): BenefitsText => ({
  title: 'Qué puede ofrecerle un programa ambulatorio intensivo',
  intro: `En un programa ambulatorio intensivo (IOP, por sus siglas en inglés) usted vive en casa y acude al tratamiento varias veces por semana, por lo general entre ${figures.iop.min} y ${figures.iop.max} horas en total.`,
  benefits: [
    {
      title: 'Estructura',
      text: 'Las sesiones a horas fijas ordenan la semana. Alrededor de ellas, el sueño, el trabajo y la familia pueden encontrar un ritmo más estable.',
    },
    {
      title: 'Nuevas redes de apoyo',
      text: 'Nadie tiene que hacer esto a solas:',
      points: [
        { name: 'Sesiones individuales', text: 'tiempo a solas con un consejero' },
        { name: 'Sesiones de grupo', text: 'guiadas por un profesional, con personas en una situación parecida' },
        { name: 'Grupos de apoyo', text: 'reuniones que siguen abiertas para usted después del tratamiento' },
        { name: 'Mentores pares', text: 'personas en recuperación que conocen el camino' },
      ],
    },
    {
      title: 'Nuevas habilidades para afrontar',
      text: 'Qué hacer cuando llegan el estrés y el deseo de consumir se puede aprender y practicar:',
      points: [
        { name: 'Manejo de la ira', text: 'notar la tensión y elegir cómo responder' },
        { name: 'Atención plena', text: 'quedarse en el presente mientras el deseo sube y pasa' },
        { name: 'Comunicación', text: 'decir lo que se necesita, y decir que no' },
        { name: 'Creatividad', text: 'arte, música o escritura para lo que cuesta decir con palabras' },
      ],
    },
    {
      title: 'La relación entre la adicción y la salud mental',
      text: 'El consumo de sustancias suele estar unido a la depresión o al trauma. Un equipo que mira ambas cosas puede ayudarle a ver cómo influye la una en la otra.',
    },
    {
      title: 'Control de la medicación y pruebas de detección de drogas',
      text: 'Cuando un profesional autorizado considera que un medicamento puede ayudar, el equipo sigue con usted cómo actúa. Las pruebas de detección muestran pronto dónde hace falta más apoyo.',
    },
  ],
  limits: {
    title: 'Cuándo un IOP no es suficiente',
    text: 'Algunas situaciones requieren primero más atención:',
    points: [
      {
        name: 'Una abstinencia que necesita atención médica',
        text: 'si al dejar de consumir ha tenido alguna vez convulsiones o confusión, consulte a un médico antes de dejarlo',
      },
      {
        name: 'La necesidad de supervisión las 24 horas',
        text: 'si su casa no es un lugar seguro, o no lo es el tiempo entre las sesiones',
      },
    ],
    body: 'Hable con un médico u otro profesional de la salud: juntos pueden encontrar el nivel de atención adecuado. Un IOP puede ser un paso posterior. En una emergencia, llame al número de emergencias de su zona.',
  },
});
