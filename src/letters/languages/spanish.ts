import { dayFormat } from './day-format.ts';
import { furtherSpanish } from './further/spanish.ts';
import { lateSpanish } from './late/spanish.ts';
import { lockedSpanish } from './locked/spanish.ts';
import type { Wording } from './wording.ts';

export const spanish: Wording = {
  locale: 'es',
  date: dayFormat('es', { day: '2-digit', month: '2-digit', year: 'numeric' }),
  // Whether the contact is a señor or a señora is not known.
  greeting: ({ contact }) => (contact ? `Hola, ${contact}:` : 'Estimados señores:'),
  columns: {
    number: 'Factura',
    issued: 'Fecha',
    due: 'Vencimiento',
    daysOverdue: 'Días de retraso',
    invoiced: 'Importe facturado',
    paid: 'Pagado',
    credited: 'Abono',
    amount: 'Importe pendiente',
    rests: 'No solicitado ahora',
    demanded: 'Solicitado ahora',
  },
  total: 'Total',
  customerNumber: 'Número de cliente',
  page: (page, pages) => `Página ${page} de ${pages}`,
  bankDetails: 'Datos bancarios',
  payment: {
    holder: 'Titular',
    bank: 'Banco',
    amount: 'Importe',
    reference: 'Concepto',
    scan: 'Escanee con la aplicación de su banco para pagar',
  },
  taxId: 'NIF/IVA',
  rests: (sum) =>
    `De la suma pendiente, ${sum} está en aclaración, ha sido prometido o ya está en camino. Esta carta no solicita esa parte; se sigue debiendo en la medida en que esté justificada.`,
  enclosed: (count, numbers) =>
    count === 1
      ? `Adjuntamos copia de la factura ${numbers}.`
      : `Adjuntamos copia de las siguientes facturas: ${numbers}.`,
  onRequest: (numbers) =>
    `Si lo desean, les enviaremos con gusto copia de ${numbers}, demasiado grande para este correo.`,
  accountOnInvoices:
    'Les rogamos que paguen a la cuenta indicada en las facturas, citando los números de las facturas.',
  questions: (replyTo) => `Para cualquier pregunta pueden escribirnos a ${replyTo}.`,
  closing: 'Atentamente',
  copyTo: (names) => `Copia: ${names}`,
  late: lateSpanish,
  locked: lockedSpanish,
  further: furtherSpanish,

  reminder: {
    subject: (s) =>
      s.count === 1 ? `La factura ${s.number} vence pronto` : `${s.count} facturas vencen pronto`,
    before: (s) => [
      s.count === 1
        ? 'Les recordamos amablemente que la siguiente factura vence en los próximos días.'
        : 'Les recordamos amablemente que las siguientes facturas vencen en los próximos días.',
    ],
    after: () => [
      'Si necesitan algo de nosotros para poder pagar a tiempo, por ejemplo una copia de la factura, un número de pedido o un albarán, les rogamos que nos lo digan y se lo enviaremos enseguida.',
      'Si el pago ya está en camino, muchas gracias; no hace falta nada más.',
    ],
  },

  paymentDemand: {
    subject: (s) =>
      s.count === 1
        ? `Solicitud de pago: factura ${s.number}, ${s.sum}`
        : `Solicitud de pago: ${s.count} facturas, ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `Quisiéramos llamar su atención sobre la factura que figura abajo. Ha vencido y, en nuestros libros, que incluyen los pagos recibidos hasta el ${s.asOf}, el importe indicado sigue pendiente. Es posible que se trate de un descuido.`
        : `Quisiéramos llamar su atención sobre las facturas que figuran abajo. Han vencido y, en nuestros libros, que incluyen los pagos recibidos hasta el ${s.asOf}, los importes indicados siguen pendientes. Es posible que se trate de un descuido.`,
      s.payBy === undefined
        ? `Les rogamos que paguen ${s.sum} sin demora.`
        : `Les rogamos que paguen ${s.sum} antes del final del ${s.payBy}.`,
    ],
    after: (s) => [
      s.late ??
        'En caso de retraso pueden cargarse intereses de demora y una compensación por los costes de cobro, en la medida en que lo prevean el contrato o la ley. Los importes arriba indicados no los incluyen.',
      'Si algo impide el pago, les rogamos que nos digan qué es y qué día podemos esperarlo.',
      'Si ya han pagado entretanto, les rogamos que no tengan en cuenta esta carta y les damos las gracias.',
    ],
  },

  formalClaim: {
    subject: (s) => `Requerimiento formal de pago: ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `Por carta del ${s.demandedOn} les pedimos por escrito que pagaran la factura que figura abajo. En nuestros libros, que incluyen los pagos recibidos hasta el ${s.asOf}, sigue pendiente.`
        : `Por carta del ${s.demandedOn} les pedimos por escrito que pagaran las facturas que figuran abajo. En nuestros libros, que incluyen los pagos recibidos hasta el ${s.asOf}, siguen pendientes.`,
    ],
    after: (s) => [
      `Por la presente les requerimos formalmente el pago de ${s.sum}. La suma íntegra deberá haber llegado a nuestra cuenta a más tardar el ${s.deadline}.`,
      'Si no hubiera llegado ese día, llevaremos el asunto ante el tribunal competente sin más aviso. Los intereses de demora y las costas del procedimiento podrán reclamarse entonces además, en la medida en que lo prevean el contrato o la ley.',
      'Preferiríamos con mucho resolver este asunto directamente con ustedes. Si no están de acuerdo con una factura o pueden indicar un día de pago, les rogamos que nos lo comuniquen por escrito antes de ese plazo.',
      'Si ya han pagado entretanto, les rogamos que no tengan en cuenta esta carta y les damos las gracias.',
    ],
    alsoOpen: 'También están pendientes, y no forman parte de este requerimiento:',
  },
};
