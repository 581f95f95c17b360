import type { LetterWording } from '../spoken.ts';
import type { FurtherWording, SpokenRestored } from './wording.ts';

const paid =
  'Si ya han pagado entretanto, les rogamos que no tengan en cuenta esta carta y les damos las gracias.';

const lateInGeneral =
  'En caso de retraso pueden cargarse intereses de demora y una compensación por los costes de cobro, en la medida en que lo prevean el contrato o la ley. Los importes arriba indicados no los incluyen.';

export const furtherSpanish: FurtherWording = {
  overdueReminder: {
    subject: (s) =>
      s.count === 1
        ? `Recordatorio: factura ${s.number}, ${s.sum}`
        : `Recordatorio: ${s.count} facturas pendientes, ${s.sum}`,
    before: (s) => [
      `Les recordamos amablemente ${s.count === 1 ? 'la siguiente factura' : 'las siguientes facturas'}. En nuestros libros, que incluyen los pagos recibidos hasta el ${s.asOf}, queda pendiente la suma de ${s.sum}. Quizá simplemente haya pasado inadvertido.`,
    ],
    after: () => [
      'Si necesitan algo de nosotros para poder pagar, por ejemplo una copia de la factura, un número de pedido o un albarán, les rogamos que nos lo digan y se lo enviaremos enseguida.',
      'Si el pago ya está en camino, muchas gracias; no hace falta nada más.',
    ],
  },

  secondReminder: {
    subject: (s) =>
      s.count === 1
        ? `Segundo recordatorio: factura ${s.number}, ${s.sum}`
        : `Segundo recordatorio: ${s.count} facturas, ${s.sum}`,
    before: (s) => [
      `${s.writtenOn === undefined ? 'Les escribimos de nuevo' : `Les escribimos con fecha ${s.writtenOn} y lo hacemos de nuevo`} acerca de ${s.count === 1 ? 'la factura que figura abajo' : 'las facturas que figuran abajo'}. En nuestros libros, que incluyen los pagos recibidos hasta el ${s.asOf}, queda pendiente la suma de ${s.sum}.`,
      `Les rogamos que paguen ${s.payBy === undefined ? 'en los próximos días' : `a más tardar el ${s.payBy}`} o que nos digan qué día lo harán.`,
    ],
    after: () => [
      'Si nuestra primera carta no llegó a la persona adecuada, les rogamos que le pasen esta o que nos digan a quién debemos escribir.',
      paid,
    ],
  },

  finalNotice: {
    subject: (s) =>
      s.count === 1
        ? `Último aviso: factura ${s.number}, ${s.sum}`
        : `Último aviso: ${s.count} facturas, ${s.sum}`,
    before: (s) => [
      `Les hemos escrito${s.writtenOn === undefined ? '' : ` con fecha ${s.writtenOn}`} acerca de ${s.count === 1 ? 'la factura que figura abajo' : 'las facturas que figuran abajo'}. En nuestros libros, que incluyen los pagos recibidos hasta el ${s.asOf}, queda pendiente la suma de ${s.sum}.`,
      `Esta es nuestra última carta antes de dar otros pasos. Les rogamos que paguen ${s.sum} ${s.payBy === undefined ? 'sin demora' : `a más tardar el ${s.payBy}`} o que nos indiquen por escrito un día de pago.`,
    ],
    after: (s) => [
      s.late ?? lateInGeneral,
      'Si no tenemos noticias suyas, daremos los pasos que prevén el contrato o la ley. Preferiríamos con mucho resolverlo directamente con ustedes.',
      paid,
    ],
  },

  wroteOn: (on, to) => `el ${on} a ${to}`,

  serviceHold: {
    subject: (s) => `Su acceso está en pausa: ${s.sum} pendiente`,
    before: (s) => [
      `Desde hoy su acceso a nuestro servicio está en pausa, porque queda pendiente la suma de ${s.sum} por ${s.count === 1 ? 'la factura que figura abajo' : 'las facturas que figuran abajo'}. Sus datos se conservan tal como están.`,
      ...(s.written === undefined
        ? []
        : [
            `Les escribimos al respecto ${s.written}. Si no han visto estos correos, les rogamos que miren también en la carpeta de correo no deseado (spam).`,
          ]),
      'El acceso vuelve en cuanto llegue el pago o nos digan qué día pagarán.',
    ],
    after: (s) => [
      `Nuestros libros incluyen los pagos recibidos hasta el ${s.asOf}. Si han pagado después, basta un breve mensaje y abriremos el acceso enseguida.`,
    ],
  },

  restored: {
    service: restored(
      'Su acceso vuelve a estar abierto',
      'Su acceso a nuestro servicio vuelve a estar abierto desde este momento.',
    ),
    order: restored(
      'Retomamos sus pedidos',
      'Los nuevos pedidos ya no esperan: los retomamos desde este momento.',
    ),
    credit: restored(
      'Nuevos pedidos de nuevo a crédito',
      'Desde este momento los nuevos pedidos vuelven a ser a crédito. Ya no es necesario el pago por adelantado.',
    ),
  },

  ordersSuspended: {
    subject: (s) => `Los nuevos pedidos esperan por ahora: ${s.sum} pendiente`,
    before: (s) => [
      `Desde hoy los nuevos pedidos esperan hasta que ${s.count === 1 ? 'la factura que figura abajo esté pagada' : 'las facturas que figuran abajo estén pagadas'}. En nuestros libros, que incluyen los pagos recibidos hasta el ${s.asOf}, queda pendiente la suma de ${s.sum}.`,
      ...(s.written === undefined ? [] : [`Les escribimos al respecto ${s.written}.`]),
    ],
    after: () => [
      'Retomaremos sus pedidos en cuanto llegue el pago. Si algo lo impide, les rogamos que nos digan qué es.',
      paid,
    ],
  },

  prepayment: {
    subject: () => 'Nuevos pedidos con pago por adelantado',
    before: (s) => [
      'Desde hoy realizamos los nuevos pedidos con pago por adelantado. Lo que está en curso queda como acordamos.',
      ...(s.count === 0
        ? []
        : [
            `En nuestros libros, que incluyen los pagos recibidos hasta el ${s.asOf}, queda pendiente la suma de ${s.sum}:`,
          ]),
    ],
    after: () => ['Con gusto volveremos a hablar de pago a crédito cuando lo pendiente esté liquidado.'],
  },

  thanks: {
    subject: () => 'Gracias por su pago',
    before: (s) => [
      `Su pago ha llegado y, en nuestros libros, que incluyen los pagos recibidos hasta el ${s.asOf}, ya no queda nada vencido. Gracias.`,
    ],
    after: () => ['Será un placer seguir trabajando con ustedes.'],
  },
};

/** What is open again, and thanks for what they did for it. */
function restored(subject: string, opening: string): LetterWording<SpokenRestored> {
  const thanks = ({ promised }: SpokenRestored): string =>
    promised === undefined
      ? 'Gracias por su pago.'
      : `Gracias por decirnos que ${promised.sum} llegará a más tardar el ${promised.on}. Contamos con ese día.`;
  return {
    subject: () => subject,
    before: (s) => (s.byUs ? [opening] : [opening, thanks(s)]),
    after: () => [],
  };
}
